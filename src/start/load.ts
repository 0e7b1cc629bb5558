import { createRequire } from 'node:module';
import type { KeptCode } from './kept-code.ts';
import { openKeptCode } from './kept-code.ts';
import type * as Program from './program.ts';

const require = createRequire(import.meta.url);
const { readFileSync } = require('node:fs') as typeof import('node:fs');
const { fileURLToPath } = require('node:url') as typeof import('node:url');
const v8 = require('node:v8') as typeof import('node:v8');
const vm = require('node:vm') as typeof import('node:vm');

/** The name of the program's file, which tells its content: the build puts it in. */
declare const programFile: string;

/** The versions of V8 that are known to have the flag below; another would complain of it on standard error. */
const tiered = { from: 11, to: 14 };

/**
 * Has V8 compile a pattern to machine code at its first use. By itself it makes bytecode first and machine code at the
 * second use: for classes of letters (`\p{L}`) the bytecode costs several times what the code does, and is run once.
 */
function compilePatternsOnce(): void {
  const version = Number.parseInt(process.versions.v8, 10);
  if (version >= tiered.from && version <= tiered.to) v8.setFlagsFromString('--no-regexp-tier-up');
}

/**
 * Loads the program: one file, so that Node looks for one, run with what V8 kept of earlier runs, so that nothing is
 * parsed that was parsed before.
 *
 * @param face for which the code is kept: each takes other ways through it
 * @returns the program, and what keeps its code for the next run
 */
export function loadProgram(face: string): { program: typeof Program; keepCode(): void } {
  // Before any code: V8 takes kept code only where its flags are the same.
  compilePatternsOnce();
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
