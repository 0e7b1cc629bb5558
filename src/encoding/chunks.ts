/** A stretch of a text between spaces. */
export interface Chunk {
  text: string;
  /** Offset in UTF-16 code units. */
  start: number;
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);

/**
 * The stretches between spaces in which a character stands. A regular expression that looks for it from each letter on
 * would take many times as long.
 *
 * @param isIn whether the character stands at an offset
 */
export function findChunks(text: string, isIn: (text: string, at: number) => boolean): Chunk[] {
  const found: Chunk[] = [];
  for (let i = 0; i < text.length; i++) {
    if (!isIn(text, i)) continue;
    let start = i;
    while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
    let end = i + 1;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    found.push({ text: text.slice(start, end), start });
    i = end;
  }
  return found;
}
