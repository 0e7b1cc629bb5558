import type { RetextPlugin } from './retext.ts';
import { readyPlugin, reportMessages } from './retext.ts';
import type { Rule } from './rule.ts';
import { defineRule } from './rule.ts';

/**
 * Makes a rule of a third-party retext plugin. It reads English blocks, as the plugins do, and its fixes are never safe.
 *
 * @param name the plugin's package name, which is the rule's id
 * @param options handed to the plugin as they are
 */
export function createPluginRule(name: string, plugin: RetextPlugin, options?: unknown): Rule {
  const check = readyPlugin(plugin, options);
  return defineRule({
    id: name,
    category: 'style',
    severity: 'info',
    scope: 'block',
    languages: ['en'],
    what: '{reason}',
    why: '{note}',
    how: 'Change to “{expected}”',
    inQuotes: 'suggest',
    options: {},
    examples: [],
    check(context, _options, report) {
      reportMessages(check(context), context, report);
    },
  });
}
