import type { Span } from '../../article/index.ts';
import { findChunks } from '../chunks.ts';
import type { Tables } from '../knowledge/index.ts';
import { keepAnswersBy } from '../knowledge/index.ts';
import type { LostMark } from './marks.ts';
import { findMarks } from './marks.ts';

/** A word with holes where letters were lost. */
export interface LostWord extends Span {
  /** As it stands, holes and all. */
  text: string;
  /** A hole at the end that may be the sentence's own question mark. */
  openEnd: boolean;
  /** True after the apostrophe of a name: «Doğan’ın», «Donanmas?’n?n». */
  suffix: boolean;
}

const piece = /[\p{L}\p{M}?\ufffd]*[?\ufffd][\p{L}\p{M}?\ufffd]*/gu;
/** Addresses, code, queries, encoded words, patterns: a question mark there is itself. */
const technical =
  /:\/\/|www\.|[=<>{}|\\^*+$#~]|\?[&:(]|\?\.\w|\(\?|\w@\w|\?\/|\.\w{2,4}\?|[\])]\?|\w:\w|\w\([^\s)]*\?\)/;

/** A text about patterns or a regular expression: there any question mark of the text may be a part of one. */
const regular = /\(\?[:=!<]|\[\^|\\[dwsb]\b|\b(?:reg(?:ex(?:es|p)?|ular expressions?)|wildcards?|glob patterns?)\b/i;

/** What a text has lost. */
export interface Losses {
  words: LostWord[];
  marks: LostMark[];
  /** All that looks like a word with holes, likely or not: to be read where the word stands whole elsewhere. */
  pieces: LostWord[];
}

/**
 * Finds words that have lost letters. Only what the word and its neighbours show is weighed here.
 *
 * @param isName whether a word with holes may be a name that many bear: `K?br?s` has no possessive
 * @param isEnglish what an English dictionary says, where there is one
 * @param turkish true for Turkish prose, which has no possessive of English
 * @param prose true for such without a single ğ ı ş: there nearly every `?` beside a letter is one
 */
export function findLost(
  source: string,
  tables: Tables,
  turkish: boolean,
  prose: boolean,
  isName: (word: string) => boolean,
  isEnglish: ((word: string) => boolean) | undefined,
): Losses {
  const hasTail = (stem: string, tail: string) => !turkish && isEnglishTail(stem, tail, tables);
  const words: LostWord[] = [];
  const marks = findMarks(source, tables, prose, isEnglish);
  let text = source;
  for (const { start, end, readings } of marks) text = text.slice(0, start) + (readings[0] ?? '') + text.slice(end);
  const pieces: LostWord[] = [];
  const pattern = regular.test(source);
  for (const chunk of findChunks(text, /[?\ufffd]/g)) {
    const replaced = chunk.text.includes('\ufffd');
    if (!replaced && (pattern || technical.test(chunk.text))) continue;
    for (const match of chunk.text.matchAll(piece)) {
      const start = chunk.start + match.index;
      const suffix = /(?:\p{L}[?\ufffd]?['’]|\d['’-])$/u.test(text.slice(Math.max(0, start - 3), start));
      if (!/\p{L}/u.test(match[0])) {
        if (suffix && prose && match[0].length === 1)
          words.push({ start, end: start + 1, text: match[0], openEnd: true, suffix });
        continue;
      }
      pieces.push({ start, end: start + match[0].length, text: match[0], openEnd: false, suffix });
      if (prose && !/\?(?:diye|dedi|deyə|ama|ve|evet|sonra|\p{Lu}\p{Ll}+)$/u.test(match[0]))
        words.push(readProsePiece(start, match[0], suffix));
      else if (!isEnglish || isName(match[0]) || !endsSentence(match[0], isEnglish))
        readPiece(text, start, match[0], suffix, tables, words, marks, isName, hasTail);
    }
  }
  return { words, marks, pieces };
}

function readProsePiece(start: number, text: string, suffix: boolean): LostWord {
  return { start, end: start + text.length, text, openEnd: text.endsWith('?'), suffix };
}

function readPiece(
  text: string,
  start: number,
  piece: string,
  suffix: boolean,
  tables: Tables,
  words: LostWord[],
  marks: LostMark[],
  isName: (word: string) => boolean,
  hasTail: (stem: string, tail: string) => boolean,
): void {
  const shape = shapeOf(piece, tables);
  const { replaced, tail, core, parts, isMasked, joins, stem, ending } = shape;
  if (isMasked) return;
  if (joins && !isName(piece)) {
    for (const { index } of piece.matchAll(/\?/g))
      marks.push({ start: start + index, end: start + index + 1, readings: ['–', '-', ' '] });
    return;
  }
  let { head } = shape;
  // «??CHECK??»: framed for the eye; «?Quién viene?»: a question between its two marks, of which the first was ¿.
  if (head > 1 && tail > 1) return;
  if (head > 0 && !replaced && /^\p{Lu}\p{Ll}/u.test(core) && isAsked(text, start + piece.length) && !isName(piece))
    return;
  if (stem !== '' && hasTail(stem, ending) && !isName(core) && (head === 0 || stem.length > 3)) {
    const at = start + head + stem.length;
    marks.push({ start: at, end: at + 1, readings: ['’'] });
    // «Erdo?an?s»: what stands before the apostrophe has holes of its own.
    const left = piece.slice(0, head + stem.length);
    if (/[?\ufffd]/.test(left)) readPiece(text, start, left, suffix, tables, words, marks, isName, hasTail);
    return;
  }
  const inner = parts.length > 1;
  if (inner && !replaced && isMissingSpace(parts, tables) && !isName(piece)) return;
  const before = text.charAt(start - 1);
  // «?stanbul», «??hla»: nothing but an opening stands before, and the word goes on small or in capitals.
  if (
    head > 2 ||
    (head > 0 &&
      !replaced &&
      (/[\p{L}\p{N}.!,;)]/u.test(before) || core.length < 2 || !/^(?:\p{Ll}|\p{Lu}{2}|\p{Lu}\p{Ll})/u.test(core)))
  ) {
    if (!inner) return;
    start += head;
    head = 0;
    piece = piece.slice(piece.length - tail - core.length);
  }
  // Between names («Hamdi ?am») a common word is a surname that lost its first letter.
  const amongNames = /\p{Lu}[\p{L}?]+ $/u.test(text.slice(Math.max(0, start - 20), start));
  const common = head > 0 && !inner && !replaced && !amongNames && tables.common.has(core.toLowerCase());
  if (common && (head === 1 || !isName(piece))) return;
  if (tail > 2 && !replaced) {
    if (!inner && head === 0) return;
    piece = piece.slice(0, piece.length - tail);
  }
  if (!inner && head === 0 && !replaced && (tail === 0 || (core.length < 2 && core !== 'm') || isAcronym(core))) return;
  words.push({ start, end: start + piece.length, text: piece, openEnd: tail > 0 && piece.endsWith('?'), suffix });
}

/** What a piece is by itself, wherever it stands. */
interface Shape {
  /** It has a hole that is no question mark. */
  replaced: boolean;
  /** The holes before and behind the rest, and the rest. */
  head: number;
  tail: number;
  core: string;
  /** What stands between the holes of the rest. */
  parts: readonly string[];
  /** A masked oath, or the like: there the question mark is meant. */
  isMasked: boolean;
  /** Names on both sides of what was a dash. */
  joins: boolean;
  /** What would stand before and behind a lost apostrophe; empty where none can have stood. */
  stem: string;
  ending: string;
}

const shapeOf = keepAnswersBy(readShape);

function readShape(piece: string, tables: Tables): Shape {
  const replaced = piece.includes('\ufffd');
  const head = /^[?\ufffd]*/.exec(piece)?.[0].length ?? 0;
  const tail = /[?\ufffd]*$/.exec(piece)?.[0].length ?? 0;
  const core = piece.slice(head, piece.length - tail);
  const [, stem = '', ending = ''] = /^(\p{L}[\p{L}?\ufffd]*)[?\ufffd](s|t|re|ve|ll|d|m)$/u.exec(core) ?? [];
  return {
    replaced,
    head,
    tail,
    core,
    parts: core.split(/[?\ufffd]+/),
    isMasked: !replaced && (tables.oaths.has(piece.toLowerCase()) || /^\p{Ll}\?\p{Ll}$|ou\?r/u.test(piece)),
    joins: joinsNames(piece, tables) && !piece.startsWith('?'),
    stem,
    ending,
  };
}

/** Whether the sentence that goes on at an offset ends in a question mark of its own. */
function isAsked(text: string, from: number): boolean {
  return /^[^.!?\ufffd]* ?\p{L}+\?(?=["”’»)]*(?:\s|$))/u.test(text.slice(from - 1, from + 240));
}

/** «really?yes», «what?He»: words of a language on both sides are a missing space. */
function isMissingSpace(parts: readonly string[], tables: Tables): boolean {
  const whole = (part: string) => tables.common.has(part.toLowerCase());
  if (
    parts.every((part) => part.length > 1 && whole(part)) &&
    parts.every((part) => part.length > 2 || /^\p{Ll}/u.test(part))
  )
    return true;
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (parts.length === 2 && first.length > 2 && last.length > 2 && (whole(last) || tables.endings.has(last)))
    return true;
  // «Türkiye?nin», «Anadolu?da»: there an apostrophe was lost, if anything.
  if (parts.length === 2 && first.length > 4 && tables.endings.has(last)) return true;
  if (parts.length > 2 && parts.filter((part) => part.length > 2 && whole(part)).length > 1) return true;
  return /\p{Ll}$/u.test(first) && /^\p{Lu}\p{Ll}/u.test(last) && (whole(first) || whole(last));
}

/** «Finances?U.S.»: a question that ends in a word of English, and no space before the next sentence. */
function endsSentence(piece: string, isEnglish: (word: string) => boolean): boolean {
  const word = /^(\p{L}?\p{Ll}+)\?\p{Lu}[\p{L}\p{M}]*$/u.exec(piece)?.[1] ?? '';
  return word.length > 1 && isEnglish(word.toLowerCase());
}

/** «Baku?Tbilisi?Kars», «the EU?US talks», «MIT?Harvard»: names on both sides of what was a dash. */
function joinsNames(piece: string, { acronyms, common }: Tables): boolean {
  const parts = piece.split('?');
  if (parts.length < 2) return false;
  if (parts.every((part) => /^\p{Lu}\p{Ll}{2,}$/u.test(part))) return true;
  const isName = (part: string) => /^\p{Lu}\p{Ll}{3,}$/u.test(part) && !common.has(part.toLowerCase());
  const isShort = (part: string) => acronyms.has(part) || organisation.test(part);
  if (!parts.some(isShort) || !parts.every((part) => isShort(part) || isName(part))) return false;
  // A word in capitals that lost a letter has a vowel on both sides: «ERDO?AN».
  return parts.some(isName) || parts.some((part) => acronyms.has(part) || !/[AEIOUY]/.test(part));
}

/** Letters of an organisation: `NATO`, `CNRS`. */
const organisation = /^[A-Z]{3,5}$/;

function isAcronym(core: string): boolean {
  return core.length < 4 && /^\p{Lu}+$/u.test(core);
}

/** `Trump?s`, `can?t`: an English ending after an apostrophe. */
function isEnglishTail(stem: string, tail: string, { contracted }: Tables): boolean {
  if (tail === 's') return stem.length > 1;
  return contracted.has(`${stem.toLowerCase()}'${tail}`);
}

/** True when each letter became two marks, one for each byte of its UTF-8: all runs of holes inside words are even. */
export function areDoubled(words: readonly LostWord[], isKnown: (word: string) => boolean): boolean {
  // «Ankara???da»: a mark, whose UTF-8 is three bytes.
  const runs = words.flatMap(
    ({ text }) => text.replace(/(?<=\p{L})([?\ufffd])\1{2}(?=\p{L})/gu, '’').match(/[?\ufffd]+/g) ?? [],
  );
  if (runs.length === 0 || runs.some((run) => run.length % 2 === 1)) return false;
  // At its end a word may as well have lost two letters.
  const told = (text: string) =>
    text.length > 6 && /[?\ufffd]{2}\p{L}/u.test(text) && isKnown(halve(text)) && !isKnown(text);
  return runs.length > 2 || words.every(({ text }) => told(text));
}

/** A word with one hole for each letter whose two bytes were lost. */
export function halve(text: string): string {
  return text.replace(/(?<=\p{L})([?\ufffd])\1{2}(?=\p{L})|([?\ufffd])\2/gu, '$1$2');
}
