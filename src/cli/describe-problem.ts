import type { ConfigProblem } from '../config/index.ts';
import { fillSaid } from '../text/index.ts';

/**
 * A problem of a configuration in a line: `file:line:column: severity: message`.
 *
 * @param nameOf how the file is named; as it is when left out
 */
export function describeProblem(
  { file, line, column, severity, message }: ConfigProblem,
  nameOf: (file: string) => string = (file) => file,
): string {
  return `${nameOf(file)}:${line}:${column}: ${severity}: ${fillSaid(message)}`;
}
