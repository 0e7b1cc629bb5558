import type { Lexicon } from '../../lexicon/index.ts';

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

/** Ends the text before a word that has a capital wherever it stands: at the head of a sentence, after an ordinal. */
export const opens = /(?:^|[.!?:—–“"‘(•]\s*|\b(?:first|second|third) )$/u;

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
