import type { Edit, Message } from './message.ts';

/** The edits of all safe messages, none overlapping; of two that overlap the first in the text wins. */
export function collectSafeEdits(messages: readonly Message[]): Edit[] {
  const edits: Edit[] = [];
  for (const message of messages) {
    const text = message.expected[0];
    if (!message.safe || text === undefined) continue;
    const edit = { start: message.place.start.offset, end: message.place.end.offset, text };
    const last = edits.at(-1);
    if (!last || edit.start >= last.end) edits.push(edit);
  }
  return edits;
}

/** Applies edits that are in rising order and do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let taken = 0;
  for (const { start, end, text } of edits) {
    parts.push(source.slice(taken, start), text);
    taken = end;
  }
  parts.push(source.slice(taken));
  return parts.join('');
}
