import type { Cast, Person, PlacedMention, RankUse } from './cast.ts';

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
 */
export function rankedMentions(cast: Cast): readonly RankedMention[] {
  const known = rankedByCast.get(cast);
  if (known) return known;
  const ranked = collectRanked(cast);
  rankedByCast.set(cast, ranked);
  return ranked;
}

// Several rules ask for them in one check.
const rankedByCast = new WeakMap<Cast, readonly RankedMention[]>();

function collectRanked({ people }: Cast): RankedMention[] {
  const ranked: RankedMention[] = [];
  for (const person of people) {
    let own = rankedByPerson.get(person);
    if (!own) {
      own = person.mentions.flatMap((mention) => readRanked(person, mention) ?? []);
      rankedByPerson.set(person, own);
    }
    for (const one of own) ranked.push(one);
  }
  return ranked.sort((a, b) => a.mention.block - b.mention.block || a.mention.span.start - b.mention.span.start);
}

// People whose mentions did not change are the same from check to check.
const rankedByPerson = new WeakMap<Person, readonly RankedMention[]>();

function readRanked(person: Person, mention: PlacedMention): RankedMention | undefined {
  const { rank, inQuote, role } = mention;
  if (!rank || inQuote || (role !== 'body' && role !== 'caption') || rank.plural || rank.uncertain) return undefined;
  if (doubtful.has(rank.id) && !mention.given && person.mentions.length === 1) return undefined;
  return rank.letterCase === 'upper' ? undefined : { person, mention, rank };
}

/** People of the cast that share a surname with another: a rank with the surname alone may be the other’s. */
export function sharedSurnames({ people }: Cast): ReadonlySet<Person> {
  const bearers = new Map<string, Person[]>();
  for (const person of people) {
    const key = person.surname.toLowerCase();
    bearers.set(key, [...(bearers.get(key) ?? []), person]);
  }
  return new Set([...bearers.values()].filter((group) => group.length > 1).flat());
}
