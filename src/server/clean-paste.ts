import type { Desk } from '../desk/index.ts';
import { applyEdits, collectSafeEdits } from '../desk/index.ts';
import type { CleanPasteResult } from './protocol.ts';

// What is pasted in one go; more is a file, and is repaired as one.
const longest = 1_000_000;

/**
 * Undoes the encoding damage of text that is about to be pasted; only what leaves no doubt. Null when there is none.
 *
 * @param path a name whose extension says the format; markup stays as it is
 */
export function cleanPaste(desk: Desk, text: string, path: string): CleanPasteResult | null {
  if (text.length > longest) return null;
  const { messages } = desk.open({ path, source: text }).check();
  const edits = collectSafeEdits(messages.filter(({ category }) => category === 'encoding'));
  return edits.length > 0 ? { text: applyEdits(text, edits), repairs: edits.length } : null;
}
