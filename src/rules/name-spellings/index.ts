export { countNames, groupsOf } from './circle.ts';
export { findOdd, hasStyle } from './odd.ts';
