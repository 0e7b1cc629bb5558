import { nearestName, said } from '../text/index.ts';
import { parentOf } from './paths.ts';
import type { ConfigProblem, Placed } from './place.ts';
import { problemAt } from './place.ts';
import type { FilePort } from './ports.ts';

/** The problem of a path that names nothing, with the nearest name in the same folder. */
export async function missingFile(
  path: string,
  { value, place }: Placed<string>,
  files: FilePort,
): Promise<ConfigProblem> {
  const folder = parentOf(path) ?? '';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const names = (await files.names?.(folder).catch(() => [])) ?? [];
  const near = nearestName(name, names);
  const message = near ? said`No such file: ${path}: did you mean “${near}”?` : said`No such file: ${path}`;
  const expected = near && value.endsWith(name) ? [value.slice(0, value.length - name.length) + near] : undefined;
  return problemAt(place, message, 'error', expected, 'remove');
}
