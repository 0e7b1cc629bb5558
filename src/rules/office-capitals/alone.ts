import { isInside, textBefore } from '../../language/index.ts';
import type { Cast, OfficeUse } from '../../people/index.ts';
import { findTitles } from '../../people/index.ts';
import type { BlockContext, DeskContext } from '../rule.ts';
import type { Placed } from './words.ts';
import { isHeading, rowOf } from './words.ts';

/** «the Commissioner»: an office without a name. */
export interface OfficeAlone {
  kind: 'alone';
  id: string;
  use: OfficeUse;
  /** Not «the president of the club»: that may be another. */
  bare: boolean;
}

// «The French president», «said France’s president»: no capital before it that the country belongs to.
const opensCountry = /(?:^|[^\p{Lu}\s]\S* |\bThe )$/u;

// «The Speaker» and a speaker, «the Chair» and a chair are two things.
const kinds = new Set(['state', 'minister', 'police', 'diplomacy', 'local', 'military', 'royalty']);

// Of others the capital is a matter of the house: «The Inspector General of Police, Ida Holm».
const heads = new Set([
  'president',
  'vice-president',
  'prime-minister',
  'deputy-prime-minister',
  'chancellor',
  'governor',
]);

/** Offices without a name, whose capitals are compared. */
export function findOfficesAlone(context: BlockContext, { lexicon, vocabulary }: DeskContext): OfficeAlone[] {
  if (isHeading(context)) return [];
  const { parsed } = context;
  // «The Prime Minister, Ida Holm, left»: as without a name.
  const asides = context.mentions().flatMap(({ offices, name, rank }) => {
    const use = rank ? undefined : offices.findLast(({ place }) => place === 'before');
    const isHead = use && (heads.has(use.id) || rowOf(use.id, lexicon)?.kind === 'minister');
    return isHead && /^,\s+$/.test(parsed.text.slice(use.span.end, name.start)) ? [use] : [];
  });
  return [...findTitles(parsed, lexicon, vocabulary).offices, ...asides].flatMap((use): OfficeAlone[] => {
    const row = rowOf(use.id, lexicon);
    if (!row || !kinds.has(row.kind) || row.traits?.includes('loose') || use.plural || use.cue) return [];
    if (use.letterCase !== 'title' && use.letterCase !== 'lower') return [];
    const before = textBefore(parsed.text, use.span.start);
    const bare =
      use.span.end === use.head.end &&
      !isInside(parsed.quotes, use.span.start) &&
      (use.country === undefined ? /\bthe $/i.test(before) : opensCountry.test(before)) &&
      !/^(?: (?:of|for|to) |[ -]\p{Lu}|-)/u.test(parsed.text.slice(use.span.end, use.span.end + 5));
    return [{ kind: 'alone', id: use.id, use, bare }];
  });
}

/**
 * Offices without a name whose capitals most of the story leaves out, as stylebooks want it. Only where the story speaks of
 * one holder at most.
 */
export function findDriftAlone(all: readonly (Placed<OfficeUse> & OfficeAlone)[], cast: () => Cast) {
  const byId = new Map<string, typeof all>();
  for (const alone of all) byId.set(alone.id, [...(byId.get(alone.id) ?? []), alone]);
  return [...byId].flatMap(([id, all]) => {
    // «France’s president» and «the president» of a story that has no other; of two countries each is looked at alone.
    const countries = [...new Set(all.flatMap(({ use }) => use.country ?? []))];
    const groups =
      countries.length < 2 ? [all] : countries.map((country) => all.filter(({ use }) => use.country === country));
    return groups.flatMap((uses) => {
      if (uses.some(({ bare }) => !bare)) return [];
      const title = uses.filter(({ use }) => use.letterCase === 'title');
      const lower = uses.filter(({ use }) => use.letterCase === 'lower');
      const [other] = lower;
      return other && lower.length >= title.length && title.length > 0 && countHolders(cast(), id) < groups.length + 1
        ? title.map(({ block, use }) => ({ block, use, other }))
        : [];
    });
  });
}

const countHolders = ({ people }: Cast, id: string): number =>
  people.filter(({ mentions }) => mentions.some(({ offices }) => offices.some((office) => office.id.startsWith(id))))
    .length;
