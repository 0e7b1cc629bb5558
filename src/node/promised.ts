import { readdir as readdirBack, readFile as readFileBack, stat as statBack } from 'node:fs';
import { promisify } from 'node:util';

// Not from node:fs/promises: loading that is a tenth of an empty process. And by name: to bundle the whole of node:fs is to
// go over it, which loads more of it.

/** As in node:fs/promises. */
export const readFile = promisify(readFileBack);
/** As in node:fs/promises. */
export const readdir = promisify(readdirBack);
/** As in node:fs/promises. */
export const stat = promisify(statBack);
