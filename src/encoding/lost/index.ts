export type { MendEvidence } from './mentions.ts';
export { restoreLost } from './restore.ts';
