import type { Cast, Person, PlacedMention } from '../people/index.ts';
import type { Examined } from './examine.ts';

/**
 * Readies casts for those outside, who count blocks: a mention says how many blocks stand before its own, not which number
 * that has. People whose mentions stand where they stood are the objects that they were.
 */
export function openCounter(): (cast: Cast, examined: readonly Examined[]) => Cast {
  const known = new WeakMap<Person, Person>();
  return ({ people, loose }, examined) => {
    const counts = new Map(examined.map(({ number }, i) => [number, i]));
    const count = ({ block }: PlacedMention) => counts.get(block) ?? 0;
    const place = (mention: PlacedMention): PlacedMention => ({ ...mention, block: count(mention) });
    const placePerson = (person: Person): Person => {
      const before = known.get(person);
      if (before && person.mentions.every((mention, i) => before.mentions[i]?.block === count(mention))) return before;
      const now = { ...person, mentions: person.mentions.map(place) };
      known.set(person, now);
      return now;
    };
    return { people: people.map(placePerson), loose: loose.map(place) };
  };
}
