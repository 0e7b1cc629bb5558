import type { OpenDocument } from './open-document.ts';

// UTF-16 units: a paragraph that is longer is not read at once.
const longest = 4000;

/**
 * The lines around a line up to the next blank ones; undefined when they are too many to be read at once.
 *
 * @param line from 0
 * @returns the text and the number of lines above it
 */
export function cutParagraph(document: OpenDocument, line: number): { text: string; line: number } | undefined {
  const read = (at: number) =>
    document.getText({ start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } });
  let size = read(line).length;
  const holds = (at: number) => {
    const text = at >= 0 && at < document.lineCount ? read(at) : '';
    size += text.length;
    return text.trim() !== '' && size <= longest;
  };
  let [first, last] = [line, line];
  while (holds(first - 1)) first--;
  while (holds(last + 1)) last++;
  if (size > longest) return undefined;
  const text = document.getText({ start: { line: first, character: 0 }, end: { line: last + 1, character: 0 } });
  return { text, line: first };
}
