export { nodeAssets } from './assets.ts';
export { nodeFiles } from './files.ts';
export { nodePlugins } from './plugins.ts';
