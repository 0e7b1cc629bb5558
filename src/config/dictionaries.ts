import type { Dictionary } from '../spelling/index.ts';
import { openHunspell } from '../spelling/index.ts';
import { said, saidBy } from '../text/index.ts';
import { hashText } from './hash.ts';
import { stylePath } from './packs.ts';
import type { ConfigProblem, Placed } from './place.ts';
import { problemAt } from './place.ts';

/**
 * Opens the Hunspell dictionaries that a configuration names: `dict/az` stands for `dict/az.aff` and `dict/az.dic`, or
 * for a folder with `index.aff` and `index.dic`. The name begins with the language.
 *
 * @returns the dictionaries, the files that were read, and what tells them from others
 */
export async function readDictionaries(
  named: readonly Placed<string>[],
  read: (path: string) => Promise<string | undefined>,
  problems: ConfigProblem[],
): Promise<{ dictionaries: Dictionary[]; files: string[]; key: string }> {
  const dictionaries: Dictionary[] = [];
  const files: string[] = [];
  const contents: string[] = [];
  for (const { value, place } of named) {
    const path = stylePath(place.file, value).replace(/\.(?:aff|dic)$|\/$/i, '');
    const language = /(?:^|\/)([a-z]{2,3})(?:[-_][A-Za-z\d_-]+)?$/.exec(path)?.[1];
    if (!language) {
      problems.push(
        problemAt(place, said`“${value}” names no language: call it az.aff and az.dic, or en-GB.aff and en-GB.dic`),
      );
      continue;
    }
    let found = false;
    for (const base of [path, `${path}/index`]) {
      const [aff, dic] = await Promise.all([read(`${base}.aff`), read(`${base}.dic`)]);
      if (aff === undefined || dic === undefined) continue;
      found = true;
      files.push(`${base}.aff`, `${base}.dic`);
      contents.push(aff, dic);
      try {
        dictionaries.push(await openHunspell(language, aff, dic));
      } catch (error) {
        problems.push(problemAt(place, said`“${value}”: ${saidBy(error)}`));
      }
      break;
    }
    if (!found) problems.push(problemAt(place, said`No such dictionary: ${path}.aff and ${path}.dic`));
  }
  return { dictionaries, files, key: contents.length === 0 ? '' : hashText(JSON.stringify(contents)) };
}
