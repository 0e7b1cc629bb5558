import type { Letters } from '../text/index.ts';
import type { Span } from './article.ts';

const fence = /^[ \t>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)*(`{3,}|~{3,})/;
const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const html: readonly [RegExp, RegExp][] = [
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|pre|style|textarea)\b/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<[?]/, /[?]>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![a-z]/i, />/],
];

/**
 * Cuts Markdown into sections that read alone as they do in the whole: at an unindented line after a blank one,
 * outside fences, comments and lists. A cut depends on nothing before the section that it ends.
 *
 * @param isKnown stops at the first cut for which this is true
 */
export function cutSections(source: string, isKnown?: (offset: number) => boolean): Span[] {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = frontMatterEnd(source);
  return end > 0 ? [{ start, end }, ...cutFrom(source, end, isKnown)] : cutFrom(source, start, isKnown);
}

/**
 * Cuts on from where a section begins behind the first.
 *
 * @param from start of that section
 */
export function cutFrom(source: string, from: number, isKnown?: (offset: number) => boolean): Span[] {
  const sections: Span[] = [];
  let start = from;
  let at = from;
  let blank = false;
  let closing: ((line: string) => boolean) | undefined;
  while (at < source.length) {
    let end = source.indexOf('\n', at);
    end = end === -1 ? source.length : end + 1;
    const code = source.charCodeAt(at);
    if (closing) {
      if (closing(source.slice(at, end))) closing = undefined;
    } else if (isBlankLine(source, at, end)) blank = true;
    else {
      if (
        blank &&
        code !== 32 &&
        code !== 9 &&
        at > start &&
        !listMarker.test(source.slice(at, Math.min(end, at + 12)))
      ) {
        sections.push({ start, end: at });
        start = at;
        if (isKnown?.(at)) return sections;
      }
      blank = false;
      closing = opening(source.slice(at, end));
    }
    at = end;
  }
  if (start < source.length) sections.push({ start, end: source.length });
  return sections;
}

function isBlankLine(source: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}

/** When a line opens something that blank lines don't end: the test for the line that closes it. */
function opening(line: string): ((line: string) => boolean) | undefined {
  const marks = fence.exec(line)?.[1];
  if (marks) {
    const close = new RegExp(`^[ \\t>]*${marks.charAt(0)}{${marks.length},}\\s*$`);
    return (later) => close.test(later);
  }
  if (!/^ {0,3}</.test(line)) return undefined;
  for (const [open, close] of html)
    if (open.test(line)) return close.test(line) ? undefined : (later) => close.test(later);
  return undefined;
}

/** Where front matter ends; 0 without any. */
export function frontMatterEnd(source: Letters): number {
  const [opening, mark] =
    /^\ufeff?(---|\+\+\+)(?=[ \t]*\r?\n)/.exec(source.slice(0, Math.min(64, source.length))) ?? [];
  if (!opening) return 0;
  const close = new RegExp(`\\n${mark === '---' ? '---' : '\\+\\+\\+'}[ \\t]*(?:\\r?\\n|$)`, 'g');
  close.lastIndex = opening.length;
  const match = close.exec(source.toString());
  return match ? match.index + match[0].length : 0;
}
