export { countNames, groupsOf } from './circle.ts';
export { findOdd } from './odd.ts';
