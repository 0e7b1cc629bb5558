import { findTitles } from '../people/index.ts';
import type { BlockContext, DeskContext, Need } from '../rules/index.ts';
import type { Chosen } from './watch.ts';

/** Tells which of some blocks hold what a rule needs. */
export type Needs = (need: Need) => Chosen;

/** Sorts blocks by what they hold; people are only looked for when a rule asks for them. */
export function sortByNeed(contexts: readonly BlockContext[], desk: DeskContext): Needs {
  let damaged: Chosen | undefined;
  let people: Record<Exclude<Need, 'damage'>, Chosen> | undefined;
  const findPeople = () => {
    const found = { mention: choose(), rank: choose(), office: choose(), initials: choose(), comma: choose() };
    for (let at = 0; at < contexts.length; at++) {
      const context = contexts[at];
      const held = context ? peopleIn(context, desk) : 0;
      if (held & Held.mention) add(found.mention, at);
      if (held & Held.rank) add(found.rank, at);
      if (held & Held.office) add(found.office, at);
      if (held & Held.initials) add(found.initials, at);
      if (held & Held.comma) add(found.comma, at);
    }
    return found;
  };
  return (need) => {
    if (need === 'damage') {
      if (damaged) return damaged;
      damaged = choose();
      for (let at = 0; at < contexts.length; at++) if (contexts[at]?.damages.length) add(damaged, at);
      return damaged;
    }
    people ??= findPeople();
    return people[need];
  };
}

const choose = (): Chosen => ({ count: 0, blocks: [], tokens: undefined });

function add(chosen: Chosen, at: number): void {
  chosen.count = chosen.blocks.push(at);
}

const Held = { mention: 1, rank: 2, office: 4, initials: 8, comma: 16, all: 31 } as const;

function peopleIn(context: BlockContext, { lexicon, vocabulary }: DeskContext): number {
  try {
    const { ranks, offices, bodies } = findTitles(context.parsed, lexicon, vocabulary);
    let held = (ranks.length > 0 ? Held.rank : 0) | (offices.length + bodies.length > 0 ? Held.office : 0);
    const mentions = context.mentions();
    for (let i = 0; i < mentions.length; i++) {
      const mention = mentions[i];
      held |= Held.mention;
      if (mention?.rank) held |= mention.rank.comma ? Held.rank | Held.comma : Held.rank;
      if (mention?.offices.length) held |= Held.office;
      if (mention?.initials !== undefined) held |= Held.initials;
    }
    return held;
  } catch {
    // The rules are called, and the failure is theirs.
    return Held.all;
  }
}
