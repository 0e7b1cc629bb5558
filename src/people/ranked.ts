import type { Circle, Person, PlacedMention, RankUse } from './cast.ts';
import { orderMentions } from './resolve.ts';

/** A mention with a rank, and whose it is. */
export interface RankedMention {
  person: Person;
  mention: PlacedMention;
  rank: RankUse;
}

// Words that stand before other capitals too («Major Risks»): a rank only where the person is named again or in full.
const doubtful = new Set(['major', 'private', 'specialist', 'ensign']);

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
  let own = rankedByPerson.get(person);
  if (!own) {
    own = person.mentions.flatMap((mention) => readRanked(person, mention) ?? []);
    rankedByPerson.set(person, own);
  }
  return own;
}

// Several rules ask for them; people whose mentions did not change are the same from check to check.
const rankedByPerson = new WeakMap<Person, readonly RankedMention[]>();

function readRanked(person: Person, mention: PlacedMention): RankedMention | undefined {
  const { rank, inQuote, role } = mention;
  if (!rank || inQuote || (role !== 'body' && role !== 'caption') || rank.plural || rank.uncertain) return undefined;
  if (doubtful.has(rank.id) && !mention.given && person.mentions.length === 1) return undefined;
  return rank.letterCase === 'upper' && rank.form === 'full' ? undefined : { person, mention, rank };
}

/** Surnames, in small letters, that two people have: a rank with the surname alone may be the other’s. */
export function sharedSurnames(circles: Iterable<Circle>): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { people } of circles)
    for (const { surname } of people) {
      const key = surname.toLowerCase();
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  return shared;
}
