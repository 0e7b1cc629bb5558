import type { Pack, Tagger } from '../style/index.ts';
import { compilePacks } from '../style/index.ts';
import type { RuleSetting, Settings } from './settings.ts';

/**
 * Settings under which nothing but some rules speak, whatever the configuration says of their severity.
 *
 * @param ids ids of our own rules, of plugins, and of rules of the packs
 */
export function keepRules(
  settings: Settings,
  packs: readonly Pack[],
  ids: ReadonlySet<string>,
  tagger?: Tagger,
): Settings {
  const left = packs.map((pack) => ({ ...pack, rules: pack.rules.filter(({ id }) => ids.has(id)) }));
  const found = left.filter(({ rules }) => rules.length > 0);
  const rules = new Map<string, RuleSetting>();
  for (const [id, setting] of settings.rules) {
    const own = setting.severity === 'off' ? ('warning' as const) : setting.severity;
    rules.set(id, { ...setting, severity: ids.has(id) ? own : 'off' });
  }
  if (found.length > 0) rules.set('style-pack', { severity: 'warning', options: {} });
  const { packs: _all, ...rest } = settings;
  const levels = new Map([...ids].map((id) => [id, 'on' as const]));
  return {
    ...rest,
    rules,
    ...(found.length > 0 ? { packs: compilePacks(found, { levels, ...(tagger ? { tagger } : {}) }) } : {}),
    key: `${settings.key}|${[...ids].join()}`,
  };
}
