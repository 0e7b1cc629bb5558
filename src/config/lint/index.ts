import { testPack } from '../../style/index.ts';
import { said } from '../../text/index.ts';
import type { Layer, Merged } from '../merge.ts';
import type { LoadedPack } from '../packs.ts';
import type { ConfigProblem, Placed } from '../place.ts';
import { problemAt } from '../place.ts';
import type { Settings } from '../settings.ts';
import type { ReadOnce } from '../sources.ts';
import { findContradictions } from './contradictions.ts';
import { findListConflicts } from './lists.ts';
import { createRows } from './rows.ts';
import { findIdleGlobs, findIdleSettings } from './settings.ts';
import { findSilent } from './silent.ts';

/** What a configuration is looked through with. */
export interface LintPorts {
  /** The day as `YYYY-MM-DD`. */
  today?: string;
  /** All articles below a folder; without it globs are taken at their word. */
  listArticles?: (folder: string) => Promise<readonly string[]>;
}

/** A configuration with what it brought. */
export interface Linted {
  layers: readonly Layer[];
  merged: Merged;
  packs: readonly LoadedPack[];
  /** Entries of `extends` and `styles`. */
  named: readonly Placed<string>[];
  settings: Settings;
}

/** What is questionable in a configuration that can be read: rules that never fire, rows that contradict, examples that fail. */
export async function lintConfig(
  { layers, merged, packs, named, settings }: Linted,
  read: ReadOnce,
  { today = '', listArticles }: LintPorts,
): Promise<ConfigProblem[]> {
  const rows = createRows(read);
  const own = packs.filter(({ path }) => !path.startsWith('copydesk:'));
  const problems = findIdleSettings(merged, packs);
  if (listArticles) problems.push(...(await findIdleGlobs(layers, listArticles)));
  problems.push(...(await findListConflicts(settings.lexicon, rows)));
  problems.push(...(await findContradictions(settings.packs?.rules ?? [], packs, settings.lexicon.terms, named, rows)));
  for (const { pack } of own) {
    // Parts of speech and dictionaries are for the desk: an example is tried without them.
    const needy = pack.rules.filter(({ kind, steps }) => kind === 'spelling' || steps.some(({ tag }) => tag));
    const left = new Set(needy.map(({ id }) => id));
    const isPlain = (rule: string) => !left.has(rule);
    problems.push(...(await findSilent(pack, rows, today)));
    for (const { file, line, column, rule, message } of testPack(pack, isPlain).failures)
      problems.push(
        problemAt({ file, line, column, endLine: line, endColumn: column + 1 }, said`Example of ${rule}: ${message}`),
      );
  }
  return problems;
}
