import type { Flags } from '../node/v8-flags.ts';
import { openKeptCode } from './kept-code.ts';
import type * as Program from './program.ts';
import { openReader } from './read-file.ts';

const { fileURLToPath } = process.getBuiltinModule('node:url');
const vm = process.getBuiltinModule('node:vm');

/** The name of the program's file, which tells its content: the build puts it in. */
declare const programFile: string;
/** Packages that few runs need: the file of each, several in one. */
declare const packageFiles: Readonly<Record<string, string>>;

type Require = (name: string) => unknown;

/** What the build makes of a script: a function of what a CommonJS module is given. */
type Script = (
  require: Require,
  module: { exports: unknown },
  exports: unknown,
  programUrl: string,
  importForScript: (name: string) => Promise<unknown>,
) => void;

/**
 * Loads the program: one file, so that Node looks for one, run with what V8 kept of earlier runs, so that nothing is
 * parsed that was parsed before. V8 takes what it kept only where its flags are the same. Packages that few runs need come
 * in files of their own, read when they are asked for.
 *
 * @param face for which the code is kept: each takes other ways through it
 * @param flags set back while something is read that was kept
 * @returns the program, and what keeps its code for the next run
 */
export function loadProgram(face: string, flags: Flags): { program: typeof Program; keepCode(): void } {
  const keeping: (() => void)[] = [];
  const loaded = new Map<string, unknown>();
  const load = (file: string): unknown => {
    if (loaded.has(file)) return loaded.get(file);
    const url = new URL(file, import.meta.url);
    const filename = fileURLToPath(url);
    // What it reads into is let go of with it.
    const readFile = openReader();
    // The bundle is in ASCII.
    const source = readFile(filename).toString('latin1');
    const { bytes, keep } = openKeptCode(`${face}-${file.replace(/\.\w+$/, '')}`, readFile);
    const script = new vm.Script(source, { filename, cachedData: bytes });
    const run = script.runInThisContext() as Script;
    const module = { exports: {} };
    run(requireAny, module, module.exports, url.href, (name) => import(name));
    loaded.set(file, module.exports);
    keeping.push(() => keep(() => script.createCachedData(), script.cachedDataRejected === true));
    return module.exports;
  };
  const requireAny: Require = (name) => {
    const file = packageFiles[name];
    // Node's own modules are asked for all along: with the flags to and fro a run on 100 KB took 4 MB more.
    if (file === undefined) return readModule(name);
    const resume = flags.setBack();
    try {
      return (load(file) as { packages: Record<string, () => unknown> }).packages[name]?.();
    } finally {
      resume();
    }
  };
  return {
    program: load(programFile) as typeof Program,
    keepCode() {
      for (const keep of keeping) keep();
    },
  };
}

/** A module of Node's own, or one beside the program; what reads those is loaded when it is needed. */
function readModule(name: string): unknown {
  return process.getBuiltinModule(name) ?? process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);
}
