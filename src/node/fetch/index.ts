export type { SyncedSource, SyncOptions, SyncReport } from './sync.ts';
export { syncSources } from './sync.ts';
