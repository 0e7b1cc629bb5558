export { findAssetFault, nodeAssets, readAssetStamp } from './assets.ts';
export type { SyncedSource, SyncOptions, SyncReport } from './fetch/index.ts';

export { nodeFiles } from './files.ts';
export { nodePlugins } from './plugins.ts';
export { readdir, readFile } from './promised.ts';
export { syncSources } from './sync.ts';
export { nodeTagger } from './tagger.ts';
export { readToday } from './today.ts';
export type { Flags } from './v8-flags.ts';
export { openFlags } from './v8-flags.ts';
