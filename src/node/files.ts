import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FilePort } from '../config/index.ts';
import { isMissing } from './missing.ts';
import { readdir, readFile } from './promised.ts';
import { stampOf } from './stamp.ts';

/** Files of this machine. */
export const nodeFiles: FilePort = {
  async read(path) {
    if (isAbsent(path)) return undefined;
    try {
      return decode(await readFile(path));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  },
  async list(folder) {
    try {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
        .sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  },
  async names(folder) {
    return readdir(folder);
  },
  isIntact: openIntegrity(),
  stamp: stampOf,
  openShelf: async () => (await import('./shelf.ts')).nodeShelf(),
  async findPackage(name, from) {
    // Most runs need none of it, and it takes a while to load.
    const { createRequire } = await import('node:module');
    const { resolve } = createRequire(pathToFileURL(from));
    for (const file of [`${name}/.copydesk.yaml`, `${name}/copydesk.yaml`, `${name}/copydesk.json`, name]) {
      try {
        const found = resolve(file);
        if (/\.(?:ya?ml|json)$/i.test(found)) return found.replaceAll('\\', '/');
      } catch {
        // Not this one: the next name.
      }
    }
    return undefined;
  },
};

/** Hashing is loaded when a configuration extends something from elsewhere. */
function openIntegrity(): FilePort['isIntact'] {
  let remembered: FilePort['isIntact'];
  return async (folder, integrity) => {
    remembered ??= (await import('./integrity.ts')).rememberIntact();
    return remembered(folder, integrity);
  };
}

/** UTF-8; UTF-16 where a byte order mark says so, as spreadsheets save it. */
function decode(bytes: Buffer): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
  return wide ? new TextDecoder(wide).decode(bytes) : bytes.toString('utf8');
}

/** Most that is asked for is not there: a look takes a tenth of a trip to another thread that comes back with an error. */
function isAbsent(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}
