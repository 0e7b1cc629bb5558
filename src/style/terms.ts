/** A term found: which, and where. */
export interface TermMatch {
  list: number;
  term: number;
  start: number;
  end: number;
}

/** Lists of plain words and phrases, all found in one pass. */
export interface TermIndex {
  /** Every term at every place, in order of place. */
  find(text: string, lower: string): TermMatch[];
  readonly size: number;
}

/** A list for the index. */
export interface TermList {
  terms: readonly string[];
  ignoreCase: boolean;
  /** Whether the blanks of a phrase must be single spaces, as in Vale, or any white space on the page. */
  exactSpaces: boolean;
}

const piece = /[\p{L}\p{M}\p{N}\p{Pc}]+|[^\s\p{L}\p{M}\p{N}\p{Pc}]/gu;
const plain = /^[\p{L}\p{M}\p{N}\p{Pc}](?:[\p{L}\p{M}\p{N}\p{Pc} '’&/,-]*[\p{L}\p{M}\p{N}\p{Pc}])?$/u;

/** True when a token is a plain word or phrase, with nothing of a regular expression in it. */
export function isTerm(token: string): boolean {
  return plain.test(token) && !token.includes('  ');
}

/** Lower case, letter for letter: offsets stay true («İ» is left alone). */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[\s\S]/g, (letter) => (letter.toLowerCase().length === 1 ? letter.toLowerCase() : letter));
}

// A node and a word make one key; both stay below 2^26.
const width = 2 ** 26;

/** Builds the index: a trie over words, flat in one map. */
export function indexTerms(lists: readonly TermList[]): TermIndex {
  const words = new Map<string, number>();
  const edges = new Map<number, number>();
  const ends = new Map<number, { list: number; term: number }[]>();
  let nodes = 1;
  let size = 0;
  lists.forEach(({ terms }, list) => {
    terms.forEach((text, term) => {
      let node = 0;
      for (const [part] of foldCase(text).matchAll(piece)) {
        let word = words.get(part);
        if (word === undefined) {
          word = words.size;
          words.set(part, word);
        }
        const edge = node * width + word;
        let next = edges.get(edge);
        if (next === undefined) {
          next = nodes++;
          edges.set(edge, next);
        }
        node = next;
      }
      const end = ends.get(node);
      if (end) end.push({ list, term });
      else ends.set(node, [{ list, term }]);
      size++;
    });
  });

  return { find, size };

  function find(text: string, lower: string): TermMatch[] {
    const found: TermMatch[] = [];
    if (size === 0) return found;
    const { starts, stops, ids, count } = readWords(lower, words);
    for (let i = 0; i < count; i++) {
      let node: number | undefined = 0;
      for (let j = i; j < count; j++) {
        const id = ids[j] ?? -1;
        if (id < 0) break;
        node = edges.get(node * width + id);
        if (node === undefined) break;
        const end = ends.get(node);
        if (!end) continue;
        const [start, stop] = [starts[i] ?? 0, stops[j] ?? 0];
        for (const { list, term } of end)
          if (fits(lists[list], term, text, lower, start, stop)) found.push({ list, term, start, end: stop });
      }
    }
    return found;
  }
}

/** Whether the text at a match has the term's own case and blanks. */
function fits(
  list: TermList | undefined,
  term: number,
  text: string,
  lower: string,
  start: number,
  end: number,
): boolean {
  const written = list?.terms[term];
  if (list === undefined || written === undefined) return false;
  const same = list.ignoreCase ? lower.slice(start, end) === foldCase(written) : text.slice(start, end) === written;
  if (same) return true;
  if (list.exactSpaces) return false;
  const spaced = (list.ignoreCase ? lower : text).slice(start, end).replace(/\s+/g, ' ');
  return spaced === (list.ignoreCase ? foldCase(written) : written);
}

interface Words {
  starts: Uint32Array;
  stops: Uint32Array;
  /** −1 for a word that no term has. */
  ids: Int32Array;
  count: number;
}

function readWords(lower: string, words: ReadonlyMap<string, number>): Words {
  const length = lower.length;
  const starts = new Uint32Array(length);
  const stops = new Uint32Array(length);
  const ids = new Int32Array(length);
  let count = 0;
  let at = 0;
  while (at < length) {
    const code = lower.charCodeAt(at);
    if (code <= 32) {
      at++;
      continue;
    }
    const start = at;
    if (isWordCode(code)) {
      do at++;
      while (at < length && isWordCode(lower.charCodeAt(at)));
    } else {
      at++;
      if (code === 160) continue;
    }
    starts[count] = start;
    stops[count] = at;
    ids[count] = words.get(lower.slice(start, at)) ?? -1;
    count++;
  }
  return { starts, stops, ids, count };
}

// 0 unknown yet, 1 no part of a word, 2 part of one.
const wordTable = new Uint8Array(0x10000);

function isWordCode(code: number): boolean {
  const known = wordTable[code];
  if (known) return known === 2;
  const isWord = /[\p{L}\p{M}\p{N}\p{Pc}\p{Cs}]/u.test(String.fromCharCode(code));
  wordTable[code] = isWord ? 2 : 1;
  return isWord;
}
