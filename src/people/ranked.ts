import type { Circle, Person, PlacedMention, RankUse } from './cast.ts';
import { orderMentions } from './order.ts';

/** A mention with a rank, and whose it is. */
export interface RankedMention {
  person: Person;
  mention: PlacedMention;
  rank: RankUse;
}

// Words that stand before other capitals too («Major Risks»): a rank only where the person is named again or in full.
const doubtful = new Set(['major', 'private', 'specialist', 'ensign']);

/**
 * What some mention of a person has: a rank; a second mention with one; a rank that is not in full, one with a hyphen, one in
 * the words of its country; an office of a country beside the full name.
 */
export const TitleMark = { rank: 1, ranks: 2, short: 4, hyphen: 8, local: 16, holder: 32 } as const;

/** The `TitleMark` bits of a person's mentions; of ranks those count that `rankedOf` has. */
export function markTitles(mentions: readonly PlacedMention[]): number {
  let marks = 0;
  for (const mention of mentions) {
    if (mention.offices.length > 0 && isHolder(mention)) marks |= TitleMark.holder;
    const { rank } = mention;
    if (!rank || !isRanked(mention, rank, mentions)) continue;
    marks |= marks & TitleMark.rank ? TitleMark.ranks : TitleMark.rank;
    if (!rank.wrong && rank.form !== 'full') marks |= TitleMark.short;
    if (rank.hyphenated) marks |= TitleMark.hyphen;
    if (rank.local) marks |= TitleMark.local;
  }
  return marks;
}

const isHolder = ({ inQuote, given, role, offices }: PlacedMention): boolean =>
  !inQuote &&
  given !== undefined &&
  role !== 'headline' &&
  offices.some(({ country, plural, cue }) => country !== undefined && !plural && !cue);

/**
 * Mentions that a house style of ranks speaks of, in the order of the text: in the body and in captions, outside
 * quotations, one person each, with one reading of the rank.
 *
 * @param from only people for whom this is true
 */
export function rankedMentions(
  circles: Iterable<Circle>,
  from: (person: Person) => boolean = () => true,
): readonly RankedMention[] {
  const ranked: RankedMention[] = [];
  for (const { people } of circles)
    for (const person of people) if (from(person)) for (const one of rankedOf(person)) ranked.push(one);
  return ranked.sort((a, b) => orderMentions(a.mention, b.mention));
}

/** Those of one person. */
export function rankedOf(person: Person): readonly RankedMention[] {
  if (!(person.titles & TitleMark.rank)) return none;
  let own = rankedByPerson.get(person);
  if (!own) {
    own = readRanked(person);
    rankedByPerson.set(person, own);
  }
  return own;
}

const none: readonly RankedMention[] = [];

// Several rules ask for them; people whose mentions did not change are the same from check to check.
const rankedByPerson = new WeakMap<Person, readonly RankedMention[]>();

function readRanked(person: Person): RankedMention[] {
  const ranked: RankedMention[] = [];
  const { mentions } = person;
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    const rank = mention?.rank;
    if (rank && isRanked(mention, rank, mentions)) ranked.push({ person, mention, rank });
  }
  return ranked;
}

function isRanked(
  { inQuote, role, given }: PlacedMention,
  rank: RankUse,
  { length }: readonly PlacedMention[],
): boolean {
  if (inQuote || (role !== 'body' && role !== 'caption') || rank.plural || rank.uncertain) return false;
  if (doubtful.has(rank.id) && !given && length === 1) return false;
  return rank.letterCase !== 'upper' || rank.form !== 'full';
}

/** Surnames, in small letters, that two people have: a rank with the surname alone may be the other’s. */
export function sharedSurnames(circles: Iterable<Circle>): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const circle of circles) {
    // Those of one surname are of one circle.
    if (circle.people.length < 2) continue;
    circle.shared ??= readShared(circle.people);
    for (const surname of circle.shared) shared.add(surname);
  }
  return shared;
}

function readShared(people: readonly Person[]): readonly string[] {
  const seen = new Set<string>();
  const shared: string[] = [];
  for (const { surname } of people) {
    const key = surname.toLowerCase();
    if (seen.has(key)) shared.push(key);
    seen.add(key);
  }
  return shared;
}
