import type { BlockReading } from '../rule.ts';

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

/** Headlines have capitals of their own. */
export const isHeading = ({ parsed: { role } }: BlockReading): boolean => role === 'headline' || role === 'subhead';
