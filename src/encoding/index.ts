export type { Description } from './describe.ts';
export { describeDamage } from './describe.ts';
export type { Suspicions } from './inspect.ts';
export { inspectBlock } from './inspect.ts';
export type { Certainty, Damage, Evidence, Mend, MendEvidence, Mender } from './mend.ts';
export { createMender } from './mend.ts';
export { cleanPaste } from './paste.ts';
export { suspectEncoding } from './suspect.ts';
