import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { isInside } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { Caps, Gap } from './atoms.ts';
import type { BodyUse, Mention, OfficeUse, RankUse, TitleUses } from './cast.ts';
import type { NameParts } from './names.ts';
import { beginsName, readName } from './names.ts';
import type { Reader } from './reader.ts';
import { Clue, isAbbreviation, isStop, joined, openReader, readLetterCase } from './reader.ts';
import type { Read } from './titles.ts';
import { endsPossessive, readOffice, readRank } from './titles.ts';
import { speechVerbs } from './words.ts';

interface BlockPeople {
  mentions: readonly Mention[];
  titles: TitleUses;
}

const read = new WeakMap<ParsedBlock, { lexicon: Lexicon; people: BlockPeople }>();

// Titles are read in English; a block in another language names nobody to the English rules.
const readable = new Set(['en', 'und']);
const nobody: BlockPeople = { mentions: [], titles: { ranks: [], offices: [], bodies: [] } };

/** The people named in a block. Linear in its tokens; kept with the parsed block. */
export function findMentions(parsed: ParsedBlock, lexicon: Lexicon, vocabulary: Vocabulary): readonly Mention[] {
  return readPeople(parsed, lexicon, vocabulary).mentions;
}

/** Ranks and offices of a block that no name goes with, and its bodies. Kept with the parsed block. */
export function findTitles(parsed: ParsedBlock, lexicon: Lexicon, vocabulary: Vocabulary): TitleUses {
  return readPeople(parsed, lexicon, vocabulary).titles;
}

function readPeople(parsed: ParsedBlock, lexicon: Lexicon, vocabulary: Vocabulary): BlockPeople {
  const known = read.get(parsed);
  if (known?.lexicon === lexicon) return known.people;
  const people = readable.has(parsed.language) ? scan(openReader(parsed, lexicon, vocabulary)) : nobody;
  read.set(parsed, { lexicon, people });
  return people;
}

function scan(reader: Reader): BlockPeople {
  const { atoms, clues, parsed } = reader;
  const mentions: Mention[] = [];
  const ranks: RankUse[] = [];
  const offices: OfficeUse[] = [];
  let i = 0;
  while (i < atoms.count && (atoms.start[i] ?? 0) < parsed.datelineEnd) i++;
  while (i < atoms.count) {
    // Most words are in small letters and begin nothing.
    const caps = atoms.caps[i];
    if ((caps === Caps.lower || caps === Caps.other) && !((clues[i] ?? 0) & (starts | Clue.particle))) {
      i++;
      continue;
    }
    const titles = readTitles(reader, i);
    if (titles) {
      const named = nameAfter(reader, titles);
      if (named) {
        i = addMention(reader, mentions, named.value, named.next, titles);
        continue;
      }
      if (!titles.blocked) {
        ranks.push(...titles.ranks);
        offices.push(...titles.offices);
      }
      i = titles.blocked ? titles.next + 1 : titles.next;
      continue;
    }
    const body = bodyLength(reader, i);
    if (body > 1) {
      i += body;
      continue;
    }
    const name = readName(reader, i);
    if (name && !name.value.thing) {
      i = addMention(reader, mentions, name.value, name.next, undefined);
      continue;
    }
    i = name?.next ?? i + 1;
  }
  return { mentions, titles: { ranks, offices, bodies: readBodies(reader) } };
}

/** Titles that stand in a row, and where they lead. */
interface Titles {
  start: number;
  next: number;
  ranks: RankUse[];
  offices: OfficeUse[];
  honorific?: string;
  /** «General Electric»: what looked like a rank is part of another name. */
  blocked: boolean;
}

const starts = Clue.office | Clue.rank | Clue.country | Clue.field | Clue.body | Clue.modifier | Clue.honorific;

function readTitles(reader: Reader, from: number): Titles | undefined {
  const { atoms, clues } = reader;
  if (!((clues[from] ?? 0) & starts)) return undefined;
  const titles: Titles = { start: from, next: from, ranks: [], offices: [], blocked: false };
  let k = from;
  for (let steps = 0; steps < 6 && k < atoms.count; steps++) {
    const gap = atoms.gap[k];
    let at = k;
    if (steps > 0) {
      if (gap === Gap.break) break;
      if (isStop(gap) && !isAbbreviation(atoms.folded[k - 1] ?? '')) break;
      if (endsPossessive(reader, k - 1)) break;
      if (
        atoms.folded[k] === 'and' &&
        gap === Gap.space &&
        titles.offices.at(-1)?.letterCase === 'title' &&
        atoms.caps[k + 1] === Caps.title
      )
        at = k + 1;
    }
    const office = readOffice(reader, at);
    const rank = readRankBefore(reader, at, office !== undefined);
    // Of a rank and an office at one place the longer stands; «Commander» is an office where «of» follows.
    if (office && (!rank || office.next > rank.next)) {
      // «Lieutenant General Sultan Kamalov»: after a rank the word is a given name.
      if (titles.ranks.length > 0 && office.next === at + 1 && reader.lexicon.isGivenName(atoms.folded[at] ?? ''))
        break;
      if (steps > 0 && gap === Gap.comma && office.value.letterCase !== 'title') break;
      titles.offices.push(office.value);
      k = office.next;
    } else if (rank && at === k) {
      // «Mr. and Mrs. Major Morris»: after a courtesy title the word is a given name.
      if (titles.ranks.length > 0 || titles.honorific) break;
      titles.ranks.push(rank.value);
      k = rank.next;
    } else if (
      (clues[at] ?? 0) & Clue.honorific &&
      at === k &&
      isCapitalised(reader, at) &&
      (steps === 0 || gap === Gap.space || isStop(gap))
    ) {
      titles.honorific = reader.parsed.text.slice(atoms.start[at], atoms.end[at]);
      k = at + 1;
    } else break;
    titles.next = k;
  }
  return titles.next > from ? titles : undefined;
}

/** «Commander» is a rank only before a name; elsewhere it is the office. */
function readRankBefore(reader: Reader, i: number, office: boolean): Read<RankUse> | undefined {
  const rank = readRank(reader, i);
  if (!rank || !office || !reader.lexicon.ranks.form(rank.value.id)?.traits?.includes('office')) return rank;
  const { atoms } = reader;
  const named = atoms.gap[rank.next] === Gap.space && beginsName(reader, rank.next) && !readRank(reader, rank.next);
  return named && rank.value.letterCase === 'title' ? rank : undefined;
}

const isCapitalised = ({ atoms }: Reader, i: number) => atoms.caps[i] === Caps.title;

/** The name that titles lead to. */
function nameAfter(reader: Reader, titles: Titles): Read<NameParts> | undefined {
  const { atoms, lexicon } = reader;
  let k = titles.next;
  if (titles.ranks.length > 0) k = skipRankTail(reader, k, titles);
  if (k >= atoms.count || endsPossessive(reader, k - 1)) return undefined;
  const gap = atoms.gap[k];
  const before = atoms.folded[k - 1] ?? '';
  const retired = isRetired(atoms.folded[k - 1]);
  const tied =
    (retired && k > titles.next) ||
    gap === Gap.space ||
    (gap === Gap.stopSpace && isAbbreviation(before)) ||
    (gap === Gap.stop && isAbbreviation(before));
  const comma = gap === Gap.comma;
  if (!tied && !comma) return undefined;
  const rank = titles.ranks.at(-1);
  const rankLast = rank !== undefined && rank.span.end >= (atoms.end[k - 1] ?? 0);
  const initial = atoms.caps[k] === Caps.initial && isStop(atoms.gap[k + 1]);
  if (rankLast && !initial && lexicon.isNotName(before, atoms.folded[k] ?? '')) {
    titles.blocked = true;
    return undefined;
  }
  if (!beginsName(reader, k)) return undefined;
  const name = readName(reader, k);
  if (!name || (name.value.thing && name.value.words < 2)) return undefined;
  const known = lexicon.isGivenName(name.value.first) && name.value.words > 1;
  if (reader.allCaps && !known) return undefined;
  if (comma) {
    if (rankLast) rank.comma = { start: atoms.end[k - 1] ?? 0, end: atoms.start[k] ?? 0 };
    if (rankLast && rank.letterCase === 'title') {
      if (!known && name.value.initials === undefined && !isSubject(reader, name)) return undefined;
    } else if (titles.offices.at(-1)?.plural || !(known || isAside(reader, name))) return undefined;
  } else if (name.value.thing) return undefined;
  // Lower-case ordinary words before a capital: «the major Western powers», «a private Swiss bank».
  if (rankLast && rank.letterCase === 'lower') {
    const ambiguous = lexicon.ranks.form(rank.id)?.traits?.includes('ambiguous');
    if (ambiguous && !known && name.value.initials === undefined) return undefined;
  }
  return name;
}

const compass = new Set('north south east west northern southern eastern western central san santa saint'.split(' '));

/** «the mayor, Hennadii Trukhanov, said»: between commas after an office two or three capitalised words are its holder. */
function isAside({ atoms, clues, parsed }: Reader, { value, next }: Read<NameParts>): boolean {
  if (value.thing || value.words < 2 || value.words > 4 || compass.has(value.first)) return false;
  for (let i = next - value.words; i < next; i++) if ((clues[i] ?? 0) & Clue.country) return false;
  return parsed.text[atoms.rawEnd[next - 1] ?? 0] === ',' || speechVerbs.has(atoms.folded[next] ?? '');
}

const acts = new Set('was is had has gave took led left will would did made came arrived went'.split(' '));

/** «Colonel, Nazarov said»: the surname alone after the comma is what the verb speaks of. */
function isSubject({ atoms, parsed }: Reader, { value, next }: Read<NameParts>): boolean {
  const verb = atoms.folded[next] ?? '';
  return (
    value.words === 1 &&
    !value.thing &&
    atoms.gap[next] === Gap.space &&
    (speechVerbs.has(verb) || acts.has(verb)) &&
    !isInside(parsed.quotes, value.span.start)
  );
}

const services = new Set(
  'justice police militia medical internal customs tax aviation artillery engineering guard'.split(' '),
);
const isRetired = (folded: string | undefined) => folded === 'ret' || folded === 'retd' || folded === 'retired';

/** Over «(ret.)» and «of Justice», «of the Police», «of the Medical Service» between a rank and the name. */
function skipRankTail({ atoms }: Reader, from: number, titles: Titles): number {
  let k = from;
  const rank = titles.ranks.at(-1);
  if (atoms.folded[k] === 'of' && atoms.gap[k] === Gap.space) {
    let p = k + 1;
    if (atoms.folded[p] === 'the') p++;
    if (!services.has(atoms.folded[p] ?? '')) return from;
    p++;
    if (atoms.folded[p] === 'service' || atoms.folded[p] === 'troops') p++;
    k = p;
    if (rank) rank.uncertain = true;
  }
  if (isRetired(atoms.folded[k]) && atoms.gap[k] !== Gap.space) {
    k++;
    if (rank) rank.uncertain = true;
  }
  return k;
}

function addMention(
  reader: Reader,
  mentions: Mention[],
  name: NameParts,
  next: number,
  titles: Titles | undefined,
): number {
  const { atoms, parsed, lexicon } = reader;
  const start = titles ? (atoms.start[titles.start] ?? 0) : name.span.start;
  const after = readAfter(reader, next);
  const land = titles && countryAfter(reader, next);
  const before = (titles?.offices ?? []).map((office) => ({
    ...office,
    place: 'before' as const,
    country: office.country ?? land,
  }));
  const offices = [...before, ...after.offices];
  const evidence = titles
    ? 'title'
    : (name.words > 1 && lexicon.isGivenName(name.first)) || (name.initials !== undefined && name.surname.length > 2)
      ? 'given'
      : name.words > 1 &&
          (speechVerbs.has(atoms.folded[next] ?? '') || after.offices.length > 0 || isTold(reader, name, next))
        ? 'speech'
        : 'bare';
  const add = (part: NameParts, rank: RankUse | undefined, from: number) =>
    mentions.push({
      span: { start: from, end: part.span.end },
      name: part.span,
      text: part.text,
      given: part.given,
      initials: part.initials,
      particles: part.particles,
      surname: part.surname,
      surnameSpan: part.surnameSpan,
      suffix: part.suffix,
      honorific: titles?.honorific,
      rank,
      offices,
      inQuote: isInside(parsed.quotes, part.span.start),
      role: roleOf(parsed),
      evidence,
      cue: offices.find(({ cue }) => cue)?.cue,
      country: offices.find(({ country }) => country)?.country,
    });
  const rank = titles?.ranks.at(-1);
  add(name, rank, start);
  if (!rank?.plural && !titles?.offices.at(-1)?.plural) return after.next;
  // «Lieutenant Generals A B and C D»: the rank is for all of the list.
  let k = next;
  for (;;) {
    let at = k;
    const listed = atoms.gap[at] === Gap.comma || atoms.folded[at] === 'and';
    if (!listed) break;
    if (atoms.folded[at] === 'and') at++;
    const more = readName(reader, at);
    if (!more || more.value.thing) break;
    add(more.value, rank, more.value.span.start);
    k = more.next;
  }
  return k;
}

/** «Foreign Minister Anna Berg of Norway». */
function countryAfter({ atoms, clues, lexicon }: Reader, next: number): string | undefined {
  if (atoms.folded[next] !== 'of' || atoms.gap[next] !== Gap.space || !((clues[next + 1] ?? 0) & Clue.country))
    return undefined;
  const country = lexicon.offices.countries.longest((i) => atoms.folded[i], next + 1)?.value;
  return country && !country.adjective ? country.code : undefined;
}

const relatives = new Set('who whose whom'.split(' '));

/** «Hennadii Trukhanov, 55,» and «Hennadii Trukhanov, who …»: what follows tells of a person. */
function isTold({ atoms, parsed }: Reader, name: NameParts, next: number): boolean {
  if (atoms.gap[next] !== Gap.comma) return false;
  const word = atoms.folded[next] ?? '';
  return relatives.has(word) || (/^[1-9]\d$/.test(word) && parsed.text[atoms.end[next] ?? 0] === ',' && name.words < 5);
}

/** Offices after a name: «X, Minister of Defence of Y,», «X, the chief of the General Staff,». */
function readAfter(reader: Reader, from: number): { offices: OfficeUse[]; next: number } {
  const { atoms } = reader;
  const offices: OfficeUse[] = [];
  let next = from;
  for (let steps = 0; steps < 3 && next < atoms.count; steps++) {
    const and = steps > 0 && atoms.folded[next] === 'and';
    if (!and && atoms.gap[next] !== Gap.comma && !(steps > 0 && atoms.gap[next] === Gap.dash)) break;
    let k = and ? next + 1 : next;
    if (atoms.folded[k] === 'the' || atoms.folded[k] === 'a') k++;
    const office = readOffice(reader, k);
    if (!office) break;
    const then = office.next;
    // The office of the next person: «Hasanov, Defence Minister Guliyev and …».
    const tied = atoms.gap[then] === Gap.space && (beginsName(reader, then) || readRank(reader, then));
    if (tied && readTitles(reader, k)) {
      const titles = readTitles(reader, k);
      if (titles && nameAfter(reader, titles)) break;
    }
    offices.push({ ...office.value, place: 'after' });
    next = then;
  }
  return { offices, next };
}

function roleOf(parsed: ParsedBlock): Mention['role'] {
  switch (parsed.role) {
    case 'headline':
    case 'subhead':
      return 'headline';
    case 'byline':
    case 'sign-off':
      return 'byline';
    case 'caption':
      return 'caption';
    default:
      return 'body';
  }
}

/** How many words of a body stand at an atom. */
function bodyLength(reader: Reader, i: number): number {
  if (!((reader.clues[i] ?? 0) & Clue.body)) return 0;
  return reader.lexicon.offices.bodies.longest(joined(reader, i), i)?.length ?? 0;
}

function readBodies(reader: Reader): BodyUse[] {
  const { atoms, clues, lexicon } = reader;
  const bodies: BodyUse[] = [];
  for (let i = 0; i < atoms.count; i++) {
    if (!((clues[i] ?? 0) & Clue.body)) continue;
    const hit = lexicon.offices.bodies.longest(joined(reader, i), i);
    if (!hit) continue;
    const next = i + hit.length;
    bodies.push({
      id: hit.value.id,
      span: { start: atoms.start[i] ?? 0, end: atoms.end[next - 1] ?? 0 },
      letterCase: readLetterCase(reader, i, next),
      proper: hit.value.traits?.includes('proper') ?? false,
    });
    i = next - 1;
  }
  return bodies;
}
