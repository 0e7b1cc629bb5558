import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AssetPort } from '../text/index.ts';
import { isMissing } from './missing.ts';

// Beside the bundle in dist/, or two levels up when the sources run as they are.
const folders = ['./assets/', '../../dist/assets/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/** What tells the assets that the program was built with from any other: the build puts it in; the sources have none. */
declare const assetStamp: string | undefined;

/** Compiled assets from the package's own folder. */
export const nodeAssets: AssetPort = (name) => {
  for (const folder of folders) {
    try {
      return readFileSync(folder + name);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return undefined;
};

/** What tells the assets from those of any other build; undefined where there are none. */
export function readAssetStamp(): string | undefined {
  const list = nodeAssets('index.json');
  return list && (JSON.parse(list.toString()) as { stamp?: string }).stamp;
}

/**
 * Says why nothing can be checked, in English; undefined when all is well. Without its compiled data, or with that of
 * another build, the desk would find nothing and say that all is well.
 */
export function findAssetFault(): string | undefined {
  const stamp = readAssetStamp();
  const wanted = typeof assetStamp === 'undefined' ? stamp : assetStamp;
  if (stamp !== undefined && stamp === wanted) return undefined;
  const what = stamp === undefined ? 'is missing' : 'belongs to another build of it';
  return `the folder “assets” beside the program ${what}, so nothing can be checked: install Copydesk again (in its sources: npm run build)`;
}
