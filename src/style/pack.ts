import type { BlockRole, Span } from '../article/index.ts';
import type { Said } from '../text/index.ts';
import { said } from '../text/index.ts';
import type { PatternPlan } from './regex/index.ts';

/** What a rule can be, in Vale's words. */
export const checkKinds = [
  'capitalization',
  'conditional',
  'consistency',
  'existence',
  'metric',
  'occurrence',
  'readability',
  'repetition',
  'sequence',
  'spelling',
  'substitution',
] as const;
export type CheckKind = (typeof checkKinds)[number];

/** Kinds of Vale's that do not run here, with the reason. */
export const unsupportedKinds: Readonly<Record<string, Said>> = {
  script: said`Tengo scripts are programs, and a pack is only data`,
};

/** Vale's three levels and our hint below them. */
export type PackLevel = 'error' | 'warning' | 'suggestion' | 'hint';

/** What `action` says of the fix. */
export interface PackAction {
  name: string;
  params: readonly string[];
}

/** One step of a `sequence`. */
export interface SequenceStep {
  pattern: string;
  /** A pattern of Penn Treebank tags; empty for any. */
  tag: string;
  negate: boolean;
  skip: number;
  /** How often the step must be taken. */
  min: number;
  /** The hit is this step alone. */
  target: boolean;
}

/** An example of ours: `bad` is hit and its first fix gives `good`; `good` is silent. */
export interface PackExample {
  bad?: string;
  good?: string;
  /** Where it stands in the rule's file, 1-based. */
  line: number;
  column: number;
}

/** One rule of a pack, its fields as Vale means them; those after `why` are ours. Plain data. */
export interface PackRule {
  /** `Pack.Rule`. */
  id: string;
  kind: CheckKind;
  message: string;
  level: PackLevel;
  link: string;
  scope: readonly string[];
  /** At most so many alerts an article; 0 for any number. */
  limit: number;
  action?: PackAction;
  tokens: readonly string[];
  raw: readonly string[];
  append: boolean;
  swap: readonly (readonly [string, string])[];
  either: readonly (readonly [string, string])[];
  exceptions: readonly string[];
  indicators: readonly string[];
  steps: readonly SequenceStep[];
  ignorecase: boolean;
  nonword: boolean;
  vocab: boolean;
  alpha: boolean;
  capitalize: boolean;
  /** Replacements take the case of what they replace. */
  matchcase: boolean;
  max: number;
  min: number;
  first: string;
  second: string;
  match: string;
  style: string;
  threshold: number;
  formula: string;
  condition: string;
  metrics: readonly string[];
  grade: number;
  /** What a heading's case is judged without. */
  prefix: string;
  /** Patterns of words that are not spelt. */
  filters: readonly string[];
  /** Words that are spelt right. */
  words: readonly string[];
  /** Whether Vale's own filters are off. */
  custom: boolean;
  /** BCP 47 tags of the dictionaries that ship. */
  dictionaries: readonly string[];
  /** Hunspell files of the team's, as the rule names them. */
  hunspell: readonly { dic: string; aff: string }[];
  /** Why the house wants it so. */
  why: string;
  source: string;
  category: string;
  safe: boolean;
  inQuotes: 'check' | 'suggest' | 'ignore';
  /** Parts of the story; all when empty. */
  parts: readonly StoryPart[];
  /** Primary language subtags; all when empty. */
  languages: readonly string[];
  examples: readonly PackExample[];
  /** First and last day in force, ISO 8601; empty without a bound. */
  since: string;
  until: string;
  owner: string;
  /** Whether it says that something is right: a hint, off unless named. */
  confirm: boolean;
  place: PackPlace;
}

/** Part of a story that a rule may be bound to. */
export type StoryPart = 'headline' | 'lede' | 'body' | 'caption' | 'quote';

/** Where each part is found; the lede is the summary, or the first paragraph. */
export const partRoles: Readonly<Record<StoryPart, readonly BlockRole[]>> = {
  headline: ['headline', 'subhead'],
  lede: ['summary', 'paragraph'],
  body: ['paragraph', 'list-item', 'quote', 'summary'],
  caption: ['caption'],
  quote: ['quote'],
};

/** Where a rule stands. Lines and columns are 1-based, columns in UTF-16. */
export interface PackPlace {
  file: string;
  line: number;
  column: number;
}

/** A folder of rules. Plain data: it may be cached as JSON. */
export interface Pack {
  name: string;
  title: string;
  version: string;
  owner: string;
  link: string;
  /** Whether the pack is in Vale's dialect: exact spaces, any language. */
  vale: boolean;
  rules: readonly PackRule[];
  /** What is known of its patterns before they are compiled, by flags and source; packs that ship have it. */
  plans?: Readonly<Record<string, PatternPlan>>;
}

/** Something wrong in a pack; the shape of a configuration problem. */
export interface PackProblem extends PackPlace {
  endLine: number;
  endColumn: number;
  severity: 'error' | 'warning';
  message: Said;
  /** Replacements of the place, best first. */
  expected?: readonly string[];
  /** The lines are better taken out. */
  fix?: 'remove';
}

/** What a rule found. Offsets are UTF-16 in the block's mended text. */
export interface Hit extends Span {
  rule: PackRule;
  message: string;
  level: PackLevel;
  /** Replacements, best first; an empty string deletes. */
  expected: readonly string[];
  safe: boolean;
}
