export { createActions } from './actions.ts';
export type { ActionRequest } from './fixes.ts';
export { isAsked } from './fixes.ts';
export { mostSuggestions } from './spelling.ts';
