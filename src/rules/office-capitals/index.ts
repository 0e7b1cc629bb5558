export type { OfficeAlone } from './alone.ts';
export { findDriftAlone } from './alone.ts';
export type { BodyCase } from './bodies.ts';
export { findOddBodies } from './bodies.ts';
export { collectCapitals } from './collect.ts';
export type { HalfCapital } from './half.ts';
export type { Custom, NamedOffice } from './named.ts';
export { findCustom, findLowerOffices } from './named.ts';
export { capitalise } from './words.ts';
