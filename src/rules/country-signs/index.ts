export { countUses, findMajority } from './majority.ts';
export type { Spelling, Use } from './spelling.ts';
export { findFirst, isIze, readSpelling, singular } from './spelling.ts';
export { sentenceAt, weigh } from './weigh.ts';
