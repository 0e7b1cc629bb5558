import { isMap, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { Stet } from '../article/index.ts';
import type { Letters, LineIndex, Translate } from '../text/index.ts';
import { pointAt } from '../text/index.ts';
import type { Message } from './message.ts';

/**
 * A row of `.copydesk/stet.yaml`: something that stands although a rule speaks. It names no position, so it holds when
 * the text around it moves.
 */
export interface StetRow {
  rule: string;
  /** The one article that it speaks of, from the list's folder; all below the folder without it. */
  article?: string;
  /** The source text that the message marks, white space collapsed. */
  text: string;
  /** Up to three words on either side. */
  before?: string;
  after?: string;
  reason?: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  until?: string;
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The rows of a list that speak of an article. `name` is its path from the folder that the list speaks for. */
export function rowsFor(rows: readonly StetRow[], name: string): readonly StetRow[] {
  return rows.some(({ article }) => article !== undefined)
    ? rows.filter(({ article }) => article === undefined || article === name)
    : rows;
}

/** Makes the row that lets a message stand. */
export function describeStet(message: Message, source: string, reason = ''): StetRow {
  return { rule: message.ruleId, ...neighbours(message, source), ...(reason ? { reason } : {}) };
}

function neighbours({ place }: Message, source: Letters): { text: string; before: string; after: string } {
  const { start, end } = { start: place.start.offset, end: place.end.offset };
  const before = collapse(source.slice(Math.max(0, start - 120), start))
    .split(' ')
    .slice(-3)
    .join(' ');
  const after = collapse(source.slice(end, end + 120))
    .split(' ')
    .slice(0, 3)
    .join(' ');
  return { text: collapse(source.slice(start, end)), before, after };
}

/**
 * Reads a stet list. What is wrong in it is a problem with its line; the other rows hold.
 *
 * @param today `YYYY-MM-DD`; rows past their day are left out
 */
export function parseStetRows(
  yaml: string,
  today = '',
): { rows: StetRow[]; problems: { line: number; message: string }[] } {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, logLevel: 'silent' });
  const problems = document.errors.map(({ message, pos }) => ({
    line: counter.linePos(pos[0]).line,
    message: message.split('\n')[0] ?? '',
  }));
  const { contents } = document;
  if (problems.length > 0 || contents === null) return { rows: [], problems };
  if (!isSeq(contents)) return { rows: [], problems: [{ line: 1, message: 'A stet list is a list of rows.' }] };
  const rows: StetRow[] = [];
  for (const item of contents.items) {
    const at = isMap(item) && item.range ? item.range[0] : 0;
    const row = isMap(item) ? (item.toJSON() as Record<string, unknown>) : {};
    if (typeof row.rule !== 'string' || typeof row.text !== 'string') {
      problems.push({ line: counter.linePos(at).line, message: 'A stet needs `rule` and `text`.' });
      continue;
    }
    const until = typeof row.until === 'string' ? row.until : '';
    if (until !== '' && until < today) continue;
    rows.push({
      rule: row.rule,
      ...(typeof row.article === 'string' ? { article: row.article } : {}),
      text: collapse(row.text),
      ...(typeof row.before === 'string' ? { before: collapse(row.before) } : {}),
      ...(typeof row.after === 'string' ? { after: collapse(row.after) } : {}),
      ...(typeof row.reason === 'string' ? { reason: row.reason } : {}),
      ...(until ? { until } : {}),
    });
  }
  return { rows, problems };
}

/** Writes rows as YAML, to be appended to a list. */
export function formatStetRows(rows: readonly StetRow[]): string {
  return rows.length === 0 ? '' : stringify(rows, { lineWidth: 0 });
}

/** Takes away the messages that someone let stand; a stet that lets nothing stand is reported. */
export function applyStets(
  messages: readonly Message[],
  stets: readonly Stet[],
  rows: readonly StetRow[],
  source: Letters,
  lines: LineIndex,
  isOn: (ruleId: string) => boolean,
  translate: Translate,
): Message[] {
  const { left, used } = partByStets(messages, stets, rows, source);
  for (const stet of stets) {
    // A rule that is off today may speak tomorrow.
    if (used.has(stet) || (stet.rules.length > 0 && !stet.rules.every(isOn))) continue;
    left.push(unusedStet(stet, source, lines, translate));
  }
  return left;
}

/** The messages that nobody let stand, and the stets that let some. */
export function partByStets(
  messages: readonly Message[],
  stets: readonly Stet[],
  rows: readonly StetRow[],
  source: Letters,
): { left: Message[]; used: ReadonlySet<Stet> } {
  const used = new Set<Stet>();
  const byRule = new Map<string, StetRow[]>();
  for (const row of rows) byRule.set(row.rule, [...(byRule.get(row.rule) ?? []), row]);
  const left = messages.filter((message) => {
    const stet = stets.find(
      ({ rules, start, end }) =>
        message.place.start.offset < end &&
        Math.max(message.place.end.offset, message.place.start.offset + 1) > start &&
        (rules.length === 0 || rules.includes(message.ruleId)),
    );
    if (stet) used.add(stet);
    return !stet && !byRule.get(message.ruleId)?.some((row) => letsStand(row, message, source));
  });
  return { left, used };
}

/** Whether a row lets a message stand. */
export function letsStand(row: StetRow, message: Message, source: Letters): boolean {
  if (row.rule !== message.ruleId) return false;
  const here = neighbours(message, source);
  // What stands everywhere stands with a possessive ending too.
  if (row.before === undefined && row.after === undefined)
    return row.text === here.text || row.text === here.text.replace(/['’]s?$/, '');
  if (row.text !== here.text) return false;
  // One side may have been edited since.
  return row.before === here.before || row.after === here.after;
}

function unusedStet({ rules, place }: Stet, source: Letters, lines: LineIndex, translate: Translate): Message {
  return {
    source: 'copydesk',
    ruleId: 'unused-stet',
    category: 'structure',
    severity: 'info',
    reason:
      rules.length > 0
        ? translate('This stet lets nothing stand: {rules} is silent here', { rules: rules.join(', ') })
        : translate('This stet lets nothing stand', {}),
    note: translate('A remark that is no longer needed hides the next fault of its kind.', {}),
    url: '',
    place: { start: pointAt(lines, place.start), end: pointAt(lines, place.end) },
    actual: source.slice(place.start, place.end),
    expected: [],
    titles: [],
    safe: false,
    related: [],
    group: '',
  };
}
