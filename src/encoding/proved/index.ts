export { unfold } from './folded.ts';
export { findProved, findTold } from './proved.ts';
