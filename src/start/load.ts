import { createRequire } from 'node:module';
import type { KeptCode } from './kept-code.ts';
import { openKeptCode } from './kept-code.ts';
import type * as Program from './program.ts';

const require = createRequire(import.meta.url);
const { readFileSync } = require('node:fs') as typeof import('node:fs');
const { fileURLToPath } = require('node:url') as typeof import('node:url');
const vm = require('node:vm') as typeof import('node:vm');

/** The name of the program's file, which tells its content: the build puts it in. */
declare const programFile: string;

/**
 * Loads the program: one file, so that Node looks for one, run with what V8 kept of earlier runs, so that nothing is
 * parsed that was parsed before. V8 takes what it kept only where its flags are the same.
 *
 * @param face for which the code is kept: each takes other ways through it
 * @returns the program, and what keeps its code for the next run
 */
export function loadProgram(face: string): { program: typeof Program; keepCode(): void } {
  const url = new URL(programFile, import.meta.url);
  const filename = fileURLToPath(url);
  const kept: KeptCode = openKeptCode(`${face}-${programFile.replace(/\.\w+$/, '')}`);
  // The bundle is in ASCII.
  const script = new vm.Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: kept.bytes,
  });
  const run = script.runInThisContext() as (
    require: NodeJS.Require,
    module: { exports: unknown },
    exports: unknown,
    programUrl: string,
    importForScript: (name: string) => Promise<unknown>,
  ) => void;
  const module = { exports: {} };
  run(require, module, module.exports, url.href, (name) => import(name));
  return {
    program: module.exports as typeof Program,
    keepCode: () => kept.keep(() => script.createCachedData(), script.cachedDataRejected === true),
  };
}
