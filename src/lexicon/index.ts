export type { Lexicon, TeamPerson, TeamTerm } from './lexicon.ts';
export { createLexicon } from './lexicon.ts';
