import { isAlphanumeric } from '../../text/index.ts';
import type { Dialect } from './write.ts';

/** How a text is to be read. */
export interface Reading {
  /** The narrowest that reads it as .NET does. */
  dialect: Dialect;
  /** Each unit is a character, and none is «ſ», the one letter here that is a form of another by the flag `u` alone. */
  isUnitwise: boolean;
}

/** Finds how a text is to be read. */
export function findReading(text: string): Reading {
  // Dashes, quotation marks and dots are the same in all.
  const first = text.search(/[^\x00-\xa9\u2010-\u2027]/);
  if (first === -1) return ofAscii;
  const rest = text.slice(first);
  const isLatin = !/[^\x00-\u02af\u2010-\u2027]/.test(rest);
  if (!isLatin && /(?=[^\x00-\u02af])[\p{L}\p{M}\p{N}\p{Pc}]/u.test(rest)) return ofOthers;
  const dialect = /[\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xc0-\xd6\xd8-\xf6\xf8-\u02af]/.test(rest) ? 'latin' : 'ascii';
  return { dialect, isUnitwise: isLatin && !rest.includes('ſ') };
}

const ofAscii: Reading = { dialect: 'ascii', isUnitwise: true };
const ofOthers: Reading = { dialect: 'unicode', isUnitwise: false };

/** Dashes, quotation marks, dots: what prose has beyond ASCII besides letters. */
const isCommonMark = (code: number) => code >= 0x2010 && code <= 0x2027;

// As no prose is: so many signs without a blank, without a letter or figure, without the end of a sentence.
const longest = { solid: 400, bare: 400, endless: 2000 };

/**
 * Whether a text has stretches as no prose has. One search through such a stretch begins anew at each of its characters.
 */
export function isOdd(text: string): boolean {
  if (text.length <= 1000) return false;
  let solid = 0;
  let bare = 0;
  let endless = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= 32 || (code >= 0xa0 && isBlank(code))) solid = 0;
    else if (++solid === longest.solid) return true;
    if (code < 128 ? isAlphanumeric(code) : isWord(text, i)) bare = 0;
    else if (++bare === longest.bare) return true;
    if (code === 33 || code === 46 || code === 63 || code === 10) endless = 0;
    else if (++endless === longest.endless) return true;
  }
  return false;
}

const isBlank = (code: number) => code === 0xa0 || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // All letters but × and ÷.
  if (code >= 0xc0 && code <= 0x2af) return code !== 0xd7 && code !== 0xf7;
  return !isCommonMark(code) && /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
