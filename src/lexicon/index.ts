export type { Lexicon, TeamPerson, TeamTerm } from './lexicon.ts';
export { createLexicon } from './lexicon.ts';
export type { Modifier, Offices, OfficeWording } from './offices.ts';
export type { Ranks, RankWording } from './ranks.ts';
export { rankId } from './ranks.ts';
export type { BodyRow, CountryRow, OfficeRow, RankForm, RankRow } from './rows.ts';
export type { PhraseHit } from './trie.ts';
export { PhraseTrie } from './trie.ts';
