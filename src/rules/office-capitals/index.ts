export type { OfficeAlone } from './alone.ts';
export { findDriftAlone, findOfficesAlone } from './alone.ts';
export type { BodyCase } from './bodies.ts';
export { findBodies, findOddBodies } from './bodies.ts';
export type { HalfCapital } from './half.ts';
export { findHalfCapitals } from './half.ts';
export type { Custom, NamedOffice } from './named.ts';
export { findCustom, findLowerOffices, findNamedOffices } from './named.ts';
export { capitalise } from './words.ts';
