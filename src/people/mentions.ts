import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { isInside, keepWithBlock } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { countryAfter, isMet, isSpokenOf, isTold, readAfter } from './after-name.ts';
import { Caps, Gap } from './atoms.ts';
import { bodyLength, readBodies } from './bodies.ts';
import type { Mention, OfficeUse, RankUse, TitleUses } from './cast.ts';
import { knownForms } from './forms.ts';
import { nameAfter } from './name-after.ts';
import type { NameParts } from './names.ts';
import { readName } from './names.ts';
import type { Reader } from './reader.ts';
import { Clue, openReader } from './reader.ts';
import type { Titles } from './title-row.ts';
import { readTitles, titleStarts } from './title-row.ts';
import { endsPossessive } from './titles.ts';

interface BlockPeople {
  mentions: readonly Mention[];
  titles: TitleUses;
}

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
  const known = readOnce(parsed, lexicon, vocabulary);
  return known.lexicon === lexicon ? known.people : readAnew(parsed, lexicon, vocabulary).people;
}

const readOnce = keepWithBlock(readAnew);

function readAnew(
  parsed: ParsedBlock,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): { lexicon: Lexicon; people: BlockPeople } {
  return {
    lexicon,
    people: readable.has(parsed.language) ? scan(openReader(parsed, lexicon, vocabulary)) : nobody,
  };
}

function scan(reader: Reader): BlockPeople {
  const { atoms, clues, parsed } = reader;
  const mentions: Mention[] = [];
  const ranks: RankUse[] = [];
  const offices: OfficeUse[] = [];
  // Where the last name ended.
  let ended = -1;
  const add = (name: NameParts, next: number, titles: Titles | undefined, from: number) => {
    const isListed = isNextInList(reader, ended, from);
    ended = addMention(reader, mentions, name, next, titles, from, isListed);
    return ended;
  };
  let i = 0;
  while (i < atoms.count && (atoms.start[i] ?? 0) < parsed.datelineEnd) i++;
  while (i < atoms.count) {
    // Most words are in small letters and begin nothing.
    const caps = atoms.caps[i];
    if ((caps === Caps.lower || caps === Caps.other) && !((clues[i] ?? 0) & (titleStarts | Clue.particle))) {
      i++;
      continue;
    }
    const ship = shipAt(reader, i);
    if (ship > i) {
      i = ship;
      continue;
    }
    const titles = readTitles(reader, i);
    if (titles) {
      const named = nameAfter(reader, titles);
      if (named) {
        i = add(named.value, named.next, titles, i);
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
    if (name && !name.value.thing && !isPlace(reader, i, name.next)) {
      i = add(name.value, name.next, undefined, i);
      continue;
    }
    i = name?.next ?? i + 1;
  }
  return { mentions, titles: { ranks, offices, bodies: readBodies(reader) } };
}

/** The end of a ship's name from its prefix or its kind: «HMS John Hill», «the carrier Admiral Hill». */
function shipAt(reader: Reader, i: number): number {
  const { atoms, lexicon } = reader;
  const { ships, vessels } = lexicon.nameWords;
  const isPrefix = atoms.caps[i] === Caps.upper && ships.has(atoms.folded[i] ?? '');
  const isKind =
    atoms.caps[i - 1] === Caps.lower && atoms.gap[i] === Gap.space && vessels.has(atoms.folded[i - 1] ?? '');
  if ((!isPrefix && !isKind) || endsPossessive(reader, isPrefix ? i : i - 1)) return i;
  const from = isPrefix ? i + 1 : i;
  if (atoms.gap[from] !== Gap.space || !isCapital(atoms.caps[from])) return i;
  const titles = readTitles(reader, from);
  return (titles ? nameAfter(reader, titles) : readName(reader, from))?.next ?? i;
}

const isCapital = (caps: number | undefined) => caps === Caps.title || caps === Caps.upper;

/** «Abu Dhabi», «San Marino»: a name of several words that is a place’s. */
function isPlace({ atoms, lexicon }: Reader, from: number, next: number): boolean {
  if (next - from < 2) return false;
  return lexicon.gazetteer.phrases.longestIn(atoms.folded, from, atoms.runEnd[from] ?? 0)?.length === next - from;
}

/** «A B, C D and E F»: nothing but a comma, «and» or «or» between two names. */
function isNextInList({ atoms }: Reader, ended: number, from: number): boolean {
  if (ended === from) return atoms.gap[from] === Gap.comma;
  const link = ended < 0 ? '' : atoms.folded[ended];
  return ended + 1 === from && (link === 'and' || link === 'or') && atoms.gap[from] === Gap.space;
}

// No place or thing has them: «Dimphna van der Zanden».
const nobles = /^v[ao]n de[rn]?$/;

function addMention(
  reader: Reader,
  mentions: Mention[],
  name: NameParts,
  next: number,
  titles: Titles | undefined,
  from: number,
  isListed: boolean,
): number {
  const { atoms, parsed, lexicon } = reader;
  const start = titles ? (atoms.start[titles.start] ?? 0) : name.span.start;
  const after = readAfter(reader, next);
  const land = titles && countryAfter(reader, next);
  for (const office of titles?.offices ?? []) {
    office.place = 'before';
    office.country ??= land;
  }
  const offices = titles ? [...titles.offices, ...after.offices] : after.offices;
  const evidence = titles
    ? 'title'
    : (name.words > 1 && lexicon.isGivenName(name.first)) ||
        (name.initials !== undefined && name.surname.length > 2) ||
        (name.suffix !== undefined && name.given !== undefined) ||
        (name.given !== undefined && nobles.test(name.particles ?? ''))
      ? 'given'
      : name.words > 1 &&
          (lexicon.nameWords.speech.has(atoms.folded[next] ?? '') ||
            after.offices.length > 0 ||
            isTold(reader, name, next) ||
            isSpokenOf(reader, name, from, next))
        ? 'speech'
        : 'bare';
  // One string for all mentions of a name: it is looked up again and again.
  const read = knownForms(lexicon);
  const met = !titles && offices.length === 0 && isMet(reader, name.span.start, from, next);
  const add = (part: NameParts, rank: RankUse | undefined, start: number, list: boolean) => {
    const before = list ? mentions.at(-1) : undefined;
    if (before) before.list ??= mentions.length - 1;
    mentions.push({
      span: { start, end: part.span.end },
      name: part.span,
      text: part.text,
      given: part.given && read(part.given).name,
      initials: part.initials,
      particles: part.particles,
      surname: read(part.surname).name,
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
      // Always there: V8 reads objects of one shape fast.
      met: met || undefined,
      owns: endsPossessive(reader, next - 1) || undefined,
      list: before?.list,
    });
  };
  const rank = titles?.ranks.at(-1);
  add(name, rank, start, isListed);
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
    add(more.value, rank, more.value.span.start, true);
    k = more.next;
  }
  return k;
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
