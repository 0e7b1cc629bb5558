import type { Lexicon } from '../../lexicon/index.ts';
import { isAsciiWord } from '../../text/index.ts';

/** Something of a block, with the number of the block. */
export interface Placed<Use> {
  block: number;
  use: Use;
}

/** A phrase with its capitals; small words stay small. */
export const capitalise = (phrase: string): string =>
  phrase.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
    /^(?:of|the|and|for|in|to)$/.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );

/** Whether a word at a place has a capital wherever it stands: at the head of a sentence, after an ordinal. */
export function isOpening(text: string, at: number): boolean {
  if (at === 0) return true;
  const end = endBefore(text, at);
  if (end > 0 && openers.includes(text.charAt(end - 1))) return true;
  return end === at - 1 && text.charCodeAt(end) === 32 && ordinals.has(wordBefore(text, end));
}

const openers = '.!?:—–“"‘(•';
const ordinals = new Set(['first', 'second', 'third']);

/** «The president Holm», «ex-president Holm», «special envoy Holm»: a description, no title. */
export function isDescribed(text: string, at: number): boolean {
  const end = endBefore(text, at, true);
  const word = end < at ? wordBefore(text, end).toLowerCase() : '';
  return describing.has(word) || (word === 'special' && end === at - 1 && text.charAt(end) === ' ');
}

const describing = new Set('the a an former ex then late his her their its'.split(' '));

/** Where what stands before a place ends, without blanks between, or hyphens. */
function endBefore(text: string, at: number, hyphens = false): number {
  let end = at;
  for (let code = text.charCodeAt(end - 1); isBlank(code) || (hyphens && code === 45); code = text.charCodeAt(end - 1))
    end--;
  return end;
}

/** The letters and figures of ASCII that stand before a place. */
function wordBefore(text: string, at: number): string {
  let from = at;
  while (from > 0 && isAsciiWord(text.charCodeAt(from - 1))) from--;
  return text.slice(from, at);
}

const isBlank = (code: number): boolean =>
  code === 32 || (code > 8 && code < 14) || (code > 127 && /\s/.test(String.fromCharCode(code)));

/** An office without its field: «minister» of «minister:defence». */
export function bareOffice(id: string): string {
  const colon = id.indexOf(':');
  return colon < 0 ? id : id.slice(0, colon);
}

/** Whether a comma and a blank stand between two places, and nothing else. */
export const isComma = (text: string, from: number, to: number): boolean =>
  text.charAt(from) === ',' && /^,\s+$/.test(text.slice(from, to));

const ranking = /^(?:(?:first|second|third|senior|principal|chief|deputy|vice|assistant|associate)-)+/;

/** The row of an office: a first deputy minister’s is the minister’s. */
export function rowOf(id: string, { offices }: Lexicon) {
  const bare = bareOffice(id);
  return offices.row(bare) ?? offices.row(bare.replace(ranking, ''));
}
