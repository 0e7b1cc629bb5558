import type { Lexicon } from '../lexicon/index.ts';
import { createLexicon } from '../lexicon/index.ts';
import type { Options, RankStyle, Rule, Severity } from '../rules/index.ts';
import { rules } from '../rules/index.ts';
import type { Dictionary } from '../spelling/index.ts';
import { createSpeller } from '../spelling/index.ts';
import type { Matcher, MatcherOptions, Pack } from '../style/index.ts';
import { compilePacks, readShippedPack } from '../style/index.ts';
import type { AssetPort } from '../text/index.ts';

/** What a configuration says of one rule, everything resolved. */
export interface RuleSetting {
  severity: Severity | 'off';
  options: Options;
}

/** A configuration resolved for one article. */
export interface Settings {
  /** `auto`, or a BCP 47 tag: `en-GB`, `en-US`, `tr`. */
  language: string;
  style: RankStyle;
  /** Every rule by id. */
  rules: ReadonlyMap<string, RuleSetting>;
  lexicon: Lexicon;
  /** House style packs, compiled; undefined without any. */
  packs?: Matcher;
  /** The team's Hunspell dictionaries. */
  dictionaries?: readonly Dictionary[];
  /** Third-party retext plugins as rules; their settings stand in `rules`. */
  plugins?: readonly Rule[];
  /** Changes whenever anything above does; part of the cache keys. */
  key: string;
}

/** The settings without any configuration. */
export function defaultSettings(assets: AssetPort): Settings {
  return {
    language: 'auto',
    style: 'keep-full',
    rules: defaultRules(),
    lexicon: createLexicon(assets),
    packs: compileCore(assets),
    key: 'default',
  };
}

/** What every rule is set to without any configuration. */
export function defaultRules(): Map<string, RuleSetting> {
  return new Map(
    rules.map((rule) => [
      rule.id,
      {
        severity: rule.optIn ? ('off' as const) : rule.severity,
        options: Object.fromEntries(Object.entries(rule.options).map(([name, schema]) => [name, schema.default])),
      },
    ]),
  );
}

const cores = new WeakMap<AssetPort, { matcher: Matcher | undefined }>();

/** `copydesk:core` alone, compiled once a port. */
function compileCore(assets: AssetPort): Matcher | undefined {
  const known = cores.get(assets) ?? { matcher: compileWithCore(readShippedPack(assets, 'core'), [], assets) };
  cores.set(assets, known);
  return known.matcher;
}

/** Compiles packs together with `copydesk:core`, which is always on; undefined when there are none. */
export function compileWithCore(
  core: Pack | undefined,
  packs: readonly Pack[],
  assets: AssetPort,
  options: MatcherOptions = {},
): Matcher | undefined {
  const all = [...(core && !packs.some(({ name }) => name === core.name) ? [core] : []), ...packs];
  if (all.length === 0) return undefined;
  // Dictionaries are opened when a rule spells its first word.
  const speller = createSpeller(assets);
  const isSpelled = (word: string, language: string) => speller.isKnown(word, language);
  return compilePacks(all, { isSpelled, ...options });
}
