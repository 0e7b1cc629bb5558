import type { Root } from 'nlcst';
import type { Plugin } from 'unified';
import type { Rule } from '../rules/index.ts';
import { defineRule } from '../rules/index.ts';
import { SaidError, said, saidBy } from '../text/index.ts';
import type { Merged } from './merge.ts';
import type { ConfigProblem } from './place.ts';
import { problemAt } from './place.ts';
import type { LoaderPorts } from './ports.ts';
import type { RuleSetting } from './settings.ts';

/** A retext plugin as a rule. */
export interface LoadedPlugin {
  id: string;
  rule: Rule;
  setting: RuleSetting;
}

/** Loads the retext plugins that a configuration names. In an untrusted workspace none is loaded, which is said. */
export async function loadPlugins(
  { plugins, rules }: Merged,
  { plugins: load, trusted = true }: LoaderPorts,
  problems: ConfigProblem[],
): Promise<LoadedPlugin[]> {
  const loaded: LoadedPlugin[] = [];
  for (const { value: name, place } of plugins) {
    if (loaded.some(({ id }) => id === name)) continue;
    if (!trusted || !load) {
      const reason = trusted ? said`plugins are programs, and none run here` : said`this workspace is not trusted`;
      problems.push(problemAt(place, said`The plugin “${name}” is not loaded: ${reason}`, 'warning'));
      continue;
    }
    try {
      const plugin = await load(name, place.file);
      if (typeof plugin !== 'function') throw new SaidError(said`it exports no plugin`);
      const rule = await makePluginRule(name, plugin as Plugin<[unknown], Root>, rules.get(name)?.raw);
      loaded.push({ id: name, rule, setting: { severity: 'warning', options: {} } });
    } catch (error) {
      const reason = error instanceof Error && !(error instanceof SaidError) ? error.message.split('\n')[0] : undefined;
      problems.push(problemAt(place, said`The plugin “${name}” cannot be loaded: ${reason ?? saidBy(error)}`));
    }
  }
  return loaded;
}

async function makePluginRule(name: string, plugin: Plugin<[unknown], Root>, options: unknown): Promise<Rule> {
  const [{ unified }, { VFile }] = await Promise.all([import('unified'), import('vfile')]);
  const processor = unified().use(plugin, options).freeze();
  return defineRule({
    id: name,
    category: 'style',
    severity: 'warning',
    scope: 'block',
    languages: ['en'],
    what: '{reason}',
    why: '{note}',
    how: 'Change to “{expected}”',
    inQuotes: 'ignore',
    options: {},
    examples: [],
    check({ parsed }, _options, report) {
      const file = new VFile(parsed.text);
      // Plugins may change the tree, and the desk's own is kept with the block.
      processor.runSync(structuredClone(parsed.tree()), file);
      for (const { reason, note, place, expected, url } of file.messages) {
        const range = place && 'start' in place ? place : place && { start: place, end: place };
        report({
          start: range?.start.offset ?? 0,
          end: range?.end.offset ?? parsed.text.length,
          data: { reason, note: note ?? '' },
          ...(expected ? { expected } : {}),
          ...(url ? { url } : {}),
        });
      }
    },
  });
}
