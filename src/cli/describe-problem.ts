import { relative } from 'node:path';
import type { ConfigProblem } from '../config/index.ts';
import { fillSaid } from '../text/index.ts';

/** A problem of a configuration in a line: `file:line:column: severity: message`. */
export function describeProblem({ file, line, column, severity, message }: ConfigProblem): string {
  return `${fromHere(file)}:${line}:${column}: ${severity}: ${fillSaid(message)}`;
}

/** A file below the current folder as it is named from there; others, and what is no file, as they are. */
export function fromHere(file: string): string {
  if (!/^(?:\/|[a-z]:)/i.test(file)) return file;
  const path = relative(process.cwd(), file).replaceAll('\\', '/');
  return path === '' || path.startsWith('..') ? file : path;
}
