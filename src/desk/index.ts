export type { Desk, DeskPorts, Report, Session } from './desk.ts';
export { createDesk } from './desk.ts';
export { applyEdits, collectSafeEdits } from './fixes.ts';
export type { Edit, Message, Place, RelatedPlace } from './message.ts';
export type { Translate } from './settle.ts';
export { fillTemplate } from './settle.ts';
