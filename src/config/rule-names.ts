import { rules as allRules } from '../rules/index.ts';
import { hintAt, nearestName, said } from '../text/index.ts';
import { takesPath } from './glob.ts';
import type { Layer, Merged } from './merge.ts';
import type { LoadedPack } from './packs.ts';
import type { ConfigProblem } from './place.ts';
import { problemAt, valuesOf } from './place.ts';

const builtIn: ReadonlySet<string> = new Set(allRules.map(({ id }) => id));

/** Whether a rule is one of the desk's own; others are a pack's (`Pack`, `Pack.Rule`) or a plugin's. */
export const isBuiltIn = (id: string) => builtIn.has(id);

/**
 * Complains of rules that nobody has. Asked once the packs are read, since packs and plugins bring rules of their own.
 * An override for other articles that brings styles or plugins may name what is not known here.
 */
export function findUnknownRules(
  layers: readonly Layer[],
  path: string,
  packs: readonly LoadedPack[],
  { plugins }: Merged,
): ConfigProblem[] {
  const names = new Set([
    ...builtIn,
    ...packs.flatMap(({ pack: { name, rules } }) => [name, ...rules.flatMap(({ id }) => foldersOf(id))]),
    ...plugins.map(({ value }) => value),
  ]);
  const parts = layers.flatMap(({ file, folder }) => [
    file,
    ...file.overrides.filter(
      ({ globs, styles, plugins: own }) => styles.length + own.length === 0 || takesPath(valuesOf(globs), folder, path),
    ),
  ]);
  return parts
    .flatMap(({ rules }) => rules)
    .filter(({ id }) => !names.has(id))
    .map(({ id, place }) => {
      const near = nearestName(id, names);
      const message = said`No rule “${id}”: ${hintAt(near, said`“copydesk rules” lists them`)}`;
      return problemAt(place, message, 'error', near ? [near] : undefined, 'remove');
    });
}

/** A rule and the folders of its pack that it lies in: `Pack.Folder.Rule`, `Pack.Folder`, `Pack`. */
export function foldersOf(id: string): string[] {
  const parts = id.split('.');
  return parts.map((_, i) => parts.slice(0, parts.length - i).join('.'));
}
