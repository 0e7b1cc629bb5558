import type { Article, Block } from '../article/index.ts';
import type { RuleSetting } from '../config/index.ts';
import type { Mend } from '../encoding/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import { isInside } from '../language/index.ts';
import type { Finding, Rule, Severity } from '../rules/index.ts';
import type { LineIndex } from '../text/index.ts';
import { pointAt, toSource } from '../text/index.ts';
import type { Message, Place } from './message.ts';

/** A finding with what is needed to settle it. */
export interface RawFinding {
  rule: Rule;
  setting: RuleSetting;
  finding: Finding;
  block: number;
}

/** A block's texts and the maps between them. */
export interface Layer {
  block: Block;
  mend: Mend;
  parsed: ParsedBlock;
}

/** Fills a message template; a face hands in its own for other languages. */
export type Translate = (template: string, data: Readonly<Record<string, string | number>>) => string;

/** Fills `{name}` in an English template. */
export const fillTemplate: Translate = (template, data) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in data ? String(data[name]) : whole));

const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };

/**
 * Turns findings into messages: stets removed, overlaps within a category resolved, positions mapped back to the
 * source, order fixed.
 */
export function settleFindings(
  raw: readonly RawFinding[],
  article: Article,
  layers: readonly Layer[],
  lines: LineIndex,
  translate: Translate,
): Message[] {
  const messages: Message[] = [];
  for (const { rule, setting, finding, block } of raw) {
    const layer = layers[block];
    if (!layer || setting.severity === 'off') continue;
    const inQuote = isInside(layer.parsed.quotes, finding.start);
    const category = finding.category ?? rule.category;
    if (inQuote && rule.inQuotes === 'ignore') continue;
    const place = placeOf(layer, finding, lines);
    const ruleId = finding.ruleId ?? rule.id;
    if (isStet(article, ruleId, place)) continue;
    const actual = article.source.slice(place.start.offset, place.end.offset);
    const expected = finding.expected ?? [];
    const related = (finding.related ?? []).flatMap((there) => {
      const other = layers[there.block];
      return other
        ? [{ message: translate(there.message, finding.data ?? {}), place: placeOf(other, there.span, lines) }]
        : [];
    });
    const data = {
      actual,
      expected: expected[0] ?? '',
      line: related[0]?.place.start.line ?? place.start.line,
      ...finding.data,
    };
    messages.push({
      source: 'copydesk',
      ruleId,
      category,
      severity: finding.severity ?? setting.severity,
      reason: translate(finding.what ?? rule.what, data),
      note: translate(finding.why ?? rule.why, data),
      url: finding.url ?? '',
      place,
      actual,
      expected,
      titles: expected.map((text) => translate(finding.how ?? rule.how, { ...data, expected: text })),
      safe: finding.safe === true && expected.length > 0 && (category === 'encoding' || !inQuote),
      related,
      group: finding.group ?? '',
    });
  }
  messages.sort(
    (a, b) =>
      a.place.start.offset - b.place.start.offset ||
      a.place.end.offset - b.place.end.offset ||
      severityOrder[a.severity] - severityOrder[b.severity] ||
      (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
  );
  return messages.filter((message, i) => {
    const before = messages[i - 1];
    return !(
      before &&
      before.ruleId === message.ruleId &&
      before.place.start.offset === message.place.start.offset &&
      before.place.end.offset === message.place.end.offset
    );
  });
}

/** Where a span of a block's mended text lies in the source. */
export function placeOf({ block, mend }: Layer, span: { start: number; end: number }, lines: LineIndex): Place {
  const start = toSource(block.map, toSource(mend.map, span.start, 'start'), 'start');
  const end = Math.max(start, toSource(block.map, toSource(mend.map, span.end, 'end'), 'end'));
  return { start: pointAt(lines, start), end: pointAt(lines, end) };
}

function isStet(article: Article, ruleId: string, place: Place): boolean {
  return article.stets.some(
    ({ rules, start, end }) =>
      place.start.offset < end && place.end.offset > start && (rules.length === 0 || rules.includes(ruleId)),
  );
}
