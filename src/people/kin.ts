import type { Lexicon } from '../lexicon/index.ts';
import type { Mention } from './cast.ts';
import type { ReadForms } from './forms.ts';
import { knownForms } from './forms.ts';
import { foldName, indexTeam } from './team.ts';

/**
 * Which surnames of an article may have a say in each other's people: those that share a romanisation or are a slip
 * apart, a middle name and the surname like it, names of one row of the team's list. Links are only ever added, so that
 * an answer may be too wide after edits, never too narrow.
 */
export interface Kin {
  /** Takes note of a mention. */
  add(mention: Mention): void;
  /** The number of the mention's kin; mentions of different kin never meet in one person. Only of mentions added. */
  of(surname: string): number;
  /** True once a name with a lost letter was added: it may be anybody's. */
  readonly isOpen: boolean;
  /** True when more came in than it is worth to keep: begin anew. */
  readonly isFull: boolean;
}

/** Gathers the kin of an article. */
export function gatherKin(mentions: readonly (readonly Mention[])[], lexicon: Lexicon): Kin {
  const read = knownForms(lexicon);
  const team = lexicon.people.length > 0 ? indexTeam(lexicon) : undefined;
  const parents: number[] = [];
  const surnames = new Map<string, number>();
  const traits = new Map<string, number>();
  const givens = new Set<string>();
  let isOpen = false;

  const root = (node: number): number => {
    let at = node;
    while (parents[at] !== at) {
      const up = parents[at] ?? at;
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  const nodeOf = (index: Map<string, number>, key: string): number => {
    let node = index.get(key);
    if (node === undefined) {
      node = parents.length;
      parents.push(node);
      index.set(key, node);
    }
    return node;
  };
  const link = (a: number, b: number) => {
    parents[root(a)] = root(b);
  };
  const kin: Kin = {
    get isFull() {
      return parents.length > limit;
    },
    get isOpen() {
      return isOpen;
    },
    of: (surname) => root(surnames.get(surname) ?? nodeOf(surnames, surname)),
    add({ surname, given, text }) {
      if (!surnames.has(surname)) {
        if (/[?\ufffd]/.test(surname)) isOpen = true;
        const node = nodeOf(surnames, surname);
        for (const trait of surnameTraits(surname, read)) link(node, nodeOf(traits, trait));
      }
      const node = nodeOf(surnames, surname);
      if (given?.includes(' ') && !givens.has(`${given} ${surname}`)) {
        givens.add(`${given} ${surname}`);
        for (const word of given.split(/\s+/).slice(1)) link(node, nodeOf(traits, `=${read(word).plain}`));
      }
      const row = team?.named(foldName(text, read));
      if (row) link(node, nodeOf(traits, `row ${row.name}`));
    },
  };
  for (const list of mentions) for (const mention of list) kin.add(mention);
  const limit = 2 * parents.length + spare;
  return kin;
}

/** Nodes that typing may leave behind. */
const spare = 20_000;

/** Longer ones than these are no names; all of one initial are kin. */
const longName = 24;

/** What a surname shares with those that may be its own in another spelling. */
function surnameTraits(surname: string, read: ReadForms): string[] {
  const { plain, keys } = read(surname);
  const found = [`=${plain}`, ...keys.map((key) => `k${key}`)];
  // Two words that are a slip apart are alike once a letter is left out of one of them or both.
  if (plain.length >= longName) found.push(`-${plain.charAt(0)}`);
  // Of two words with nine letters together one may have four (`isSlip`).
  if (plain.length >= 4 && plain.length <= longName) {
    found.push(`-${plain}`);
    for (let i = 1; i < plain.length; i++) found.push(`-${plain.slice(0, i)}${plain.slice(i + 1)}`);
  }
  return found;
}
