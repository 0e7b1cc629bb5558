import { rules as allRules } from '../../rules/index.ts';
import { said } from '../../text/index.ts';
import { takesPath } from '../glob.ts';
import type { Layer, Merged } from '../merge.ts';
import type { LoadedPack } from '../packs.ts';
import type { ConfigProblem } from '../place.ts';
import { problemAt } from '../place.ts';

// Rules that only know what a list tells them.
const needLists: ReadonlySet<string> = new Set(['name-team-list', 'term-team-list']);

/** Rules that a configuration switches on where they can find nothing. */
export function findIdleSettings(merged: Merged, packs: readonly LoadedPack[]): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const { value: language = 'auto', place: languagePlace } = merged.language ?? {};
  const primary = language.split('-')[0] ?? '';
  for (const [id, { severity, place }] of merged.rules) {
    if (!severity || severity.value === 'off') continue;
    const rule = allRules.find((one) => one.id === id);
    if (rule?.languages && language !== 'auto' && !rule.languages.includes(primary))
      problems.push(
        problemAt(
          place,
          said`“${id}” can never fire: it reads ${rule.languages.join(', ')}, and “language” is ${language}`,
          'warning',
          undefined,
          'remove',
        ),
      );
    if (needLists.has(id) && merged.lexicon.length === 0)
      problems.push(problemAt(place, said`“${id}” can never fire: “lexicon” names no list`, 'warning'));
  }
  if (language === 'auto' || !languagePlace) return problems;
  for (const { pack, path } of packs) {
    if (path.startsWith('copydesk:') || pack.rules.length === 0) continue;
    const read = new Set(pack.rules.flatMap(({ languages }) => languages));
    if (pack.rules.every(({ languages }) => languages.length > 0) && !read.has(primary))
      problems.push(
        problemAt(
          languagePlace,
          said`No rule of ${pack.name} can fire: they read ${[...read].join(', ')}, and “language” is ${language}`,
          'warning',
        ),
      );
  }
  return problems;
}

/**
 * Globs that take no article. Said only of configurations that stand beside the articles: what is extended is for others
 * too.
 *
 * @param list all articles below a folder
 */
export async function findIdleGlobs(
  layers: readonly Layer[],
  list: (folder: string) => Promise<readonly string[]>,
): Promise<ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  for (const { file, folder } of layers) {
    if (!file.path.startsWith(`${folder}/`) || file.path.slice(folder.length + 1).includes('/')) continue;
    if (file.overrides.length === 0 && !file.files) continue;
    const articles = await list(folder);
    // In a folder without any article nothing is known.
    if (articles.length === 0) continue;
    for (const { globs } of file.overrides)
      for (const { value, place } of globs) {
        if (value.startsWith('!') || articles.some((path) => takesPath([value], folder, path))) continue;
        problems.push(problemAt(place, said`“${value}” matches no article`, 'warning', undefined, 'remove'));
      }
    if (file.files && !articles.some((path) => takesPath(file.files?.value ?? [], folder, path)))
      problems.push(problemAt(file.files.place, said`“files” matches no article`, 'warning'));
  }
  return problems;
}
