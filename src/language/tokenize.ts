import type { Span } from '../article/index.ts';
import { readAbbreviation } from './abbreviations.ts';
import type { Tokens } from './block.ts';
import { TokenKind } from './block.ts';
import { isCapital, Letter, readLetters } from './letters.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Room for the block in hand; its tokens are copied to their own size at the end. */
interface Draft {
  text: string;
  codes: Uint16Array;
  /** The class of each code unit; 0 past the end. */
  letters: Uint8Array;
  count: number;
  start: Uint32Array;
  end: Uint32Array;
  kind: Uint8Array;
}

// One room a vocabulary, which belongs to one desk.
const drafts = new WeakMap<Vocabulary, Draft>();

function draftFor(text: string, vocabulary: Vocabulary): Draft {
  let draft = drafts.get(vocabulary);
  if (!draft || draft.letters.length < text.length + 3) {
    const room = Math.max(4096, text.length + (text.length >>> 2) + 3);
    draft = {
      text,
      codes: new Uint16Array(room),
      letters: new Uint8Array(room),
      count: 0,
      start: new Uint32Array(room),
      end: new Uint32Array(room),
      kind: new Uint8Array(room),
    };
    drafts.set(vocabulary, draft);
  }
  draft.text = text;
  draft.count = 0;
  readLetters(text, draft.codes, draft.letters);
  // Looks ahead of the last letter find nothing left over from a longer block.
  draft.letters[text.length + 1] = 0;
  draft.letters[text.length + 2] = 0;
  return draft;
}

/**
 * Cuts a text into tokens in one pass without expressions.
 *
 * @param opaque stretches that are one token each, in rising order
 */
export function tokenize(text: string, vocabulary: Vocabulary, opaque: readonly Span[] = []): Tokens {
  const draft = draftFor(text, vocabulary);
  let at = 0;
  for (const span of opaque) {
    if (span.start < at || span.end > text.length || span.end <= span.start) continue;
    scan(draft, at, span.start);
    push(draft, span.start, span.end, TokenKind.opaque);
    at = span.end;
  }
  scan(draft, at, text.length);
  const { count, codes } = draft;
  // One buffer for the four: what is small and many costs most to lay out.
  const buffer = new ArrayBuffer(13 * count);
  const word = new Uint32Array(buffer, 0, count);
  const start = new Uint32Array(buffer, 4 * count, count);
  const end = new Uint32Array(buffer, 8 * count, count);
  const kind = new Uint8Array(buffer, 12 * count, count);
  for (let i = 0; i < count; i++) {
    const from = draft.start[i] ?? 0;
    const to = draft.end[i] ?? 0;
    start[i] = from;
    end[i] = to;
    kind[i] = draft.kind[i] ?? 0;
    word[i] = vocabulary.internAt(text, codes, from, to);
  }
  return { count, start, end, kind, word, vocabulary };
}

function push(draft: Draft, start: number, end: number, kind: number): void {
  draft.start[draft.count] = start;
  draft.end[draft.count] = end;
  draft.kind[draft.count++] = kind;
}

function scan(draft: Draft, from: number, to: number): void {
  const { text, letters } = draft;
  let at = from;
  while (at < to) {
    const letter = letters[at] ?? 0;
    if (letter === Letter.space) {
      at++;
      continue;
    }
    if (letter === Letter.letter || letter === Letter.digit) {
      const end = Math.min(to, wordEnd(draft, at));
      push(draft, at, end, kindOf(letters, at, end));
      at = end;
      continue;
    }
    const pair = letter === Letter.high && letters[at + 1] === Letter.low && at + 1 < to;
    if (pair && /\p{L}/u.test(text.slice(at, at + 2))) {
      push(draft, at, at + 2, TokenKind.word);
    } else {
      push(draft, at, at + (pair ? 2 : 1), letter >= Letter.symbol ? TokenKind.symbol : TokenKind.punctuation);
    }
    at += pair ? 2 : 1;
  }
}

function kindOf(letters: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (letters[at] === Letter.letter) return TokenKind.word;
  return TokenKind.number;
}

/** The end of the word or number that begins at the offset. */
function wordEnd(draft: Draft, start: number): number {
  const { text, letters } = draft;
  let at = start;
  let part = start;
  for (;;) {
    while (isWordLetter(letters[at])) at++;
    const joint = letters[at];
    const next = letters[at + 1];
    if (!isWordLetter(next)) break;
    if (joint === Letter.apostrophe) {
      if (next === Letter.digit) break;
    } else if (joint === Letter.hyphen) {
      // «20-30» is a range of two numbers, «F-16» one word.
      if (next === Letter.digit && onlyDigits(letters, start, at) && !letterFollows(letters, at + 1)) break;
    } else if (joint === Letter.stop || joint === Letter.comma) {
      const digits = next === Letter.digit && letters[at - 1] === Letter.digit;
      if (!digits && !(joint === Letter.stop && isInitialism(text, letters, part, at))) break;
    } else break;
    at++;
    part = at;
  }
  return letters[at] === Letter.stop && keepsStop(text, letters, start, part, at) ? at + 1 : at;
}

const isWordLetter = (letter: number | undefined) => letter === Letter.letter || letter === Letter.digit;

function onlyDigits(letters: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (letters[at] === Letter.letter) return false;
  return true;
}

function letterFollows(letters: Uint8Array, start: number): boolean {
  let at = start;
  while (letters[at] === Letter.digit) at++;
  return letters[at] === Letter.letter;
}

/** «U.S», «a.m», «Ph.D»: letters one by one. «R.Mustafayev» is an initial and a name. */
function isInitialism(text: string, letters: Uint8Array, part: number, stop: number): boolean {
  const single = letters[stop + 2] !== Letter.letter && letters[stop + 1] === Letter.letter;
  if (stop - part === 1) return single || /^(?:Sc|Phil)\b/.test(text.slice(stop + 1, stop + 6));
  return single && text.slice(part, stop) === 'Ph';
}

/** Whether the full stop at `stop` belongs to the word before it. */
function keepsStop(text: string, letters: Uint8Array, start: number, part: number, stop: number): boolean {
  if (part > start) {
    // After an inner stop: «U.S.», «a.m.»; after a hyphen or apostrophe only known ones («vice-adm.»).
    if (letters[part - 1] === Letter.stop) return letters[part] === Letter.letter;
    return readAbbreviation(text.slice(part, stop)) === 'leading' && letters[part] === Letter.letter;
  }
  if (letters[start] !== Letter.letter) return false;
  if (stop - start === 1) return isCapital(text, start);
  const kind = readAbbreviation(text.slice(start, stop));
  if (kind === undefined) return false;
  if (kind === 'numbered') {
    let at = stop + 1;
    while (letters[at] === Letter.space) at++;
    return letters[at] === Letter.digit;
  }
  return true;
}
