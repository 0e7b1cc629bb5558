export type { PackFile } from './load.ts';
export { loadPack } from './load.ts';
export type { BlockNotes, Matcher, MatcherOptions } from './matcher.ts';
export { compilePacks } from './matcher.ts';
export type { Hit, Pack, PackExample, PackLevel, PackPlace, PackProblem, PackRule } from './pack.ts';
export type { ValeChoice, ValeConfig, ValeSection } from './vale-ini.ts';
export { chooseForFile, readValeIni, readVocabulary } from './vale-ini.ts';
export { makeValeStyle } from './vale-packs.ts';
