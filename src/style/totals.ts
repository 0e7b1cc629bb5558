import type { MeasureCheck, TextHit, TextNote } from './checks/index.ts';
import { alertsOf } from './formula.ts';
import type { TextCounts } from './measures.ts';
import type { Hit, PackRule } from './pack.ts';

/** A hit in a block; block −1 is the article as a whole. */
export interface FoundHit {
  block: number;
  hit: Hit;
}

/** What the totals need of a block. */
interface Part {
  block: number;
  counts: TextCounts | undefined;
  section?: string;
  summary?: string;
}

/** A hit moved by so many letters. */
export function shift(hit: TextHit, by: number): TextHit {
  return by === 0 ? hit : { ...hit, start: hit.start + by, end: hit.end + by };
}

/** A note whose hits are moved by so many letters. */
export function shiftNote(note: TextNote, by: number): TextNote {
  return by === 0 ? note : { ...note, hits: note.hits.map((hit) => shift(hit, by)) };
}

/** A hit of a rule that looks at no block. */
export function toHit(rule: PackRule, hit: TextHit): Hit {
  return { ...hit, rule, level: rule.level, safe: rule.safe && hit.expected.length > 0 };
}

/** The metrics of the article by Vale's names, each against its condition; `found` is what the other rules said. */
export function measureAll(
  measures: readonly MeasureCheck[],
  all: readonly Part[],
  found: readonly FoundHit[],
): FoundHit[] {
  const counts: Record<string, number> = { paragraphs: 0 };
  for (const one of all) {
    if (one.section) counts[one.section] = (counts[one.section] ?? 0) + 1;
    if (!one.counts) continue;
    counts.paragraphs = (counts.paragraphs ?? 0) + 1;
    for (const [name, value] of Object.entries(one.counts)) counts[name] = (counts[name] ?? 0) + value;
  }
  for (const { hit } of found) {
    const name = alertsOf(hit.rule.id);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  // An article without a word has no measure.
  const known = counts.words ? counts : {};
  return measures.flatMap((check) => {
    const message = check.measure(known);
    if (message === undefined) return [];
    return [{ block: -1, hit: toHit(check.rule, { start: 0, end: 0, message, expected: [] }) }];
  });
}

/** The prose of the article as one text, a blank line between blocks, and where an offset of it lies. */
export function joinSummary(all: readonly Part[]) {
  const starts: { block: number; start: number }[] = [];
  let text = '';
  for (const { block, summary } of all) {
    if (summary === undefined) continue;
    starts.push({ block, start: text.length });
    text += `${summary}\n\n`;
  }
  return {
    text,
    placeAt: (offset: number) => starts.findLast(({ start }) => start <= offset) ?? { block: -1, start: 0 },
  };
}

/** No more hits of a rule than its limit. */
export function limitHits(hits: readonly FoundHit[]): readonly FoundHit[] {
  const seen = new Map<PackRule, number>();
  return hits.filter(({ hit: { rule } }) => {
    if (rule.limit <= 0) return true;
    const count = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, count);
    return count <= rule.limit;
  });
}
