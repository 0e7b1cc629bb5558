/** Handed in by start/load.ts, where this runs as a script. */
declare const importForScript: ((url: string) => Promise<unknown>) | undefined;

/** Imports a module that is not part of the program; a script may not do so itself. */
export const importModule: (url: string) => Promise<unknown> =
  typeof importForScript === 'undefined' ? (url) => import(url) : importForScript;
