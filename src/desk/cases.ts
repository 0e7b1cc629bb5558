import type { Ledger, Placed } from '../article/index.ts';
import { openLedger } from '../article/index.ts';
import type { Circle, People, Person } from '../people/index.ts';
import type { AnyWideRule, ArticleContext, Finding } from '../rules/index.ts';
import type { ActiveWideRule } from './bench.ts';
import type { Failure } from './examine.ts';
import { toError } from './examine.ts';
import { isSameValue } from './same-value.ts';
import type { RawFinding } from './settle.ts';

/** The cases of one rule. */
export interface Cases {
  /** Judges the cases anew that are not what they were, and those whose questions have another answer now. */
  bringUp(reading: Reading): void;
  failure(): Failure | undefined;
}

/** The facts of each block: a list for each rule that sees more than one block. */
export type FactSheets = readonly (readonly (readonly unknown[])[])[];

/** An article as it is read in one check. */
export interface Reading {
  facts: FactSheets;
  /** The blocks whose facts are others than on those sheets. */
  changedSince(before: FactSheets): readonly number[];
  people(): People;
  contextFor(asked: Asked): ArticleContext;
}

/** What a case asked of the people, with the answer. */
export interface Asked {
  people?: People;
  names?: ReadonlySet<string>;
}

/** Where findings are kept. */
export interface Findings {
  enter(raw: RawFinding): void;
  strike(raw: RawFinding): void;
}

/** What a rule said of a case. */
interface Verdict {
  raw: readonly RawFinding[];
  asked: Asked;
  error?: Error;
}

/** What tells a case from the others: the key of its facts, the person, the circle. */
type Key = string | number | object;

/** The cases that there are. */
interface Docket {
  /** Brings it up to an article; tells which cases are not what they were. */
  bringUp(reading: Reading): Iterable<Key>;
  all(): Iterable<Key>;
  /** What the rule is handed; undefined when there is no such case any more. */
  subject(key: Key): unknown;
}

/**
 * Opens the cases of a rule.
 *
 * @param index of the rule among those that see more than one block
 */
export function openCases({ rule, setting }: ActiveWideRule, index: number, findings: Findings): Cases {
  let docket = openDocket(rule, index);
  const verdicts = new Map<Key, Verdict>();
  // Those that asked of the people, and those that threw.
  const asking = new Set<Key>();
  const failed = new Map<Key, Error>();
  let gist: unknown;
  let failure: Error | undefined;

  const judge = (key: Key, reading: Reading) => {
    const before = verdicts.get(key);
    const subject = docket.subject(key);
    const verdict = subject === undefined ? undefined : hear(subject, before?.raw ?? [], reading);
    if (!verdict) exchange(before?.raw ?? [], [], findings);
    if (verdict && (verdict.raw.length > 0 || verdict.asked.people || verdict.asked.names)) verdicts.set(key, verdict);
    else verdicts.delete(key);
    if (verdict?.asked.people || verdict?.asked.names) asking.add(key);
    else asking.delete(key);
    if (verdict?.error) failed.set(key, verdict.error);
    else failed.delete(key);
  };
  const hear = (subject: unknown, before: readonly RawFinding[], reading: Reading): Verdict => {
    const asked: Asked = {};
    const raw: RawFinding[] = [];
    let error: Error | undefined;
    try {
      const report = (finding: Finding) => raw.push({ rule, setting, finding });
      // The docket hands each rule what its `check` reads.
      rule.check(subject as never, setting.options, report, reading.contextFor(asked), gist as never);
    } catch (thrown) {
      error = toError(thrown);
      raw.length = 0;
    }
    return { raw: exchange(before, raw, findings), asked, ...(error && { error }) };
  };
  const isStale = (key: Key, { people }: Reading) => {
    const { asked } = verdicts.get(key) ?? {};
    return (asked?.people && asked.people !== people()) || (asked?.names && asked.names !== people().names);
  };
  const forget = () => {
    for (const { raw } of verdicts.values()) exchange(raw, [], findings);
    verdicts.clear();
    asking.clear();
    failed.clear();
    docket = openDocket(rule, index);
    gist = undefined;
  };
  return {
    bringUp(reading) {
      failure = undefined;
      try {
        const touched = docket.bringUp(reading);
        const now = rule.gist?.(
          (rule.collect ? factsOf(reading, index) : none) as never,
          setting.options,
          reading.contextFor({}),
        );
        if (!isSameValue(now, gist)) {
          gist = now;
          for (const key of [...verdicts.keys()]) if (docket.subject(key) === undefined) judge(key, reading);
          for (const key of docket.all()) judge(key, reading);
          return;
        }
        for (const key of touched) judge(key, reading);
        for (const key of [...asking]) if (isStale(key, reading)) judge(key, reading);
      } catch (error) {
        forget();
        failure = toError(error);
      }
    },
    failure() {
      const [error = failure] = failed.values();
      return error && { ruleId: rule.id, error };
    },
  };
}

/**
 * Puts findings in the place of others. Those at either end that say the same stay the objects that they were, with the
 * messages that were made of them.
 */
function exchange(
  before: readonly RawFinding[],
  now: readonly RawFinding[],
  { enter, strike }: Findings,
): readonly RawFinding[] {
  const isSame = (a: RawFinding | undefined, b: RawFinding | undefined) =>
    a !== undefined && b !== undefined && isSameValue(a.finding, b.finding);
  const shorter = Math.min(before.length, now.length);
  let head = 0;
  while (head < shorter && isSame(before[head], now[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(before[before.length - tail - 1], now[now.length - tail - 1])) tail++;
  for (const one of before.slice(head, before.length - tail)) strike(one);
  const between = now.slice(head, now.length - tail);
  for (const one of between) enter(one);
  return [...before.slice(0, head), ...between, ...before.slice(before.length - tail)];
}

const factsOf = ({ facts }: Reading, index: number) => facts.map((sheet) => sheet[index] ?? none);

const none: readonly never[] = [];

function openDocket(rule: AnyWideRule, index: number): Docket {
  if (rule.scope === 'case') return docketFacts(openLedger<Key, object>(rule.caseOf), index);
  if (rule.scope === 'person') return docketPeople(({ people }) => people);
  if (rule.scope === 'circle') return docketPeople((circle) => [circle]);
  let facts: unknown;
  return {
    bringUp(reading) {
      facts = rule.collect ? factsOf(reading, index) : none;
      return [rule.id];
    },
    all: () => [rule.id],
    subject: () => facts,
  };
}

function docketFacts(ledger: Ledger<Key, object>, index: number): Docket {
  let seen: FactSheets = [];
  return {
    bringUp({ facts, changedSince }) {
      for (const block of changedSince(seen))
        ledger.replace(block, (facts[block]?.[index] ?? none) as readonly object[]);
      ledger.cut(facts.length);
      seen = facts;
      return ledger.takeTouched().keys();
    },
    all: () => ledger.keys(),
    subject(key) {
      const facts: readonly Placed<object>[] = ledger.of(key);
      return facts.length > 0 ? facts : undefined;
    },
  };
}

function docketPeople(membersOf: (circle: Circle) => readonly (Person | Circle)[]): Docket {
  const members = new Set<Key>();
  let seen: ReadonlySet<Circle> = new Set();
  return {
    bringUp({ people }) {
      const now = people().circles;
      const touched = new Set<Key>();
      for (const circle of seen)
        if (!now.has(circle))
          for (const member of membersOf(circle)) {
            members.delete(member);
            touched.add(member);
          }
      for (const circle of now)
        if (!seen.has(circle))
          for (const member of membersOf(circle)) {
            members.add(member);
            // One that is the same in another circle is no other case.
            if (!touched.delete(member)) touched.add(member);
          }
      seen = now;
      return touched;
    },
    all: () => members,
    subject: (key) => (members.has(key) ? key : undefined),
  };
}
