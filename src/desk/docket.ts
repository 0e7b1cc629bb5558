import type { Ledger, Placed } from '../article/index.ts';
import { openLedger, placeEntry } from '../article/index.ts';
import type { Circle, People } from '../people/index.ts';
import type { AnyWideRule, CaseRule, Finding } from '../rules/index.ts';
import { firstIndex } from '../text/index.ts';
import type { ChangesSince } from './changes.ts';
import { noBlocks } from './changes.ts';
import type { Examined, FiledFacts } from './examine.ts';
import { fileFacts } from './examine.ts';

/** An article as it is read in one check. */
export interface Reading {
  examined: readonly Examined[];
  /** How its blocks differ from those. */
  changesSince: ChangesSince;
  /** The facts of blocks that came, by the places of their rules. */
  filed(came: readonly Examined[]): Readonly<FiledFacts>;
  people(): People;
  /** How they differ from those in these circles. */
  peopleSince(before: ReadonlySet<Circle>): PeopleSince;
  /** What the case in hand asked of the people; noted by the context. */
  asked: Asked;
  /** What was said of it. */
  said: Finding[];
  report(finding: Finding): void;
}

/** What a case asked of the people, with the answer. */
export interface Asked {
  people: People | undefined;
  names: ReadonlySet<string> | undefined;
}

/** To note questions in. */
export const nothingAsked = (): Asked => ({ people: undefined, names: undefined });

/** What tells a case from the others: the key of its facts, the person, the circle. */
export type Key = string | number | object;

/** The cases that there are. */
export interface Docket {
  /** Brings it up to an article; tells which cases are not what they were. */
  bringUp(reading: Reading): readonly Key[];
  all(): Iterable<Key>;
  /** What the rule is handed; undefined when there is no such case any more. */
  subject(key: Key): unknown;
  /** What the gist of the article is taken from. */
  facts(reading: Reading): unknown;
}

const none: readonly never[] = [];

/** Sorts the facts of blocks by their rules: one walk for all rules. */
export function gatherFacts(came: readonly Examined[]): FiledFacts {
  const filed: FiledFacts = [];
  for (const one of came) for (let own = one.facts; own; own = own.next) fileFacts(filed, own);
  return filed;
}

/** What a rule collected from an article, in the order of the text. */
class Facts {
  readonly #rule: number;
  #seen = noBlocks;
  #all: readonly Placed<object>[] = none;

  /** @param rule its place among those that see more than one block */
  constructor(rule: number) {
    this.#rule = rule;
  }

  /** The same list for as long as no block has other facts. */
  follow(reading: Reading): readonly Placed<object>[] {
    const { examined } = reading;
    const { head, tail, came } = reading.changesSince(this.#seen);
    this.#seen = examined;
    const all = this.#all;
    const low = examined[head - 1]?.number ?? 0;
    const high = examined[examined.length - tail]?.number ?? Number.POSITIVE_INFINITY;
    const from = firstIndex(all.length, (i) => (all[i]?.block ?? 0) > low);
    const to = firstIndex(all.length, (i) => (all[i]?.block ?? 0) >= high);
    const fresh: Placed<object>[] = [];
    for (const { block, facts } of reading.filed(came)[this.#rule] ?? none)
      for (const fact of facts) fresh.push(placeEntry(fact, block));
    if (fresh.length + to - from > 0)
      this.#all = all.length === 0 ? fresh : all.slice(0, from).concat(fresh, all.slice(to));
    return this.#all;
  }
}

/**
 * Opens the docket of a rule.
 *
 * @param index of the rule among those that see more than one block
 */
export function openDocket(rule: AnyWideRule, index: number): Docket {
  if (rule.scope === 'case') return new FactDocket(rule, index);
  if (rule.scope === 'article') return new ArticleDocket(rule, index);
  return new PeopleDocket(rule, index);
}

class ArticleDocket implements Docket {
  /** The whole article is the one case. */
  readonly #cases: readonly Key[];
  readonly #facts: Facts | undefined;
  #now: readonly object[] = none;

  constructor({ id, collect }: AnyWideRule, index: number) {
    this.#cases = [id];
    if (collect) this.#facts = new Facts(index);
  }

  bringUp(reading: Reading): readonly Key[] {
    if (this.#facts) this.#now = this.#facts.follow(reading);
    return this.#cases;
  }

  all(): Iterable<Key> {
    return this.#cases;
  }

  subject(): unknown {
    return this.#now;
  }

  facts(): unknown {
    return this.#now;
  }
}

class FactDocket implements Docket {
  readonly #rule: number;
  readonly #caseOf: (fact: object) => Key;
  readonly #least: 1 | 2;
  // Opened with the first fact: many articles have none.
  #ledger: Ledger<Key, object> | undefined;
  #seen = noBlocks;

  constructor({ caseOf, least }: CaseRule, index: number) {
    this.#rule = index;
    this.#caseOf = caseOf;
    this.#least = least ?? 1;
  }

  bringUp(reading: Reading): readonly Key[] {
    const { gone, came } = reading.changesSince(this.#seen);
    const filed = reading.filed(came)[this.#rule] ?? none;
    this.#seen = reading.examined;
    if (!this.#ledger) {
      if (filed.length === 0) return none;
      this.#ledger = openLedger(this.#caseOf, this.#least);
      this.#ledger.fill(filed);
      return [...this.#ledger.takeTouchedKeys()];
    }
    const ledger = this.#ledger;
    for (const number of gone) ledger.replace(number, none);
    let next = 0;
    for (const { number } of came)
      if (filed[next]?.block === number) next++;
      else ledger.replace(number, none);
    for (const { block, facts } of filed) ledger.replace(block, facts);
    return [...ledger.takeTouchedKeys()];
  }

  all(): Iterable<Key> {
    return this.#ledger?.keys() ?? none;
  }

  subject(key: Key): unknown {
    const facts: readonly Placed<object>[] = this.#ledger?.of(key) ?? none;
    return facts.length > 0 ? facts : undefined;
  }

  facts(): unknown {
    return this.#ledger?.lists() ?? none;
  }
}

class PeopleDocket implements Docket {
  readonly #kind: keyof PeopleSince;
  #seen: ReadonlySet<Circle> = noCircles;
  #gone: ReadonlySet<Key> = nobody;
  readonly #facts: Facts | undefined;

  constructor({ scope, collect }: AnyWideRule, index: number) {
    this.#kind = scope === 'person' ? 'people' : 'circles';
    if (collect) this.#facts = new Facts(index);
  }

  bringUp(reading: Reading): readonly Key[] {
    const since = reading.peopleSince(this.#seen)[this.#kind];
    this.#seen = reading.people().circles;
    this.#gone = since.gone;
    return since.touched;
  }

  all(): Iterable<Key> {
    return this.#kind === 'circles' ? this.#seen : [...this.#seen].flatMap(({ people }) => people);
  }

  subject(key: Key): unknown {
    return this.#gone.has(key) ? undefined : key;
  }

  facts(reading: Reading): unknown {
    return this.#facts?.follow(reading) ?? none;
  }
}

const noCircles: ReadonlySet<Circle> = new Set();

/** The circles that came or went, and their people. */
export interface PeopleSince {
  people: Since;
  circles: Since;
}

interface Since {
  /** Those that came and those that went, each once. */
  touched: readonly Key[];
  gone: ReadonlySet<Key>;
}

/** Compares the circles of two readings. */
export function comparePeople(before: ReadonlySet<Circle>, now: ReadonlySet<Circle>): PeopleSince {
  const went = before.size === 0 ? none : [...before].filter((circle) => !now.has(circle));
  const came = before.size === 0 ? [...now] : [...now].filter((circle) => !before.has(circle));
  return { people: compare(peopleOf(went), peopleOf(came)), circles: compare(went, came) };
}

function peopleOf(circles: readonly Circle[]): readonly Key[] {
  const people: Key[] = [];
  for (let i = 0; i < circles.length; i++) people.push(...(circles[i]?.people ?? none));
  return people;
}

const nobody: ReadonlySet<Key> = new Set();

function compare(went: readonly Key[], came: readonly Key[]): Since {
  if (went.length === 0) return { touched: came, gone: nobody };
  const gone = new Set(went);
  const touched = new Set(went);
  for (const one of came) {
    // One that is the same in another circle is no other case.
    if (gone.delete(one)) touched.delete(one);
    else touched.add(one);
  }
  return { touched: [...touched], gone };
}
