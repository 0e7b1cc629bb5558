import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { isInside, keepWithBlock } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { countryAfter, isMet, isSpokenOf, isTold, readAfter } from './after-name.ts';
import { foldedAt, Gap } from './atoms.ts';
import { readBodies } from './bodies.ts';
import type { Mention, OfficeUse, RankUse, TitleUses } from './cast.ts';
import { Clue, mayBeginTitle } from './clues.ts';
import { look, wordOfRun } from './look.ts';
import { nameAfter } from './name-after.ts';
import type { NameParts } from './names.ts';
import { mayBeginName, readName } from './names.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';
import { isGiven, openReader } from './reader.ts';
import type { Titles } from './title-row.ts';
import { readTitles } from './title-row.ts';
import { endsPossessive } from './titles.ts';

/** Who and what is named in a block, as read under a lexicon. */
interface BlockPeople {
  readonly lexicon: Lexicon;
  readonly mentions: readonly Mention[];
  readonly titles: TitleUses;
}

// Titles are read in English; a block in another language names nobody to the English rules.
const readable = new Set(['en', 'und']);
const none: readonly never[] = [];
const noTitles: TitleUses = { ranks: none, offices: none, bodies: none };

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
  return known.lexicon === lexicon ? known : readAnew(parsed, lexicon, vocabulary);
}

const readOnce = keepWithBlock(readAnew);

function readAnew(parsed: ParsedBlock, lexicon: Lexicon, vocabulary: Vocabulary): BlockPeople {
  return readable.has(parsed.language)
    ? scan(openReader(parsed, lexicon, vocabulary))
    : { lexicon, mentions: none, titles: noTitles };
}

function scan(reader: Reader): BlockPeople {
  const { atoms, clues, parsed, lexicon } = reader;
  const mentions: Mention[] = [];
  // As in most blocks, none.
  let ranks: RankUse[] | undefined;
  let offices: OfficeUse[] | undefined;
  // Where the next title or name may begin, and where the last name ended.
  let from = 0;
  let ended = -1;
  const { starts, startCount, caps } = atoms;
  const hasShips = (atoms.allClues & (Clue.ship | Clue.vessel)) !== 0;
  while (from < atoms.count && (atoms.start[from] ?? 0) < parsed.datelineEnd) from++;
  // Most words are in small letters and begin nothing.
  for (let s = 0; s < startCount; s++) {
    const i = starts[s] ?? 0;
    if (i < from) continue;
    if (hasShips) {
      from = shipAt(reader, i);
      if (from > i) continue;
    }
    const clue = clues[i] ?? 0;
    const next = clues[i + 1] ?? 0;
    const titles = mayBeginTitle(clue, next) ? readTitles(reader, i) : undefined;
    const name = titles ? nameAfter(reader, titles) : undefined;
    if (titles && name) {
      from = addMention(reader, mentions, name, titles, i, ended);
      ended = from;
    } else if (titles) {
      from = titles.next;
      if (titles.blocked) {
        from++;
        continue;
      }
      if (titles.rank) {
        ranks ??= [];
        ranks.push(titles.rank);
      }
      if (titles.offices.length > 0) {
        offices ??= [];
        offices.push(...titles.offices);
      }
    } else {
      if (clue & Clue.body && next & Clue.second) {
        const { bodyLength } = look(reader, i);
        if (bodyLength > 1) {
          from = i + bodyLength;
          continue;
        }
      }
      if (!mayBeginName(clue, caps[i], caps[i + 1])) continue;
      const bare = readName(reader, i);
      if (!bare) continue;
      from = bare.next;
      if (bare.thing || isPlace(reader, i, bare.next)) continue;
      from = addMention(reader, mentions, bare, undefined, i, ended);
      ended = from;
    }
  }
  const bodies = readBodies(reader);
  const hasTitles = ranks !== undefined || offices !== undefined || bodies.length > 0;
  return {
    lexicon,
    // A list that grew keeps room for sixteen more.
    mentions: mentions.length > 0 ? mentions.slice() : none,
    titles: hasTitles ? { ranks: ranks?.slice() ?? none, offices: offices?.slice() ?? none, bodies } : noTitles,
  };
}

/** The end of a ship's name from its prefix or its kind: «HMS John Hill», «the carrier Admiral Hill». */
function shipAt(reader: Reader, i: number): number {
  const { atoms, clues } = reader;
  const isPrefix = atoms.caps[i] === Caps.upper && ((clues[i] ?? 0) & Clue.ship) !== 0;
  const isKind = ((clues[i - 1] ?? 0) & Clue.vessel) !== 0 && atoms.caps[i - 1] === Caps.lower;
  if (!isPrefix && !(isKind && atoms.gap[i] === Gap.space)) return i;
  const from = isPrefix ? i + 1 : i;
  if (endsPossessive(reader, from - 1) || atoms.gap[from] !== Gap.space || !isCapital(atoms.caps[from])) return i;
  const titles = readTitles(reader, from);
  return (titles ? nameAfter(reader, titles) : readName(reader, from))?.next ?? i;
}

const isCapital = (caps: number | undefined) => caps === Caps.title || caps === Caps.upper;

/** «Abu Dhabi», «San Marino»: a name of several words that is a place’s. */
function isPlace({ atoms, lexicon }: Reader, from: number, next: number): boolean {
  if (next - from < 2) return false;
  return lexicon.gazetteer.phrases.longest((k) => wordOfRun(atoms, k, from), from)?.length === next - from;
}

/** «A B, C D and E F»: nothing but a comma, «and» or «or» between two names. */
function isNextInList({ atoms }: Reader, ended: number, from: number): boolean {
  if (ended === from) return atoms.gap[from] === Gap.comma;
  if (ended < 0 || ended + 1 !== from || atoms.gap[from] !== Gap.space) return false;
  const link = foldedAt(atoms, ended);
  return link === 'and' || link === 'or';
}

/**
 * Adds the mention that a name is with its titles and the offices behind it; gives the atom after all.
 *
 * @param from the atom that it begins with
 * @param ended the atom after the mention before it
 */
function addMention(
  reader: Reader,
  mentions: Mention[],
  name: NameParts,
  titles: Titles | undefined,
  from: number,
  ended: number,
): number {
  const { atoms } = reader;
  const { next } = name;
  // As behind most names: no comma, no office.
  const after = atoms.gap[next] === Gap.comma ? readAfter(reader, next) : undefined;
  let offices: readonly OfficeUse[] = after?.offices ?? none;
  if (titles && titles.offices.length > 0) {
    const land = countryAfter(reader, next);
    for (const office of titles.offices) {
      office.place = 'before';
      office.country ??= land;
    }
    offices = after ? [...titles.offices, ...after.offices] : titles.offices;
  }
  const rank = titles?.rank;
  const mention: Mention = {
    span: titles ? { start: atoms.start[titles.start] ?? 0, end: name.span.end } : name.span,
    name: name.span,
    text: name.text,
    given: name.given,
    initials: name.initials,
    particles: name.particles,
    surname: name.surname,
    surnameSpan: name.surnameSpan,
    suffix: name.suffix,
    honorific: titles?.honorific,
    rank,
    offices,
    inQuote: isInside(reader.parsed.quotes, name.span.start),
    role: reader.role,
    evidence: titles ? 'title' : evidenceOf(reader, name, from, offices.length > 0),
    cue: undefined,
    country: undefined,
    // Always there: V8 reads objects of one shape fast.
    met: (!titles && offices.length === 0 && isMet(reader, name, from)) || undefined,
    owns: endsPossessive(reader, next - 1) || undefined,
    list: undefined,
    block: undefined,
  };
  if (offices.length > 0) {
    mention.cue = offices.find(({ cue }) => cue)?.cue;
    mention.country = offices.find(({ country }) => country)?.country;
  }
  if (isNextInList(reader, ended, from)) putInList(mentions, mention);
  mentions.push(mention);
  if (!rank?.plural && !titles?.offices.at(-1)?.plural) return after?.next ?? next;
  return addToPlural(reader, mentions, mention, next);
}

/** Gives a mention the number of the list that the one before it stands in. */
function putInList(mentions: readonly Mention[], mention: Mention): void {
  const before = mentions.at(-1);
  if (!before) return;
  before.list ??= mentions.length - 1;
  mention.list = before.list;
}

/** «Lieutenant Generals A B and C D»: the rank is for all of the list. Gives the atom after it. */
function addToPlural(reader: Reader, mentions: Mention[], first: Mention, from: number): number {
  const { atoms, parsed } = reader;
  let k = from;
  for (;;) {
    const isAnd = foldedAt(atoms, k) === 'and';
    if (!isAnd && atoms.gap[k] !== Gap.comma) return k;
    const more = readName(reader, isAnd ? k + 1 : k);
    if (!more || more.thing) return k;
    const { span, text, given, initials, particles, surname, surnameSpan, suffix } = more;
    const mention: Mention = {
      ...first,
      span,
      name: span,
      text,
      given,
      initials,
      particles,
      surname,
      surnameSpan,
      suffix,
      inQuote: isInside(parsed.quotes, span.start),
    };
    putInList(mentions, mention);
    mentions.push(mention);
    k = more.next;
  }
}

// No place or thing has them: «Dimphna van der Zanden».
const nobles = /^v[ao]n de[rn]?$/;

/** What makes a person of a name without a title. */
function evidenceOf(reader: Reader, name: NameParts, from: number, hasOffice: boolean): Mention['evidence'] {
  if (
    (name.words > 1 && isGiven(reader, name.from)) ||
    (name.initials !== undefined && name.surname.length > 2) ||
    (name.given !== undefined && (name.suffix !== undefined || nobles.test(name.particles ?? '')))
  )
    return 'given';
  if (name.words < 2) return 'bare';
  const isPerson =
    hasOffice ||
    ((reader.clues[name.next] ?? 0) & Clue.speech) !== 0 ||
    isTold(reader, name) ||
    isSpokenOf(reader, name, from);
  return isPerson ? 'speech' : 'bare';
}
