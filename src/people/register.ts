import type { Lexicon, TeamPerson } from '../lexicon/index.ts';
import { foldWord } from '../text/index.ts';
import type { Mention, PlacedMention } from './cast.ts';
import type { Figure } from './figure.ts';
import { enter, listOf, openFigure } from './figure.ts';
import type { ReadForms } from './forms.ts';
import { familyOf, knownForms } from './forms.ts';
import { areGivenNear, areSyllablesAlike, givenOf, isInitials } from './given.ts';
import type { JoinedName } from './joined.ts';
import { areJoinedAlike, fatherOf, joinName } from './joined.ts';
import { areGendered, compareNames, farKeysOf, isSlip } from './similar.ts';
import { foldName, indexTeam, type TeamIndex } from './team.ts';
import { stripName } from './transliterate.ts';

const lost = /[?\ufffd]/;

/** The people found so far, by the keys of their surnames. */
export class Register {
  readonly figures: Figure[] = [];
  readonly #byKey = new Index();
  readonly #byInitial = new Index();
  readonly #byMiddle = new Index();
  readonly #byJoined = new Index();
  /** How many figures are in `#byJoined`. */
  #joined = 0;
  readonly #byFar = new Index();
  /** How many figures are in `#byFar`. */
  #far = 0;
  readonly #byFirst = new Index();
  /** The first names of those in `#byFirst`. */
  readonly #firsts = new Map<string, Figure>();
  readonly #byTurned = new Index();
  readonly #byFamily = new Index();
  readonly #damaged: Figure[] = [];
  #pass = 0;
  readonly #team: TeamIndex | undefined;
  /** What names are compared by. */
  readonly read: ReadForms;
  readonly lexicon: Lexicon;

  readonly #particled: ReadonlySet<PlacedMention>;

  /** @param placed all mentions that will be brought together */
  constructor(lexicon: Lexicon, placed: readonly PlacedMention[]) {
    this.lexicon = lexicon;
    this.read = knownForms(lexicon);
    this.#particled = findParticled(placed, this.read, lexicon);
    this.#team = lexicon.people.length > 0 ? indexTeam(lexicon) : undefined;
  }

  /** The given name of a mention; «Al» of «Al Marri» is none. */
  givenOf(mention: PlacedMention): string | undefined {
    return this.#particled.has(mention) ? undefined : givenOf(mention);
  }

  /** What makes a mention a person. */
  evidenceOf(mention: PlacedMention): Mention['evidence'] {
    return mention.evidence === 'given' && this.#particled.has(mention) ? 'bare' : mention.evidence;
  }

  /** Begins another walk through the text. */
  beginPass(): void {
    this.#pass++;
  }

  /** Starts a person with the first mention. */
  introduce(mention: PlacedMention): Figure {
    const { keys, plain } = this.read(mention.surname);
    const figure = openFigure(mention, plain);
    this.figures.push(figure);
    for (const key of keys) this.#byKey.add(key, figure);
    this.#byInitial.add(plain.charAt(0), figure);
    // «Pedro Sánchez Pérez-Castejón» is Sánchez later on, «Recep Tayyip Erdoğan» sometimes Tayyip.
    const words = mention.given ? this.read(mention.given).words : [];
    if (words.length > 1 || figure.malay) {
      // «Khalid» is no «Abu Khalid».
      const isKunya = this.lexicon.nameWords.kunyas.has(foldWord(words[0] ?? ''));
      const middle = words.slice(figure.malay ? 0 : isKunya ? 2 : 1);
      for (const word of middle) this.#byMiddle.add(this.read(word).plain, figure);
    }
    const turned = turnName(mention, this.read);
    if (turned) this.#byTurned.add(turned, figure);
    const family = familyOf(mention.surname, this.lexicon);
    if (family) this.#byFamily.add(family, figure);
    if (lost.test(mention.surname)) this.#damaged.push(figure);
    return figure;
  }

  /** Adds a mention to a person. */
  join(figure: Figure, mention: PlacedMention): void {
    enter(figure, mention, this.#pass);
    // «Sheikh Fahad Al Mutairi» is Sheikh Fahad later on, «Crown Prince Magnus» Prince Magnus.
    if (mention.given && isRoyal(mention, this.lexicon)) {
      const [first = ''] = mention.given.split(/\s+/);
      if (first) {
        for (const key of this.read(first).keys) this.#byFirst.add(key, figure);
        this.#firsts.set(first, figure);
      }
    }
    const given = this.givenOf(mention);
    if (given && (figure.given === undefined || (isInitials(figure.given) && !isInitials(given)))) figure.given = given;
    figure.team ??= this.rowOf(mention);
  }

  /** The row of the team's list that has the mention's name, an alias or a wrong form of it. */
  rowOf(mention: PlacedMention): TeamPerson | undefined {
    return this.#team?.named(foldName(mention.text, this.read));
  }

  /** The person already found for a row of the team's list. */
  listed(mention: PlacedMention): Figure | undefined {
    const row = this.rowOf(mention);
    return row && this.figures.find((figure) => figure.team === row);
  }

  /** Those whose surname is the same in some transliteration; a lost letter (`?`) stands for any. */
  bearers(mention: PlacedMention): readonly Figure[] {
    const { surname } = mention;
    const { keys } = this.read(surname);
    for (const key of keys) {
      const same = this.#byKey.get(key);
      if (same) return possible(same, mention);
    }
    const others = lost.test(surname) ? this.figures : this.#damaged;
    return others.filter((figure) => fitsWildcard(surname, figure.surname) || fitsWildcard(figure.surname, surname));
  }

  /** Those who have the surname among the middle names, for a mention by that name alone. */
  middleBearers(mention: PlacedMention): readonly Figure[] {
    return possible(this.#byMiddle.get(this.read(mention.surname).plain) ?? [], mention);
  }

  /** Princes and sheikhs who have the name as a given name, for one with such a title. */
  royals(mention: PlacedMention): readonly Figure[] {
    if (!isRoyal(mention, this.lexicon)) return [];
    const { keys } = this.read(mention.surname);
    return possible([...new Set(keys.flatMap((key) => this.#byFirst.get(key) ?? []))], mention);
  }

  /** Those with a given name that is a slip away: «Lady Arabela» of Lady Arabella Holm. */
  nearRoyals(mention: PlacedMention): readonly Figure[] {
    if (!isRoyal(mention, this.lexicon)) return [];
    const there = [...this.#firsts].filter(([first]) => areGivenNear(first, mention.surname, this.read));
    return possible([...new Set(there.map(([, figure]) => figure))], mention);
  }

  /** The one whose given name and surname stand the other way round: «Holm Ida» of Ida Holm. */
  turnedBearer(mention: PlacedMention): Figure | undefined {
    const own = turnName(mention, this.read);
    const [only, ...others] = possible((own && this.#byTurned.get(own)) || [], mention);
    return others.length === 0 ? only : undefined;
  }

  /** The one whose name has the same letters, parted otherwise: «Al Busaidi» and Albusaidi, «Bell Roche» and Bell-Roche. */
  joinedBearer(mention: PlacedMention): Figure | undefined {
    if (this.figures.length === 0) return undefined;
    const own = joinName(mention, this.read);
    return this.#only(formsOf(own), mention, ({ joined }) => joined !== undefined && areJoinedAlike(own, joined));
  }

  /** The one who has the same given name and father: «Mohammed bin Rashid» and Mohammed bin Rashid Al Suwaidi. */
  sonOf(mention: PlacedMention): Figure | undefined {
    if (this.figures.length === 0) return undefined;
    const own = fatherOf(mention, this.read);
    return own && this.#only([own.key], mention, ({ father }) => own.alone || father?.alone === true);
  }

  /** The only one whom a key leads to and whose first mention fits. */
  #only(keys: readonly string[], mention: PlacedMention, fits: (figure: Figure) => boolean): Figure | undefined {
    // Most people are found by their surnames; nobody is put into this index before it is asked for.
    for (; this.#joined < this.figures.length; this.#joined++) {
      const figure = this.figures[this.#joined];
      const first = figure?.mentions[0];
      if (!figure || !first) break;
      figure.joined = joinName(first, this.read);
      for (const form of formsOf(figure.joined)) this.#byJoined.add(form, figure);
      figure.father = fatherOf(first, this.read);
      if (figure.father) this.#byJoined.add(figure.father.key, figure);
    }
    const fitting = new Set<Figure>();
    for (const key of keys) for (const figure of this.#byJoined.get(key) ?? none) if (fits(figure)) fitting.add(figure);
    if (fitting.size === 0) return undefined;
    const [figure, ...others] = possible([...fitting], mention);
    return others.length === 0 ? figure : undefined;
  }

  /** The one whose Korean family name is the same in another spelling, and the given name too: Chung and Jung Hyun-woo. */
  familyTwin(mention: PlacedMention): Figure | undefined {
    const family = familyOf(mention.surname, this.lexicon);
    if (!family) return undefined;
    const given = this.givenOf(mention);
    const there = possible(this.#byFamily.get(family) ?? [], mention);
    return there.find((figure) => areSyllablesAlike(figure.given, given));
  }

  /** Those whose surname is one slip away. */
  nearBearers(mention: PlacedMention): readonly Figure[] {
    const { plain } = this.read(mention.surname);
    const there = this.#byInitial.get(plain.charAt(0)) ?? [];
    return possible(there, mention).filter(
      (figure) => isSlip(figure.plain, plain) && compareNames(figure.surname, mention.surname, this.read) === 'slip',
    );
  }

  /** Those whose surname is one slip away, plurals and all. */
  slipBearers(mention: PlacedMention): readonly Figure[] {
    const { plain } = this.read(mention.surname);
    const there = this.#byInitial.get(plain.charAt(0)) ?? [];
    return possible(there, mention).filter(
      (figure) => isSlip(figure.plain, plain) && !areGendered(figure.plain, plain),
    );
  }

  /** Those whose surname has one s more at its end. */
  bearersWithS(mention: PlacedMention): readonly Figure[] {
    const whole = `${this.read(mention.surname).plain}s`;
    const there = this.#byInitial.get(whole.charAt(0)) ?? [];
    return possible(there, mention).filter((figure) => figure.plain === whole);
  }

  /** Those whose surname is the other form of it: Orlov for a woman, Orlova for a man. */
  genderedBearers(mention: PlacedMention): readonly Figure[] {
    const { plain } = this.read(mention.surname);
    const there = this.#byInitial.get(plain.charAt(0)) ?? [];
    return possible(there, mention).filter((figure) => areGendered(figure.plain, plain));
  }

  /** Those whose surname is two slips away. */
  farBearers(mention: PlacedMention): readonly Figure[] {
    for (; this.#far < this.figures.length; this.#far++) {
      const figure = this.figures[this.#far];
      if (figure) for (const key of farKeysOf(this.read(figure.surname))) this.#byFar.add(key, figure);
    }
    const there = new Set<Figure>();
    for (const key of farKeysOf(this.read(mention.surname)))
      for (const figure of this.#byFar.get(key) ?? none) there.add(figure);
    return possible([...there], mention).filter(
      (figure) => compareNames(figure.surname, mention.surname, this.read) === 'slips',
    );
  }
}

const knightly = new Set(['Sir', 'Dame', 'Lady']);

/** Princes and sheikhs, knights and their ladies go by their given names. */
export const isRoyal = ({ offices, honorific }: Mention, lexicon: Lexicon): boolean =>
  (honorific !== undefined && knightly.has(honorific)) ||
  offices.some(({ id }) => lexicon.offices.row(id)?.kind === 'royalty');

/** Two words of a name in an order that does not tell which is the surname; undefined of a longer or a shorter name. */
export function turnName({ given, surname, particles, initials }: Mention, read: ReadForms): string | undefined {
  if (!given || particles || initials || /[\s.]/.test(given)) return undefined;
  const [one, other] = [read(given).plain, read(surname).plain];
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** «Al Marri left», «Von Berg left» where Nasser Al Marri, Karl von Berg are named: what looks like a given name is a particle. */
function findParticled(
  placed: readonly PlacedMention[],
  read: ReadForms,
  { nameWords }: Lexicon,
): ReadonlySet<PlacedMention> {
  if (placed.every(({ particles }) => !particles)) return nobody;
  const isParticle = (word: string) => nameWords.particles.has(foldWord(word));
  const keyOf = (particles: string, surname: string) =>
    `${read(particles.replace(/-$/, '')).plain} ${read(surname).plain}`;
  const known = new Set(placed.flatMap((one) => (one.particles ? [keyOf(one.particles, one.surname)] : [])));
  // «Van den Berg left» where the story has Karin van der Berg.
  const surnames = new Set(placed.flatMap((one) => (one.particles && one.given ? [read(one.surname).plain] : [])));
  return new Set(
    placed.filter(({ given, particles, surname }) => {
      if (!given || given.length > 3) return false;
      if (particles && isParticle(given) && surnames.has(read(surname).plain)) return true;
      return known.has(keyOf(particles ? `${given} ${particles}` : given, surname));
    }),
  );
}

const formsOf = ({ whole, tail, surname }: JoinedName): readonly string[] => [
  ...new Set(tail ? [whole, tail, surname] : [whole, surname]),
];

const none: readonly Figure[] = [];
const nobody: ReadonlySet<PlacedMention> = new Set();

/** Without those who stand in the mention's own list; but «Hill and Hill’s wife» says one surname again. */
function possible(figures: readonly Figure[], mention: PlacedMention): readonly Figure[] {
  if (mention.list === undefined) return figures;
  const list = listOf(mention);
  const again = !givenOf(mention);
  return figures.filter(({ lists, surnames }) => !lists?.has(list) || (again && surnames.includes(mention.surname)));
}

/** Figures by a key. A circle has few people as a rule, and most of its indexes stay empty. */
class Index {
  #figures: Map<string, Figure[]> | undefined;

  add(key: string, figure: Figure): void {
    this.#figures ??= new Map();
    const there = this.#figures.get(key);
    if (there) there.push(figure);
    else this.#figures.set(key, [figure]);
  }

  get(key: string): readonly Figure[] | undefined {
    return this.#figures?.get(key);
  }
}

function fitsWildcard(damaged: string, whole: string): boolean {
  if (!lost.test(damaged) || damaged.length !== whole.length) return false;
  const folded = stripName(whole);
  return [...stripName(damaged)].every((letter, i) => letter === '?' || letter === '\ufffd' || letter === folded[i]);
}
