export type { AssetPort } from './assets.ts';
export * from './lines.ts';
export * from './offset-map.ts';
