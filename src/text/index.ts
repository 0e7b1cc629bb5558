export type { AssetPort } from './assets.ts';
export * from './change.ts';
export * from './copy.ts';
export * from './fold.ts';
export * from './lines.ts';
export * from './nearest.ts';
export * from './offset-map.ts';
export * from './overlaps.ts';
export * from './said.ts';
