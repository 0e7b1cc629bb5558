import { cacheFolder } from '../node/caches.ts';
import type { ReadFile } from './read-file.ts';

// Asked for, not imported: an import would set up a whole module around each, milliseconds before the first line is read.
const { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } = process.getBuiltinModule('node:fs');

/** Compiled code of earlier runs. */
export interface KeptCode {
  /** What V8 compiled, until the next file is read; undefined when nothing is kept. */
  bytes: Buffer | undefined;
  /**
   * Keeps what was compiled by now, as long as runs still add to it. Never fails: without a cache a start is slower.
   *
   * @param refused V8 would not have what was kept
   */
  keep(compiled: () => Buffer, refused: boolean): void;
}

/** Each run takes other ways through the code; after so many the common ones are known. */
const learning = 3;
/** Before the code stands how many runs have added to it. */
const headLength = 8;
/** Days after which the code of other versions is thrown away. */
const days = 30;

/**
 * Opens what is kept under a name, in the folder for caches of whoever runs the program: code is not read from where
 * others can write. `NODE_DISABLE_COMPILE_CACHE` and `NODE_COMPILE_CACHE` hold as they do for Node's own cache, which
 * keeps only what is compiled while loading, not what a check calls.
 *
 * @param name of the program's content; V8 itself refuses what another V8 has compiled, but not what was compiled from
 * another text of the same length
 */
export function openKeptCode(name: string, readFile: ReadFile): KeptCode {
  const folder = findFolder(process.env);
  if (folder === undefined) return { bytes: undefined, keep() {} };
  const file = `${folder}/${name}-${process.version}-${process.arch}`;
  const kept = read(file, readFile);
  // The bytes themselves are let go once V8 has read them.
  const before = kept?.[0] ?? 0;
  return {
    bytes: kept?.subarray(headLength),
    keep(compiled, refused) {
      const runs = refused ? 0 : before;
      if (runs >= learning) return;
      const head = Buffer.alloc(headLength);
      head[0] = runs + 1;
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // Under its name only when it is whole: others may be reading.
        const draft = `${file}.${process.pid}`;
        writeFileSync(draft, Buffer.concat([head, compiled()]), { mode: 0o600 });
        renameSync(draft, file);
        if (runs === 0) clear(folder);
      } catch {
        // No room, no right to write: then not.
      }
    },
  };
}

/** Where code is kept; undefined when none is to be kept. */
function findFolder(env: NodeJS.ProcessEnv): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  return env.NODE_COMPILE_CACHE ? `${env.NODE_COMPILE_CACHE}/copydesk` : cacheFolder(env);
}

function read(file: string, readFile: ReadFile): Buffer | undefined {
  try {
    const bytes = readFile(file);
    return bytes.length > headLength ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Removes what versions that are no longer here have left. */
function clear(folder: string): void {
  const oldest = Date.now() - days * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) {
    const file = `${folder}/${name}`;
    const kept = statSync(file);
    // Packs that were read lie in a folder of their own.
    if (kept.isFile() && kept.mtimeMs < oldest) rmSync(file, { force: true });
  }
}
