import { findTitles } from '../people/index.ts';
import type { BlockContext, DeskContext, Need } from '../rules/index.ts';
import type { Chosen } from './watch.ts';

/** Tells which of some blocks hold what a rule needs. */
export type Needs = (need: Need) => readonly Chosen[];

/**
 * Sorts blocks by what they hold; people are only looked for when a rule asks for them.
 *
 * @param all the blocks as rules are shown them that need nothing
 */
export function sortByNeed(contexts: readonly BlockContext[], all: readonly Chosen[], desk: DeskContext): Needs {
  let damaged: readonly Chosen[] | undefined;
  let people: Record<Exclude<Need, 'damage'>, Chosen[]> | undefined;
  const findPeople = () => {
    const found = { mention: [] as Chosen[], rank: [] as Chosen[], office: [] as Chosen[] };
    for (const one of all) {
      const context = contexts[one.at];
      const held = context ? peopleIn(context, desk) : 0;
      if (held & Held.mention) found.mention.push(one);
      if (held & Held.rank) found.rank.push(one);
      if (held & Held.office) found.office.push(one);
    }
    return found;
  };
  return (need) => {
    if (need === 'damage') {
      damaged ??= all.filter(({ at }) => (contexts[at]?.damages.length ?? 0) > 0);
      return damaged;
    }
    people ??= findPeople();
    return people[need];
  };
}

const Held = { mention: 1, rank: 2, office: 4 } as const;

function peopleIn(context: BlockContext, { lexicon, vocabulary }: DeskContext): number {
  try {
    const { ranks, offices, bodies } = findTitles(context.parsed, lexicon, vocabulary);
    let held = (ranks.length > 0 ? Held.rank : 0) | (offices.length + bodies.length > 0 ? Held.office : 0);
    for (const { rank, offices } of context.mentions())
      held |= Held.mention | (rank ? Held.rank : 0) | (offices.length > 0 ? Held.office : 0);
    return held;
  } catch {
    // The rules are called, and the failure is theirs.
    return Held.mention | Held.rank | Held.office;
  }
}
