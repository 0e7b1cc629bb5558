import { readFile } from 'node:fs/promises';
import type { FilePort } from '../config/index.ts';

/** Files of this machine. */
export const nodeFiles: FilePort = {
  async read(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (
        error instanceof Error &&
        'code' in error &&
        (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'ENOTDIR')
      )
        return undefined;
      throw error;
    }
  },
};
