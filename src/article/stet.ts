import type { Block, Span, Stet } from './article.ts';

/** A remark that lets something stand, before it is known which block follows. */
export interface StetRemark {
  rules: readonly string[];
  reason: string;
  place: Span;
  /** For the whole article: it stands in front matter. */
  whole?: boolean;
}

const form = /^\s*stet\b(?!-)\s*([\w-]+(?:[\s,]+[\w-]+)*)?\s*(?::\s*([\s\S]*?))?\s*$/;

/**
 * Reads the inside of a comment: `stet rule-a, rule-b: reason`, `stet: reason` or `stet`.
 *
 * @returns undefined when the comment is about something else
 */
export function parseStet(comment: string): { rules: readonly string[]; reason: string } | undefined {
  const match = form.exec(comment);
  if (!match) return undefined;
  return { rules: match[1]?.split(/[\s,]+/).filter(Boolean) ?? [], reason: match[2] ?? '' };
}

/** The stets of HTML comments in a stretch of the source. */
export function findStetComments(source: string, start: number, end: number): StetRemark[] {
  const remarks: StetRemark[] = [];
  for (let at = source.indexOf('<!--', start); at !== -1 && at < end; ) {
    const close = source.indexOf('-->', at + 4);
    if (close === -1 || close + 3 > end) break;
    const stet = parseStet(source.slice(at + 4, close));
    if (stet) remarks.push({ ...stet, place: { start: at, end: close + 3 } });
    at = source.indexOf('<!--', close + 3);
  }
  return remarks;
}

/** The same remark further on in its source. */
export const moveRemark = (remark: StetRemark, shift: number): StetRemark =>
  shift === 0 ? remark : { ...remark, place: { start: remark.place.start + shift, end: remark.place.end + shift } };

/** Gives each remark the block that it stands in or before. */
export function placeStets(remarks: readonly StetRemark[], blocks: readonly Block[], length: number): Stet[] {
  return remarks.map(({ rules, reason, place, whole }) => {
    if (whole) return { rules, reason, start: 0, end: length, place };
    const block = blocks.find(({ end }) => end > place.start);
    return { rules, reason, start: block?.start ?? place.end, end: block?.end ?? place.end, place };
  });
}
