import { stat as statLater } from 'node:fs';
import { promisify } from 'node:util';

// Not from node:fs/promises, as in files.ts.
const stat = promisify(statLater);

/** Changes whenever a file is written; of a missing file too it says something. */
export async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ctimeMs } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0, ctimeMs: 0 }));
  return `${path}|${size}|${mtimeMs}|${ctimeMs}`;
}
