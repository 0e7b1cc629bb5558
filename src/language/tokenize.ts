import type { Span } from '../article/index.ts';
import { readAbbreviation } from './abbreviations.ts';
import type { Tokens } from './block.ts';
import { TokenKind } from './block.ts';
import { isCapital, Letter, letterAt } from './letters.ts';
import type { Vocabulary } from './vocabulary.ts';

// Room for the block in hand; copied to its own size at the end.
interface Draft {
  count: number;
  start: Uint32Array;
  end: Uint32Array;
  kind: Uint8Array;
}

/**
 * Cuts a text into tokens in one pass without expressions.
 *
 * @param opaque stretches that are one token each, in rising order
 */
export function tokenize(text: string, vocabulary: Vocabulary, opaque: readonly Span[] = []): Tokens {
  const room = text.length + 1;
  const draft: Draft = {
    count: 0,
    start: new Uint32Array(room),
    end: new Uint32Array(room),
    kind: new Uint8Array(room),
  };
  let at = 0;
  for (const span of opaque) {
    if (span.start < at || span.end > text.length || span.end <= span.start) continue;
    scan(text, at, span.start, draft);
    push(draft, span.start, span.end, TokenKind.opaque);
    at = span.end;
  }
  scan(text, at, text.length, draft);
  const { count } = draft;
  const word = new Uint32Array(count);
  const start = draft.start.slice(0, count);
  const end = draft.end.slice(0, count);
  for (let i = 0; i < count; i++) word[i] = vocabulary.intern(text.slice(start[i], end[i]));
  return { count, start, end, kind: draft.kind.slice(0, count), word };
}

function push(draft: Draft, start: number, end: number, kind: number): void {
  draft.start[draft.count] = start;
  draft.end[draft.count] = end;
  draft.kind[draft.count++] = kind;
}

function scan(text: string, from: number, to: number, draft: Draft): void {
  let at = from;
  while (at < to) {
    const letter = letterAt(text, at);
    if (letter === Letter.space) {
      at++;
      continue;
    }
    if (letter === Letter.letter || letter === Letter.digit) {
      const end = Math.min(to, wordEnd(text, at));
      push(draft, at, end, kindOf(text, at, end));
      at = end;
      continue;
    }
    const pair = letter === Letter.high && letterAt(text, at + 1) === Letter.low && at + 1 < to;
    if (pair && /\p{L}/u.test(text.slice(at, at + 2))) {
      push(draft, at, at + 2, TokenKind.word);
    } else {
      push(draft, at, at + (pair ? 2 : 1), letter >= Letter.symbol ? TokenKind.symbol : TokenKind.punctuation);
    }
    at += pair ? 2 : 1;
  }
}

function kindOf(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (letterAt(text, at) === Letter.letter) return TokenKind.word;
  return TokenKind.number;
}

/** The end of the word or number that begins at the offset. */
function wordEnd(text: string, start: number): number {
  let at = start;
  let part = start;
  for (;;) {
    while (isWordLetter(letterAt(text, at))) at++;
    const joint = letterAt(text, at);
    const next = letterAt(text, at + 1);
    if (!isWordLetter(next)) break;
    if (joint === Letter.apostrophe) {
      if (next === Letter.digit) break;
    } else if (joint === Letter.hyphen) {
      // «20-30» is a range of two numbers, «F-16» one word.
      if (next === Letter.digit && onlyDigits(text, start, at) && !letterFollows(text, at + 1)) break;
    } else if (joint === Letter.stop || joint === Letter.comma) {
      const digits = next === Letter.digit && letterAt(text, at - 1) === Letter.digit;
      if (!digits && !(joint === Letter.stop && isInitialism(text, part, at))) break;
    } else break;
    at++;
    part = at;
  }
  return letterAt(text, at) === Letter.stop && keepsStop(text, start, part, at) ? at + 1 : at;
}

const isWordLetter = (letter: number) => letter === Letter.letter || letter === Letter.digit;

function onlyDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (letterAt(text, at) === Letter.letter) return false;
  return true;
}

function letterFollows(text: string, start: number): boolean {
  let at = start;
  while (letterAt(text, at) === Letter.digit) at++;
  return letterAt(text, at) === Letter.letter;
}

/** «U.S», «a.m», «Ph.D»: letters one by one. «R.Mustafayev» is an initial and a name. */
function isInitialism(text: string, part: number, stop: number): boolean {
  const single = letterAt(text, stop + 2) !== Letter.letter && letterAt(text, stop + 1) === Letter.letter;
  if (stop - part === 1) return single || /^(?:Sc|Phil)\b/.test(text.slice(stop + 1, stop + 6));
  return single && text.slice(part, stop) === 'Ph';
}

/** Whether the full stop at `stop` belongs to the word before it. */
function keepsStop(text: string, start: number, part: number, stop: number): boolean {
  if (part > start) {
    // After an inner stop: «U.S.», «a.m.»; after a hyphen or apostrophe only known ones («vice-adm.»).
    if (letterAt(text, part - 1) === Letter.stop) return letterAt(text, part) === Letter.letter;
    return readAbbreviation(text.slice(part, stop)) === 'leading' && letterAt(text, part) === Letter.letter;
  }
  if (letterAt(text, start) !== Letter.letter) return false;
  if (stop - start === 1) return isCapital(text, start);
  const kind = readAbbreviation(text.slice(start, stop));
  if (kind === undefined) return false;
  if (kind === 'numbered') {
    let at = stop + 1;
    while (letterAt(text, at) === Letter.space) at++;
    return letterAt(text, at) === Letter.digit;
  }
  return true;
}
