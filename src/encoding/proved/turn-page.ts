import type { CodePage } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';

/** A word of the text as the page reads that it was written with. Offsets are UTF-16 in the text. */
export interface Turned {
  start: number;
  end: number;
  reading: string;
}

/** A word's bytes in the page it was read with, read with the page it was written with; undefined where a byte is in neither. */
export function turnPage(word: string, from: CodePage, to: CodePage): string | undefined {
  let out = '';
  for (const char of word) {
    const byte = to.bytes.get(char);
    if (char <= '\u007f') out += char;
    else if (byte === undefined) return undefined;
    else out += from.upper.charAt(byte - 128);
  }
  return out;
}

const latin = /^\p{Script=Latin}+$/u;
const latinLetter = /\p{Script=Latin}/u;
/** What stands beside a word and may have been misread with it. */
const mark = /[„“”‚‘’‹›«»…–—]/;

/**
 * The same of a word that marks may stand beside: those that stay marks are left out.
 *
 * @param start where the word begins in its text
 * @returns undefined where no word of Latin letters results
 */
export function turnWord(word: string, start: number, from: CodePage, to: CodePage): Turned | undefined {
  const chars = [...word];
  const turned = chars.map((char) => turnPage(char, from, to) ?? '\ufffd');
  const isOf = (char: string, i: number) => latinLetter.test(char) || (char !== chars[i] && mark.test(char));
  const first = turned.findIndex(isOf);
  const last = turned.findLastIndex(isOf) + 1;
  const reading = turned.slice(Math.max(0, first), last).join('');
  const beside = [...chars.slice(0, Math.max(0, first)), ...chars.slice(last)].join('');
  if (/[\p{L}\u0080-\u009f]/u.test(beside) || !latin.test(bare(reading)) || /\p{Ll}\p{Lu}/u.test(reading))
    return undefined;
  return { start: start + first, end: start + last, reading };
}

/** A word without the marks beside it. */
export const bare = (one: string): string => one.replace(/^[„“”‚‘’‹›«»…–—†‡]+|[„“”‚‘’‹›«»…–—†‡™]+$/g, '');

/** The repair of a word whose page was taken for another; the way back is the proof. */
export function toPageRepair({ start, end, reading }: Turned, from: CodePage, to: CodePage): Repair {
  return {
    start,
    end,
    kind: 'encoding-mojibake',
    readings: [reading],
    certainty: 'proved',
    evidence: { kind: 'round-trip', detail: from.name },
    story: `${from.name} read as ${to.name}`,
    pages: [from.id, to.id],
  };
}

/** Central European pages have ş and ţ with cedillas, where Romanian writes commas. */
export function withCommas(text: string): string {
  const commas: Record<string, string> = { ş: 'ș', ţ: 'ț', Ş: 'Ș', Ţ: 'Ț' };
  return text.replace(/[şţŞŢ]/g, (letter) => commas[letter] ?? letter);
}
