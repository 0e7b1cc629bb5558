import type { Span } from '../article/index.ts';
import type { Letters } from '../text/index.ts';

/** A stretch of the source that is not to be read: by one rule, by one style, for one match, or at all. */
export interface IgnoredSpan extends Span {
  /** `Pack.Rule` or a pack's name; every rule without one. */
  rule?: string;
  /** Only hits on this text. */
  match?: string;
}

/** Vale's own comments: `<!-- vale off -->`, `<!-- vale Style.Rule = NO -->`, `<!-- vale Style.Rule["a", "b"] = NO -->`. */
export function findRemarks(source: Letters): IgnoredSpan[] {
  const spans: IgnoredSpan[] = [];
  // V8 looks for the first letter: one that prose lacks is found missing many times faster.
  if (!source.includes('<!--') || !source.includes('vale')) return spans;
  const open = new Map<string, IgnoredSpan>();
  const switchAt = (off: boolean, at: number, rule: string, match?: string) => {
    const key = `${rule}\n${match ?? ''}`;
    const from = open.get(key);
    if (off && !from)
      open.set(key, { start: at, end: source.length, ...(rule && { rule }), ...(match !== undefined && { match }) });
    else if (!off && from) {
      spans.push({ ...from, end: at });
      open.delete(key);
    }
  };
  for (const { index, 1: all, 2: rule = '', 3: list, 4: value } of source
    .toString()
    .matchAll(/<!--\s*vale\s+(?:(off|on)|([\w-]+(?:\.[\w-]+)*)\s*(\[[^\]\n]*\])?\s*=\s*(YES|NO))\s*-->/g)) {
    if (all) switchAt(all === 'off', index, '');
    else for (const match of list ? readList(list) : [undefined]) switchAt(value === 'NO', index, rule, match);
  }
  spans.push(...open.values());
  return spans;
}

function readList(json: string): string[] {
  return [...json.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, text = '']) => text.replace(/\\(.)/g, '$1'));
}

/** Whether a hit stands in a stretch that its rule is not to read. */
export function isIgnored(
  spans: readonly IgnoredSpan[],
  id: string,
  start: number,
  end: number,
  text?: string,
): boolean {
  return spans.some(
    (span) =>
      span.start < end &&
      span.end > start &&
      (span.rule === undefined || span.rule === id || id.startsWith(`${span.rule}.`)) &&
      (span.match === undefined || span.match === text),
  );
}
