import { readAbbreviation } from './abbreviations.ts';
import { TokenKind } from './block.ts';
import { isCapital, Letter, readLetters } from './letters.ts';

/** What a piece of a text is cut into; offsets are those of the piece. */
export interface Cut {
  count: number;
  start: Uint32Array;
  end: Uint32Array;
  kind: Uint8Array;
  /** True when the piece ends with what is an abbreviation only before a figure («No. 5»): then what follows has a say. */
  asks: boolean;
  /** The class of each code unit; 0 past the end. */
  letters: Uint8Array;
}

/** Room for the cut of a piece. */
export function createCut(length: number): Cut {
  return {
    count: 0,
    start: new Uint32Array(length),
    end: new Uint32Array(length),
    kind: new Uint8Array(length),
    asks: false,
    letters: new Uint8Array(length + 3),
  };
}

/**
 * Cuts a piece of a text into tokens, letter by letter and without expressions.
 *
 * @param text the piece, and what its last token may look ahead to
 * @param to where the piece ends
 * @param beforeFigure whether blanks and a figure follow
 * @param cut room for the text; what was cut is written there
 */
export function cutPiece(text: string, to: number, beforeFigure: boolean, cut: Cut): void {
  cut.count = 0;
  cut.asks = false;
  readLetters(text, cut.letters);
  scan(text, to, beforeFigure, cut);
}

function push(cut: Cut, start: number, end: number, kind: number): void {
  cut.start[cut.count] = start;
  cut.end[cut.count] = end;
  cut.kind[cut.count++] = kind;
}

function scan(text: string, to: number, beforeFigure: boolean, cut: Cut): void {
  const { letters } = cut;
  let at = 0;
  while (at < to) {
    const letter = letters[at] ?? 0;
    if (letter === Letter.space) {
      at++;
      continue;
    }
    if (letter === Letter.letter || letter === Letter.digit) {
      const end = Math.min(to, wordEnd(text, at, beforeFigure, cut));
      push(cut, at, end, kindOf(letters, at, end));
      at = end;
      continue;
    }
    const pair = letter === Letter.high && letters[at + 1] === Letter.low && at + 1 < to;
    if (pair && /\p{L}/u.test(text.slice(at, at + 2))) {
      push(cut, at, at + 2, TokenKind.word);
    } else {
      push(cut, at, at + (pair ? 2 : 1), letter >= Letter.symbol ? TokenKind.symbol : TokenKind.punctuation);
    }
    at += pair ? 2 : 1;
  }
}

function kindOf(letters: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (letters[at] === Letter.letter) return TokenKind.word;
  return TokenKind.number;
}

/** The end of the word or number that begins at the offset. */
function wordEnd(text: string, start: number, beforeFigure: boolean, cut: Cut): number {
  const { letters } = cut;
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
  return letters[at] === Letter.stop && keepsStop(text, start, part, at, beforeFigure, cut) ? at + 1 : at;
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
function keepsStop(text: string, start: number, part: number, stop: number, beforeFigure: boolean, cut: Cut): boolean {
  const { letters } = cut;
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
    if (letters[at] !== 0) return letters[at] === Letter.digit;
    cut.asks = true;
    return beforeFigure;
  }
  return true;
}
