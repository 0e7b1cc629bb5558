import type { OptionValue, RankStyle, Severity } from '../rules/index.ts';
import type { ConfigProblem, Place, Placed } from './place.ts';

/** What is said of one rule. */
export interface RuleEntry {
  id: string;
  /** Where the id stands. */
  place: Place;
  /** `on` is the rule's own severity. */
  severity?: Placed<Severity | 'off' | 'on'>;
  options: ReadonlyMap<string, Placed<OptionValue>>;
  /** The options as written, for rules that are not ours. */
  raw?: unknown;
}

/** The keys that a configuration and each of its overrides may set. */
export interface ConfigPart {
  language?: Placed<string>;
  style?: Placed<RankStyle>;
  rules: readonly RuleEntry[];
  lexicon: readonly Placed<string>[];
  styles: readonly Placed<string>[];
  plugins: readonly Placed<string>[];
  /** Hunspell dictionaries. */
  dictionaries: readonly Placed<string>[];
}

/** One configuration file, read and checked by itself. */
export interface ConfigFile extends ConfigPart {
  path: string;
  root: boolean;
  extends: readonly Placed<string>[];
  /** Globs of articles. */
  files?: Placed<readonly string[]>;
  overrides: readonly (ConfigPart & { globs: readonly Placed<string>[]; place: Place })[];
  problems: readonly ConfigProblem[];
}

/** What a configuration file may be called; in one folder the first holds. */
export const configNames: readonly string[] = ['.copydesk.yaml', '.copydesk.yml', '.copydesk.json'];

/** The keys of an override. */
export const overrideKeys = [
  'files',
  'language',
  'style',
  'rules',
  'lexicon',
  'styles',
  'plugins',
  'dictionaries',
] as const;

/** Every key of a configuration, for suggestions and the schema. */
export const configKeys = ['root', 'extends', ...overrideKeys, 'overrides'] as const;

export const rankStyles: readonly RankStyle[] = ['keep-full', 'ap', 'reuters', 'guardian', 'bbc', 'any-consistent'];
export const ruleSeverities = ['off', 'hint', 'info', 'warning', 'error', 'on'] as const;
