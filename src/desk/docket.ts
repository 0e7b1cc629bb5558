import type { Ledger, Placed } from '../article/index.ts';
import { openLedger } from '../article/index.ts';
import type { Circle, People } from '../people/index.ts';
import type { AnyWideRule } from '../rules/index.ts';
import type { Changes } from './changes.ts';
import type { Examined } from './examine.ts';

/** An article as it is read in one check. */
export interface Reading {
  examined: readonly Examined[];
  /** How its blocks differ from those. */
  changesSince(before: readonly Examined[]): Changes;
  people(): People;
  /** How they differ from those in these circles. */
  peopleSince(before: ReadonlySet<Circle>): PeopleSince;
  /** What the case in hand asked of the people; noted by the context. */
  asked: Asked;
}

/** What a case asked of the people, with the answer. */
export interface Asked {
  people?: People;
  names?: ReadonlySet<string>;
}

/** What tells a case from the others: the key of its facts, the person, the circle. */
export type Key = string | number | object;

/** The cases that there are. */
export interface Docket {
  /** Brings it up to an article; tells which cases are not what they were. */
  bringUp(reading: Reading): Iterable<Key>;
  all(): Iterable<Key>;
  /** What the rule is handed; undefined when there is no such case any more. */
  subject(key: Key): unknown;
}

const none: readonly never[] = [];

/**
 * Follows what a rule collected from the article, in the order of the text: the same list for as long as no block has other
 * facts.
 *
 * @param index of the rule among those that see more than one block
 */
export function followFacts(index: number): (reading: Reading) => readonly Placed<object>[] {
  const ledger = openLedger<Key, object>(() => 0);
  const follow = enterFacts(ledger, index);
  return (reading) => {
    follow(reading);
    ledger.takeTouched();
    return ledger.of(0);
  };
}

/** Brings the facts of one rule in a ledger up to a reading. */
function enterFacts(ledger: Ledger<Key, object>, index: number): (reading: Reading) => void {
  let seen: readonly Examined[] = [];
  return ({ examined, changesSince }) => {
    const { gone, came } = changesSince(seen);
    for (const number of gone) ledger.replace(number, none);
    for (const { number, facts } of came) ledger.replace(number, (facts[index] ?? none) as readonly object[]);
    seen = examined;
  };
}

/**
 * Opens the docket of a rule.
 *
 * @param index of the rule among those that see more than one block
 */
export function openDocket(rule: AnyWideRule, index: number): Docket {
  if (rule.scope === 'case') return docketFacts(openLedger<Key, object>(rule.caseOf), index);
  if (rule.scope === 'person') return docketPeople('people');
  if (rule.scope === 'circle') return docketPeople('circles');
  const follow = followFacts(index);
  let facts: unknown;
  return {
    bringUp(reading) {
      facts = rule.collect ? follow(reading) : none;
      return [rule.id];
    },
    all: () => [rule.id],
    subject: () => facts,
  };
}

function docketFacts(ledger: Ledger<Key, object>, index: number): Docket {
  const follow = enterFacts(ledger, index);
  return {
    bringUp(reading) {
      follow(reading);
      return ledger.takeTouched().keys();
    },
    all: () => ledger.keys(),
    subject(key) {
      const facts: readonly Placed<object>[] = ledger.of(key);
      return facts.length > 0 ? facts : undefined;
    },
  };
}

function docketPeople(kind: keyof PeopleSince): Docket {
  let seen: ReadonlySet<Circle> = new Set();
  let gone: ReadonlySet<Key> = new Set();
  return {
    bringUp(reading) {
      const since = reading.peopleSince(seen)[kind];
      seen = reading.people().circles;
      gone = since.gone;
      return since.touched;
    },
    all: () => (kind === 'circles' ? seen : [...seen].flatMap(({ people }) => people)),
    subject: (key) => (gone.has(key) ? undefined : key),
  };
}

/** The circles that came or went, and their people. */
export interface PeopleSince {
  people: Since;
  circles: Since;
}

interface Since {
  /** Those that came and those that went, each once. */
  touched: Iterable<Key>;
  gone: ReadonlySet<Key>;
}

/** Compares the circles of two readings. */
export function comparePeople(before: ReadonlySet<Circle>, now: ReadonlySet<Circle>): PeopleSince {
  const went = [...before].filter((circle) => !now.has(circle));
  const came = [...now].filter((circle) => !before.has(circle));
  const peopleOf = (circles: readonly Circle[]) => circles.flatMap(({ people }) => people);
  return { people: compare(peopleOf(went), peopleOf(came)), circles: compare(went, came) };
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
  return { touched, gone };
}
