export { PatternError } from './node.ts';
export type { Pattern, PatternMatch } from './pattern.ts';
export { compilePattern } from './pattern.ts';
export { listSpellings } from './spellings.ts';
