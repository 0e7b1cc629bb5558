/** A place in a text: 1-based line and column (UTF-16), 0-based offset, as unist has it. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** Start offsets of all lines; CRLF, LF and CR each end one line. */
export type LineIndex = readonly number[];

/** Finds where each line of a text begins. */
export function indexLines(text: string): LineIndex {
  const starts = [0];
  if (!/\r(?!\n)/.test(text)) {
    // Without a lone CR each line ends in LF; `indexOf` finds these many times faster than a loop.
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The point of an offset. */
export function pointAt(lines: LineIndex, offset: number): Point {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return { line: low, column: offset - (lines[low - 1] ?? 0) + 1, offset };
}
