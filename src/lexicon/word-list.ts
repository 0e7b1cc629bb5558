import type { MayHold } from '../text/index.ts';
import { copyText } from '../text/index.ts';

/** A sorted list of words, searched where it stands: nothing is built when it is opened. */
export interface WordList {
  has(word: string): boolean;
  /** The same, for who asks each word once: the answer is not kept. */
  hold(word: string): boolean;
  /** What the list says of a word: the rest of its line, empty where there is none; undefined for a word not in it. */
  find(word: string): string | undefined;
}

/** Lines that begin alike: where they lie, and a copy, a line feed before each. */
interface Range {
  from: number;
  to: number;
  /** Empty where they are too many. */
  lines: string;
}

const lineFeed = 10;
const space = 32;
/** Words whose places are kept: an article asks for the same again and again. */
const mostKnown = 10_000;

/**
 * Opens a compiled list.
 *
 * @param text one word a line, a space and what is said of it; in the order of UTF-16 units
 * @param mayHold tells of most words that they are not in it
 */
export function openWordList(text: string, mayHold: MayHold = () => true): WordList {
  /** Where the first line begins, of those between two places, that doesn't stand before a word. */
  const lineFor = (word: string, from: number, to: number): number => {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = middle === 0 ? 0 : text.lastIndexOf('\n', middle - 1) + 1;
      let i = 0;
      while (i < word.length && text.charCodeAt(start + i) === word.charCodeAt(i)) i++;
      if (i === word.length || word.charCodeAt(i) < text.charCodeAt(start + i)) high = start;
      else low = text.indexOf('\n', start + i) + 1 || text.length;
    }
    return low;
  };
  /** Where the lines lie that begin with some letters; known of one, two and three. */
  const ranges = new Map<string, Range>([['', { from: 0, to: text.length, lines: '' }]]);
  const rangeOf = (head: string): Range => {
    const there = ranges.get(head);
    if (there) return there;
    const wider = rangeOf(head.slice(0, -1));
    const from = lineFor(head, wider.from, wider.to);
    const to = lineFor(`${head}\uffff`, from, wider.to);
    const range = { from, to, lines: from === to || head.length < 3 ? '' : `\n${text.slice(from, to)}` };
    ranges.set(head, range);
    return range;
  };
  /** Where the word ends in its line; -1 when it has none. */
  const seek = (word: string): number => {
    const { from, to, lines } = rangeOf(word.slice(0, 3));
    if (from === to) return -1;
    // Few lines are sooner read through than halved; of those that begin with the word it is the first itself.
    const start = lines === '' ? lineFor(word, from, to) : from + lines.indexOf(`\n${word}`);
    const end = start + word.length;
    if (start < from || !text.startsWith(word, start)) return -1;
    const behind = end < text.length ? text.charCodeAt(end) : lineFeed;
    return behind === lineFeed || behind === space ? end : -1;
  };
  const known = new Map<string, number>();
  const locate = (word: string): number => {
    if (!mayHold(word)) return -1;
    const there = known.get(word);
    if (there !== undefined) return there;
    if (known.size >= mostKnown) known.clear();
    const at = seek(word);
    known.set(copyText(word), at);
    return at;
  };
  return {
    has: (word) => locate(word) >= 0,
    hold: (word) => mayHold(word) && seek(word) >= 0,
    find(word) {
      const at = locate(word);
      if (at < 0) return undefined;
      const end = text.indexOf('\n', at);
      return text.slice(at + 1, end < 0 ? text.length : end);
    },
  };
}
