import { existsSync, readFileSync } from 'node:fs';
import type { AssetPort } from '../text/index.ts';

// Beside the bundle in dist/, or two levels up when the sources run as they are.
const folders = [new URL('./assets/', import.meta.url), new URL('../../dist/assets/', import.meta.url)];

/** Compiled assets from the package's own folder. */
export const nodeAssets: AssetPort = (name) => {
  for (const folder of folders) {
    const file = new URL(name, folder);
    if (existsSync(file)) return readFileSync(file);
  }
  return undefined;
};
