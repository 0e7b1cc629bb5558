export type { Certainty, Damage, Evidence, Mend, MendEvidence } from './mend.ts';
export { mendBlocks } from './mend.ts';
