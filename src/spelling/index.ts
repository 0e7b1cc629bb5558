export type { Dictionary } from './dictionary.ts';
export type { Doubt, DoubtSources } from './doubts.ts';
export { findDoubts } from './doubts.ts';
export { openHunspell } from './hunspell.ts';
export type { Speller } from './speller.ts';
export { createSpeller, openShipped } from './speller.ts';
export type { SuggestContext } from './suggest.ts';
