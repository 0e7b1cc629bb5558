export type { Dictionary } from './dictionary.ts';
export type { Speller } from './speller.ts';
export { createSpeller } from './speller.ts';
export type { SuggestContext } from './suggest.ts';
