export type { Article, Block, BlockRole, Kept, Mark, Reader, Span, Stet } from './article.ts';
export { keptOf, lettersOf } from './kept.ts';
export type { Entered, Ledger, Placed } from './ledger.ts';
export { openLedger, placeEntry } from './ledger.ts';
export { articleExtensions, readArticle, saysArticle, sharedExtensions, updateArticle } from './readers.ts';
export { readTree } from './tree.ts';
