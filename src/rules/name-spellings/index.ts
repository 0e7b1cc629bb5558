export { type Group, groupOf, readable } from './groups.ts';
export { adoptLoose, groupLoose } from './loose.ts';
export { findOdd } from './odd.ts';
