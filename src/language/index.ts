export type { ParsedBlock, Tokens } from './block.ts';
export { isInside, keepWithBlock, TokenKind } from './block.ts';
export { otherLanguage } from './detect.ts';
export type { Reading } from './parse.ts';
export { parseBlock, readIn } from './parse.ts';
export { beginsSentence, isCapitalised, isTitleCase, textBefore, tokenText } from './proper.ts';
export { parseTree } from './tree.ts';
export type { Vocabulary } from './vocabulary.ts';
export { createVocabulary } from './vocabulary.ts';
