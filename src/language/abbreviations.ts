/*
 * Abbreviations of English news copy, without their full stop, folded. Sources: the AP Stylebook's lists of
 * abbreviated titles, months and states; ranks as AP and the US services abbreviate them; parse-english's own list.
 */

/** Stand before a name or a number: a capital after one doesn't begin a sentence. */
const leading = `gen lt col maj capt sgt adm brig cmdr cdr comdr cpl pvt pfc spc ens sgts gens lts cols adms vadm radm msgt ssgt mgen
  ltgen bgen cmde cdre mr mrs ms mx dr drs prof profs sen sens rep reps gov govs pres amb hon rev revs fr msgr supt insp det const
  st sts ste mt ft ph asst assoc atty dist min mme mlle messrs capts majs
  vs v approx est ca cf viz eg ie e.g i.e
  jan feb mar apr jun jul aug sep sept oct nov dec
  fig figs vol vols pp para arr`;

/** May also end a sentence. */
const trailing = `inc ltd co corp bros cos plc jr sr esq etc al ave blvd rd sq
  ph.d m.d b.a m.a b.sc m.sc u.s u.k u.n e.u u.a.e u.s.a u.s.s.r d.c a.m p.m a.d b.c
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex vt va wash wis wyo
  mon tue tues wed thu thur thurs fri sat sun`;

/** Abbreviations only before a figure: «No. 5», «Nos. 3 and 4». */
const numbered = 'no nos art sec ch p';

/** Words as common as their abbreviations: read so only with a capital («Mar. 5», not «to mar.»). */
const capitalOnly = new Set(
  'mar apr jun jan sat sun mon wed fri min const fig para ill ind la miss mo mass pa va ga del wash ore rep amb det dist hon ph ms st mt ft v est co al conn ark arr col art sec ch p no nos mont ens'.split(
    ' ',
  ),
);

const words = (text: string) => new Set(text.split(/\s+/));
const leads = words(leading);
const trails = words(trailing);
const beforeFigure = words(numbered);

/** How a word with a full stop after it reads. */
export type Abbreviation = 'leading' | 'trailing' | 'numbered' | undefined;

/**
 * Whether a word is an abbreviation when a full stop follows it.
 *
 * @param word as written, without the stop
 */
export function readAbbreviation(word: string): Abbreviation {
  if (word.length > 8) return undefined;
  const form = word.toLowerCase();
  if (capitalOnly.has(form) && word === form && form !== 'no' && form !== 'nos' && form !== 'v' && form !== 'p')
    return undefined;
  if (leads.has(form)) return 'leading';
  if (trails.has(form)) return 'trailing';
  return beforeFigure.has(form) ? 'numbered' : undefined;
}
