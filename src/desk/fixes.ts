import type { Edit, Message } from './message.ts';
import { trimCommon } from './rewrite.ts';

/** The edits of all safe messages, none overlapping; of two that overlap the first in the text wins. */
export function collectSafeEdits(messages: readonly Message[]): Edit[] {
  const edits: Edit[] = [];
  let taken = -1;
  for (const message of messages) {
    const text = message.expected[0];
    const start = message.place.start.offset;
    const end = message.place.end.offset;
    if (!message.safe || text === undefined || text === message.actual || start < taken) continue;
    const { prefix, suffix } = trimCommon(message.actual, text);
    edits.push({ start: start + prefix, end: end - suffix, text: text.slice(prefix, text.length - suffix) });
    // Two insertions at one place would not know of each other.
    taken = Math.max(end, start + 1);
  }
  return edits;
}

/** Applies edits that are in rising order and do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source;
  const parts: string[] = [];
  let taken = 0;
  for (const { start, end, text } of edits) {
    parts.push(source.slice(taken, start), text);
    taken = end;
  }
  parts.push(source.slice(taken));
  return parts.join('');
}

/**
 * Applies safe edits until none is left: a repair may bring a fault to light.
 *
 * @param editsOf the safe edits of a version
 * @returns the fixed text; should two rules undo each other's work, the version in which that was first seen
 */
export function fixUntilQuiet(source: string, editsOf: (source: string) => readonly Edit[]): string {
  const seen = new Set<string>();
  let text = source;
  for (let round = 0; round < 10 && !seen.has(text); round++) {
    seen.add(text);
    const edits = editsOf(text);
    if (edits.length === 0) return text;
    text = applyEdits(text, edits);
  }
  return text;
}
