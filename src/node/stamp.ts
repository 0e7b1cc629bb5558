import { stat } from './promised.ts';

/** Changes whenever a file is written; of a missing file too it says something. */
export async function stampOf(path: string): Promise<string> {
  const { size, mtimeMs, ctimeMs } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0, ctimeMs: 0 }));
  return `${path}|${size}|${mtimeMs}|${ctimeMs}`;
}
