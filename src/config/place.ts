import type { LineCounter, Node } from 'yaml';
import type { Said } from '../text/index.ts';
import { said } from '../text/index.ts';

/** A range of a file. Lines and columns are 1-based, columns in UTF-16. */
export interface Place {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A value and where it was written. */
export interface Placed<T> {
  value: T;
  place: Place;
}

/** Something wrong in a configuration, a pack or a list. Lines and columns are 1-based, columns in UTF-16. */
export interface ConfigProblem {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  severity: 'error' | 'warning';
  message: Said;
  /** Replacements of the place, best first. */
  expected?: readonly string[];
  /** What else mends it: the lines are taken out, or what they name is fetched. */
  fix?: 'remove' | 'fetch';
}

/** Values without their places. */
export const valuesOf = <T>(placed: readonly Placed<T>[]): T[] => placed.map(({ value }) => value);

/** The first letter of a file. */
export function topOf(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 2 };
}

/** A place from offsets. */
export function placeBetween(file: string, lines: LineCounter, start: number, end: number): Place {
  const from = lines.linePos(start);
  const to = lines.linePos(Math.max(start, end));
  return { file, line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
}

/** The place of a YAML node. */
export function placeOfNode(file: string, lines: LineCounter, node: Node | null | undefined): Place {
  const range = node?.range;
  return range ? placeBetween(file, lines, range[0], range[1]) : topOf(file);
}

/** The problem of a text that is not YAML: what the parser says, without the place and the excerpt. */
export function notYaml(place: Place, message: string): ConfigProblem {
  return problemAt(place, said`YAML: ${message.split(/ at line |\n/, 1)[0] ?? ''}`);
}

/** A problem at a place. */
export function problemAt(
  place: Place,
  message: Said,
  severity: 'error' | 'warning' = 'error',
  expected?: readonly string[],
  fix?: ConfigProblem['fix'],
): ConfigProblem {
  return {
    ...place,
    severity,
    message,
    ...(expected && expected.length > 0 ? { expected } : {}),
    ...(fix ? { fix } : {}),
  };
}
