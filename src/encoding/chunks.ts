/** A stretch of a text between spaces. */
export interface Chunk {
  text: string;
  /** Offset in UTF-16 code units. */
  start: number;
}

const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);

/**
 * The stretches between spaces in which a sign stands. A regular expression that looks for such a stretch from each letter
 * on would take many times as long.
 *
 * @param sign a global expression for one character
 */
export function findChunks(text: string, sign: RegExp): Chunk[] {
  const found: Chunk[] = [];
  sign.lastIndex = 0;
  while (sign.test(text)) {
    let start = sign.lastIndex - 1;
    let end = start + 1;
    while (start > 0 && !isSpace(text.charCodeAt(start - 1))) start--;
    while (end < text.length && !isSpace(text.charCodeAt(end))) end++;
    found.push({ text: text.slice(start, end), start });
    sign.lastIndex = end;
  }
  return found;
}
