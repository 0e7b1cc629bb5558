import type { ArticleContext } from '../rules/index.ts';
import type { ActiveWideRule } from './bench.ts';
import type { Asked, Docket, Key, Reading } from './docket.ts';
import { nothingAsked, openDocket } from './docket.ts';
import type { Failure } from './examine.ts';
import { toError } from './examine.ts';
import { isSameValue } from './same-value.ts';
import type { RawFinding } from './settle.ts';

/** The cases of one rule. */
export interface Cases {
  /** Whether its cases are people. */
  readonly needsPeople: boolean;
  /** Finds the cases that are not what they were. */
  open(reading: Reading, context: ArticleContext): void;
  /**
   * Judges these anew, and those whose questions have another answer now.
   *
   * @param most how many
   * @returns whether that was all
   */
  judge(reading: Reading, context: ArticleContext, most?: number): boolean;
  failure(): Failure | undefined;
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
}

/**
 * Opens the cases of a rule.
 *
 * @param index of the rule among those that see more than one block
 */
export function openCases(rule: ActiveWideRule, index: number, findings: Findings): Cases {
  return new RuleCases(rule, index, findings);
}

/** A class, and lists are made when something is put in: each article opens one for each rule, and most say nothing. */
class RuleCases implements Cases {
  readonly #active: ActiveWideRule;
  readonly #index: number;
  readonly #findings: Findings;
  #docket: Docket;
  #isNew = true;
  // The cases to be judged, and which of them is the next: a check may be left before the last.
  #due: readonly Key[] = none;
  #next = 0;
  #verdicts: Map<Key, Verdict> | undefined;
  // Those that asked of the people, and those that threw.
  #asking: Set<Key> | undefined;
  #failed: Map<Key, Error> | undefined;
  #gist: unknown;
  #failure: Error | undefined;

  constructor(active: ActiveWideRule, index: number, findings: Findings) {
    this.#active = active;
    this.#index = index;
    this.#findings = findings;
    this.#docket = openDocket(active.rule, index);
  }

  get needsPeople(): boolean {
    const { scope } = this.#active.rule;
    return scope === 'person' || scope === 'circle';
  }

  open(reading: Reading, context: ArticleContext): void {
    this.#failure = undefined;
    try {
      this.#open(reading, context);
    } catch (error) {
      this.#fail(reading, error);
    }
  }

  judge(reading: Reading, context: ArticleContext, most = Number.POSITIVE_INFINITY): boolean {
    try {
      for (let left = most; ; left--) {
        if (this.#next === this.#due.length) {
          this.#due = this.#asking ? [...this.#asking].filter((key) => this.#isStale(key, reading)) : none;
          this.#next = 0;
          if (this.#due.length === 0) return true;
        }
        if (left === 0) return false;
        const key = this.#due[this.#next++];
        if (key !== undefined) this.#judge(key, reading, context);
      }
    } catch (error) {
      this.#fail(reading, error);
      return true;
    }
  }

  failure(): Failure | undefined {
    const error = this.#failed?.values().next().value ?? this.#failure;
    return error && { ruleId: this.#active.rule.id, error };
  }

  #open(reading: Reading, context: ArticleContext): void {
    const { rule, setting } = this.#active;
    // A check that was overtaken left some: nobody knows any more what became of them.
    if (this.#next < this.#due.length) this.#beginAnew();
    const docket = this.#docket;
    let due = docket.bringUp(reading);
    // Nothing was judged yet in an article that was not read before.
    const isNew = this.#isNew;
    if (rule.gist) {
      const now = rule.gist(docket.facts(reading) as never, setting.options, context);
      if (!isNew && !isSameValue(now, this.#gist)) due = [...new Set([...due, ...docket.all()])];
      this.#gist = now;
      // What it asked is asked at every check.
      reading.asked = nothingAsked();
    }
    this.#isNew = false;
    this.#due = due;
    this.#next = 0;
  }

  #judge(key: Key, reading: Reading, context: ArticleContext): void {
    const subject = this.#docket.subject(key);
    let error: Error | undefined;
    if (subject !== undefined) {
      const { rule, setting } = this.#active;
      try {
        // The docket hands each rule what its `check` reads.
        rule.check(subject as never, setting.options, reading.report, context, this.#gist as never);
      } catch (thrown) {
        error = toError(thrown);
        reading.said.length = 0;
      }
    }
    const { said, asked } = reading;
    const saysNothing = said.length === 0 && asked.people === undefined && asked.names === undefined && !error;
    // Most cases say nothing and ask nothing, and leave these to the next.
    if (saysNothing && !this.#verdicts?.has(key) && !this.#failed?.has(key)) return;
    this.#keep(key, reading, error);
  }

  /** Puts what was said of a case in the place of what was said of it before. */
  #keep(key: Key, reading: Reading, error: Error | undefined): void {
    const { rule, setting } = this.#active;
    const { said, asked } = reading;
    const before = this.#verdicts?.get(key)?.raw ?? none;
    this.#forget(key);
    const raw = said.map((finding): RawFinding => ({ rule, setting, finding }));
    const kept = exchange(before, raw, this.#findings);
    const hasAsked = asked.people !== undefined || asked.names !== undefined;
    if (kept.length > 0 || hasAsked) {
      this.#verdicts ??= new Map();
      this.#verdicts.set(key, { raw: kept, asked });
    }
    said.length = 0;
    if (hasAsked) {
      reading.asked = nothingAsked();
      this.#asking ??= new Set();
      this.#asking.add(key);
    }
    if (error) {
      this.#failed ??= new Map();
      this.#failed.set(key, error);
    }
  }

  #isStale(key: Key, { people }: Reading): boolean {
    const { asked } = this.#verdicts?.get(key) ?? {};
    return (
      (asked?.people !== undefined && asked.people !== people()) ||
      (asked?.names !== undefined && asked.names !== people().names)
    );
  }

  #forget(key: Key): void {
    this.#verdicts?.delete(key);
    this.#asking?.delete(key);
    this.#failed?.delete(key);
  }

  /** Leaves a failure and nothing else. */
  #fail(reading: Reading, error: unknown): void {
    this.#beginAnew();
    reading.asked = nothingAsked();
    this.#failure = toError(error);
  }

  #beginAnew(): void {
    for (const { raw } of this.#verdicts?.values() ?? none) exchange(raw, none, this.#findings);
    this.#verdicts = this.#asking = this.#failed = undefined;
    this.#docket = openDocket(this.#active.rule, this.#index);
    this.#gist = undefined;
    this.#isNew = true;
    this.#due = none;
    this.#next = 0;
  }
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
  if (before.length === 0) {
    now.forEach(enter);
    return now;
  }
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

const none: readonly never[] = [];
