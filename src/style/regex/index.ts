export { classAt, classCount, classOf, isAlphanumericClass } from './neighbours.ts';
export { PatternError } from './node.ts';
export type { CompilePattern, Pattern, PatternMatch, PatternPlan } from './pattern.ts';
export { compilePattern, planPattern, recallPattern } from './pattern.ts';
export { CoreMark, findCores, isEveryday } from './rarity.ts';
export { listSpellings } from './spellings.ts';
export type { Core, Strings } from './strings.ts';
export { edge, unite } from './strings.ts';
