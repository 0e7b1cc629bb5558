import { isAsciiWord } from '../text/index.ts';
import { foldCase } from './fold-case.ts';
import { isEveryday } from './regex/index.ts';
import { createEdgeTable, createWordTable, nextHash } from './word-table.ts';

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
  /** Whether a term may stand in a text without a word that is a key. */
  readonly isKeyless: boolean;
  /** Whether some term needs such a word of letters and figures of ASCII, in lower case. */
  isKey(word: string): boolean;
  readonly size: number;
}

/** A list for the index. */
export interface TermList {
  terms: readonly string[];
  ignoreCase: boolean;
  /** Whether the blanks of a phrase must be single spaces, as in Vale, or any white space on the page. */
  exactSpaces: boolean;
}

const plain = /^[\p{L}\p{M}\p{N}\p{Pc}](?:[\p{L}\p{M}\p{N}\p{Pc} '’&/,-]*[\p{L}\p{M}\p{N}\p{Pc}])?$/u;

/** True when a token is a plain word or phrase, with nothing of a regular expression in it. */
export function isTerm(token: string): boolean {
  const last = token.length - 1;
  for (let at = 0; at <= last; at++) {
    const code = token.charCodeAt(at);
    // The classes of Unicode take milliseconds to build.
    if (code > 127 && code !== apostrophe) return plain.test(token) && !token.includes('  ');
    const joins = code === apostrophe || joiners.includes(token.charAt(at));
    if (joins ? at === 0 || at === last || (code === 32 && token.charCodeAt(at + 1) === 32) : !isAsciiWord(code))
      return false;
  }
  return last >= 0;
}

const apostrophe = 0x2019;
/** What may stand between two of a term's letters. */
const joiners = " '&/,-";

/** Builds the index: a trie over words, in flat tables. */
export function indexTerms(lists: readonly TermList[]): TermIndex {
  const words = createWordTable();
  const edges = createEdgeTable();
  // What ends at a node, as chains through one array: list, term, the next of the chain.
  const endOf: number[] = [-1];
  const ends: number[] = [];
  // Whether some term may begin with a word of such a hash.
  const beginsTerm = new Uint8Array(hashPlaces);
  // Of the text in hand; taken up again by the next.
  const room: Words = { starts: [], stops: [], hashes: [], count: 0 };
  // The longest word of each term; a term has it or stands nowhere.
  const keys = new Set<string>();
  let isKeyless = false;
  let size = 0;
  lists.forEach(({ terms }, list) => {
    terms.forEach((text, term) => {
      let node = 0;
      const lower = foldCase(text);
      readWords(lower, room);
      const key = keyOf(lower, room);
      if (key) keys.add(key);
      else isKeyless = true;
      for (let i = 0; i < room.count; i++) {
        const hash = room.hashes[i] ?? 0;
        const word = words.add(lower, room.starts[i] ?? 0, room.stops[i] ?? 0, hash);
        if (node === 0) beginsTerm[placeOf(hash)] = 1;
        let next = edges.find(node, word);
        if (next < 0) {
          next = endOf.length;
          endOf.push(-1);
          edges.add(node, word, next);
        }
        node = next;
      }
      if (node === 0) return;
      ends.push(list, term, endOf[node] ?? -1);
      endOf[node] = ends.length - 3;
      size++;
    });
  });

  return { find, isKeyless, isKey: (word) => keys.has(word), size };

  function find(text: string, lower: string): TermMatch[] {
    const found: TermMatch[] = [];
    if (size === 0) return found;
    readWords(lower, room);
    const { starts, stops, hashes, count } = room;
    for (let i = 0; i < count; i++) {
      if (beginsTerm[placeOf(hashes[i] ?? 0)] === 0) continue;
      let node = 0;
      for (let j = i; j < count; j++) {
        const id = words.find(lower, starts[j] ?? 0, stops[j] ?? 0, hashes[j] ?? 0);
        if (id < 0) break;
        node = edges.find(node, id);
        if (node < 0) break;
        for (let at = endOf[node] ?? -1; at >= 0; at = ends[at + 2] ?? -1) {
          const [list = 0, term = 0] = [ends[at], ends[at + 1]];
          const [start, end] = [starts[i] ?? 0, stops[j] ?? 0];
          if (fits(lists[list], term, text, lower, start, end)) found.push({ list, term, start, end });
        }
      }
    }
    return found;
  }
}

/**
 * The longest word of plain letters and figures, an everyday one only where there is no other. These stand together in any cut
 * of a text into words.
 */
function keyOf(lower: string, { starts, stops, count }: Words): string {
  let key = '';
  for (let i = 0; i < count; i++) {
    const word = lower.slice(starts[i], stops[i]);
    if (!/^[a-z0-9]+$/.test(word)) continue;
    const [isPlain, wasPlain] = [isEveryday(word), isEveryday(key)];
    if (key === '' || (isPlain === wasPlain ? word.length > key.length : wasPlain)) key = word;
  }
  return key;
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
  starts: number[];
  stops: number[];
  hashes: number[];
  count: number;
}

const hashPlaces = 1 << 12;
const placeOf = (hash: number) => (hash ^ (hash >>> 12)) & (hashPlaces - 1);

/** Reads each word and each other mark that is no white space. */
function readWords(lower: string, room: Words): void {
  const { starts, stops, hashes } = room;
  const { length } = lower;
  let count = 0;
  let at = 0;
  while (at < length) {
    let code = lower.charCodeAt(at);
    if (code <= 32 || code === 160) {
      at++;
      continue;
    }
    const start = at++;
    let hash = nextHash(0, code);
    if (isWordCode(code))
      for (; at < length; at++) {
        code = lower.charCodeAt(at);
        if (!isWordCode(code)) break;
        hash = nextHash(hash, code);
      }
    starts[count] = start;
    stops[count] = at;
    hashes[count] = hash;
    count++;
  }
  room.count = count;
}

// 0 unknown yet, 1 no part of a word, 2 part of one.
const wordTable = new Uint8Array(0x10000);

function isWordCode(code: number): boolean {
  const known = wordTable[code];
  if (known) return known === 2;
  const isWord = code < 128 ? isAsciiWord(code) : /[\p{L}\p{M}\p{N}\p{Pc}\p{Cs}]/u.test(String.fromCharCode(code));
  wordTable[code] = isWord ? 2 : 1;
  return isWord;
}
