import type { RuleSetting } from '../config/index.ts';
import { isInside } from '../language/index.ts';
import type { Finding, Rule, Severity } from '../rules/index.ts';
import type { Letters, LineIndex, Translate } from '../text/index.ts';
import { copyText, pointAt, toSource } from '../text/index.ts';
import type { Base, Other, Standing } from './layer.ts';
import type { Message, Place, RelatedPlace } from './message.ts';
import { rewriteInSource } from './rewrite.ts';

/** A rule and what the configuration says of it. */
export interface ActiveRule {
  rule: Rule;
  setting: RuleSetting;
  /** Its place among the rules that wait for words. */
  watched?: number | undefined;
}

/** A finding with what is needed to settle it. */
export interface RawFinding extends ActiveRule {
  finding: Finding;
  /** Its message as last settled, where it speaks of other blocks. */
  reached?: Reached;
}

/** A message that speaks of other blocks, and where its own and these stood. */
export interface Reached {
  message: Message | undefined;
  base: Base;
  others: readonly Other[];
}

/** Where messages are settled. */
export interface Sheet {
  source: Letters;
  lines: LineIndex;
  translate: Translate;
}

const none: readonly never[] = [];
const severityOrder: Record<Severity, number> = { error: 0, warning: 1, info: 2, hint: 3 };

/** The order of messages: by place, then the graver first; then any that is the same in every check. */
export function compareMessages(a: Message, b: Message): number {
  return (
    a.place.start.offset - b.place.start.offset ||
    a.place.end.offset - b.place.end.offset ||
    severityOrder[a.severity] - severityOrder[b.severity] ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.reason, b.reason) ||
    compareText(a.group, b.group)
  );
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Turns a finding into a message with its place in the source and its replacements as they must stand there.
 *
 * @param others the blocks of its related places
 * @returns undefined when the rule's policy drops it: it stands in a quotation and the rule ignores these, or its span
 * lies outside the block
 */
export function settleFinding(
  { rule, setting, finding }: RawFinding,
  standing: Standing,
  others: readonly Other[],
  sheet: Sheet,
): Message | undefined {
  const { translate, source, lines } = sheet;
  const { parsed } = standing.layer;
  if (setting.severity === 'off' || !isWithin(finding, parsed.text)) return undefined;
  const category = finding.category ?? rule.category;
  const inQuote = isInside(parsed.quotes, finding.start) || isInside(parsed.quotes, finding.end - 1);
  if (inQuote && rule.inQuotes === 'ignore' && category !== 'encoding') return undefined;
  const place = finding.inSource ? spanPlace(finding.inSource, lines) : placeOf(standing, finding, lines);
  const actual = copyText(source.slice(place.start.offset, place.end.offset));
  const readings = replacementsOf(standing, source, finding, place, category === 'encoding');
  const related = relate(finding, others, sheet);
  const data = {
    actual,
    expected: finding.expected?.[0] ?? '',
    line: related[0]?.place.start.line ?? place.start.line,
    ...finding.data,
  };
  const how = finding.how ?? rule.how;
  const message: Message = {
    source: 'copydesk',
    ruleId: finding.ruleId ?? rule.id,
    category,
    severity: finding.severity ?? setting.severity,
    reason: translate(finding.what ?? rule.what, data),
    note: translate(finding.why ?? rule.why, data),
    url: finding.url ?? urlOf(rule.id),
    place,
    actual,
    expected: readings.length > 0 ? readings.map(({ text }) => text) : none,
    titles: readings.length > 0 ? readings.map(({ clean }) => translate(how, { ...data, expected: clean })) : none,
    safe:
      finding.safe === true &&
      readings[0]?.first === true &&
      readings[0].verbatim &&
      (category === 'encoding' || !inQuote),
    related,
    group: finding.group ?? '',
  };
  if (inQuote) message.inQuote = true;
  return message;
}

/** The related places of a finding that there are. */
function relate(
  { related = none, data = {} }: Finding,
  others: readonly Other[],
  sheet: Sheet,
): readonly RelatedPlace[] {
  if (related.length === 0) return none;
  const places = related.map(({ span, message }, k): RelatedPlace | undefined => {
    const other = others[k];
    if (!other || other.at < 0 || !isWithin(span, other.base.layer.parsed.text)) return undefined;
    return { message: sheet.translate(message, data), place: placeOf(other.base, span, sheet.lines) };
  });
  return withoutGaps(places);
}

/** What there is in a list; mostly that is all. */
export function withoutGaps<T>(list: (T | undefined)[]): T[] {
  return list.includes(undefined) ? list.filter((one) => one !== undefined) : (list as T[]);
}

const urls = new Map<string, string>();

/** Where a rule is told of: one string for all its messages. */
function urlOf(ruleId: string): string {
  const known = urls.get(ruleId);
  if (known !== undefined) return known;
  const url = `https://github.com/copydesk/copydesk/blob/main/docs/rules/${ruleId}.md`;
  urls.set(ruleId, url);
  return url;
}

/** True when a message's words or places depend on more than its own block. */
export function reachesOut({ rule, finding }: RawFinding): boolean {
  return (
    finding.related !== undefined ||
    (finding.what ?? rule.what).includes('{line}') ||
    (finding.why ?? rule.why).includes('{line}') ||
    (finding.how ?? rule.how).includes('{line}')
  );
}

/** Where a span of a block's mended text lies in the source. */
export function placeOf(
  { layer: { block, mend }, moved, line }: Standing,
  span: { start: number; end: number },
  lines: LineIndex,
): Place {
  const start = toSource(block.map, toSource(mend.map, span.start, 'start'), 'start') + moved;
  const end = span.end > span.start ? toSource(block.map, toSource(mend.map, span.end, 'end'), 'end') + moved : start;
  return { start: pointAt(lines, start, line), end: pointAt(lines, Math.max(start, end), line) };
}

function spanPlace({ start, end }: { start: number; end: number }, lines: LineIndex): Place {
  return { start: pointAt(lines, start), end: pointAt(lines, end) };
}

const isWithin = (span: { start: number; end: number }, text: string) =>
  span.start >= 0 && span.end >= span.start && span.end <= text.length;

interface Replacement {
  text: string;
  clean: string;
  verbatim: boolean;
  /** It is the first that the rule proposed. */
  first: boolean;
}

function replacementsOf(
  { layer, moved }: Standing,
  source: Letters,
  finding: Finding,
  place: Place,
  isRepair: boolean,
): readonly Replacement[] {
  const { expected = none } = finding;
  if (expected.length === 0) return none;
  const start = place.start.offset;
  const end = place.end.offset;
  const { mend, block } = layer;
  if (mend.map.stretches.length === 0 && block.map.stretches.length === 0 && !block.write)
    return expected.map((text, i) => ({ text, clean: text, verbatim: true, first: i === 0 }));
  const span = isRepair
    ? { start: toSource(mend.map, finding.start, 'start'), end: toSource(mend.map, finding.end, 'end') }
    : finding;
  return expected.flatMap((clean, i) => {
    const rewrite = rewriteInSource(layer, moved, source, span, { start, end }, clean, !isRepair);
    return rewrite ? [{ ...rewrite, clean, first: i === 0 }] : [];
  });
}
