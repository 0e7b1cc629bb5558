import type { ArticleContext, Finding } from '../rules/index.ts';
import type { ActiveWideRule } from './bench.ts';
import type { Asked, Key, Reading } from './docket.ts';
import { followFacts, openDocket } from './docket.ts';
import type { Failure } from './examine.ts';
import { toError } from './examine.ts';
import { isSameValue } from './same-value.ts';
import type { RawFinding } from './settle.ts';

/** The cases of one rule. */
export interface Cases {
  /** Judges the cases anew that are not what they were, and those whose questions have another answer now. */
  bringUp(reading: Reading, context: ArticleContext): void;
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
export function openCases({ rule, setting }: ActiveWideRule, index: number, findings: Findings): Cases {
  let docket = openDocket(rule, index);
  const follow = followFacts(index);
  const verdicts = new Map<Key, Verdict>();
  // Those that asked of the people, and those that threw.
  const asking = new Set<Key>();
  const failed = new Map<Key, Error>();
  let gist: unknown;
  let failure: Error | undefined;

  const forget = (key: Key) => {
    verdicts.delete(key);
    asking.delete(key);
    failed.delete(key);
  };
  // Most cases say nothing and ask nothing, and leave these to the next.
  let raw: RawFinding[] = [];
  let asked: Asked = {};
  const report = (finding: Finding) => raw.push({ rule, setting, finding });
  const judge = (key: Key, reading: Reading, context: ArticleContext) => {
    const before = verdicts.get(key);
    const subject = docket.subject(key);
    let error: Error | undefined;
    if (subject !== undefined) {
      reading.asked = asked;
      try {
        // The docket hands each rule what its `check` reads.
        rule.check(subject as never, setting.options, report, context, gist as never);
      } catch (thrown) {
        error = toError(thrown);
        raw.length = 0;
      }
    }
    const hasAsked = asked.people !== undefined || asked.names !== undefined;
    if (!before && raw.length === 0 && !hasAsked && !error && failed.size === 0) return;
    forget(key);
    const kept = exchange(before?.raw ?? none, raw, findings);
    if (kept.length > 0 || hasAsked) verdicts.set(key, { raw: kept, asked });
    raw = [];
    asked = {};
    if (hasAsked) asking.add(key);
    if (error) failed.set(key, error);
  };
  const isStale = (key: Key, { people }: Reading) => {
    const { asked } = verdicts.get(key) ?? {};
    return (asked?.people && asked.people !== people()) || (asked?.names && asked.names !== people().names);
  };
  const beginAnew = () => {
    for (const [key, { raw }] of verdicts) {
      exchange(raw, none, findings);
      forget(key);
    }
    failed.clear();
    docket = openDocket(rule, index);
    gist = undefined;
  };
  return {
    bringUp(reading, context) {
      failure = undefined;
      try {
        const touched = docket.bringUp(reading);
        const now = rule.gist?.(rule.collect ? (follow(reading) as never) : none, setting.options, context);
        if (isSameValue(now, gist)) for (const key of touched) judge(key, reading, context);
        else {
          gist = now;
          for (const key of new Set([...touched, ...docket.all()])) judge(key, reading, context);
        }
        for (const key of [...asking]) if (isStale(key, reading)) judge(key, reading, context);
      } catch (error) {
        beginAnew();
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
  if (before.length === 0) {
    for (const one of now) enter(one);
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
