import type { CheckKind } from './pack.ts';
import { checkKinds, partRoles } from './pack.ts';

/** Keys of every kind of rule, Vale's first, and what each means. */
const common = {
  extends: 'What kind of rule it is; or a rule, `Pack.Rule`, that it builds on.',
  message: 'What is said of a hit; `%s` stands for its text, and for the replacement.',
  level: 'How much it matters; `warning` unless said.',
  scope: 'Where it looks: a part of the markup, with `&` for both and `~` for not.',
  link: 'A page that says more.',
  limit: 'At most so many hits an article.',
  action: 'How a hit is fixed.',
  description: 'What the rule is for.',
  name: 'A name for people; the file’s name is the rule’s id.',
  code: 'Vale’s own; kept, not used.',
  tests: 'Vale’s own; kept, not used.',
  matchcase: 'Replacements take the case of what they replace.',
  why: 'Why the house wants it so; shown with the message.',
  source: 'Where the rule comes from.',
  category: 'What its messages are counted with: `style`, `punctuation`, `spelling`, …',
  safe: 'Only one reading is left, so that “fix all” may apply the fix.',
  inQuotes: 'Direct speech: `check` it, only `suggest`, or `ignore` it.',
  in: 'Parts of the story that it is for; all unless said.',
  languages: 'Languages of the text that it is for: `en`, `tr`, …',
  examples: 'Tests of the rule: `bad` is hit and its first fix gives `good`; `good` is silent.',
  since: 'The first day it holds: 2026-03-31.',
  until: 'The last day it holds: 2026-03-31.',
  owner: 'Who answers for it.',
  confirm: 'Says that something is right: a hint, off unless it is switched on.',
};

/** Keys of some kinds. */
const special = {
  tokens: 'Patterns, each of whole words; of a sequence, its steps.',
  raw: 'Patterns that are joined as they stand.',
  append: 'Adds to what is there by default.',
  exceptions: 'What is left alone.',
  ignorecase: 'Capitals make no difference.',
  nonword: 'Patterns may begin and end inside words.',
  vocab: 'The vocabulary’s words are left alone; `true` unless said.',
  swap: 'What is replaced, and by what.',
  capitalize: 'A replacement keeps the capital of what it replaces.',
  pos: 'Parts of speech that are left alone.',
  token: 'The pattern that is counted.',
  max: 'At most so often.',
  min: 'At least so often.',
  alpha: 'Only words count, not figures or marks.',
  either: 'Pairs of forms of which one story uses one.',
  first: 'Where this pattern stands, `second` must stand before it.',
  second: 'What must stand where `first` does; usually its definition.',
  match: 'A pattern, or `$title`, `$sentence`, `$lower`, `$upper`.',
  style: 'How titles are capitalised: `AP` or `Chicago`.',
  indicators: 'Marks after which a capital is right.',
  threshold: 'How much of the text must agree: 0.8 unless said.',
  prefix: 'What a heading is judged without.',
  formula: 'What is counted, of Vale’s measures: `words / sentences`.',
  condition: 'When it speaks: `> 20`.',
  metrics: 'Measures of readability, of which the mean is taken.',
  grade: 'The highest grade that is not spoken of.',
  model: 'A model of parts of speech; not run here.',
  aff: 'The affixes of a Hunspell dictionary: a file of the pack’s.',
  dic: 'The words of a Hunspell dictionary: a file of the pack’s.',
  dicpath: 'The folder of the Hunspell files.',
  dictionaries: 'Dictionaries by language, `en-US`, `en-GB`, `tr`, or by the name of Hunspell files.',
  custom: 'Vale’s own filters are off.',
  filters: 'Patterns of words that are not spelt.',
  ignore: 'Word lists of the pack that are spelt right.',
};

/** Keys of `pack.yaml`. */
export const manifestKeys = {
  name: 'What the pack is called: its rules report as `name.rule`.',
  title: 'A name for people.',
  version: 'The edition: `1.2.0`.',
  owner: 'Who answers for it.',
  link: 'The style guide that it follows, or a page that says more.',
  changelog: 'What is new in each version.',
} as const;

/** Keys of what stands inside a rule, by the key above. */
export const partKeys = {
  examples: {
    bad: 'A text that the rule hits.',
    good: 'What the first fix makes of `bad`; alone, a text that the rule leaves alone.',
  },
  action: {
    name: 'What is done: `replace`, `remove`, `convert`, `edit`, `suggest`.',
    params: 'With what: replacements, or how the text is edited.',
  },
  tokens: {
    pattern: 'The word of this step, as a pattern.',
    tag: 'Its part of speech, as a pattern of Penn Treebank tags: `NN|NNS`.',
    negate: 'Anything but that.',
    skip: 'So many words may stand before it.',
    min: 'How often the step is taken.',
    target: 'The hit is this step alone.',
  },
} as const;

const own: Readonly<Record<CheckKind, readonly (keyof typeof special)[]>> = {
  existence: ['tokens', 'raw', 'append', 'exceptions', 'ignorecase', 'nonword', 'vocab'],
  substitution: ['swap', 'exceptions', 'ignorecase', 'nonword', 'vocab', 'capitalize', 'pos'],
  occurrence: ['token', 'max', 'min', 'ignorecase'],
  repetition: ['tokens', 'max', 'ignorecase', 'alpha', 'vocab', 'exceptions'],
  consistency: ['either', 'nonword', 'ignorecase'],
  conditional: ['first', 'second', 'exceptions', 'ignorecase', 'vocab'],
  capitalization: ['match', 'style', 'exceptions', 'indicators', 'threshold', 'vocab', 'prefix'],
  metric: ['formula', 'condition'],
  readability: ['metrics', 'grade'],
  sequence: ['tokens', 'ignorecase', 'exceptions', 'model'],
  spelling: [
    'aff',
    'dic',
    'dicpath',
    'dictionaries',
    'append',
    'custom',
    'filters',
    'ignore',
    'exceptions',
    'threshold',
    'vocab',
  ],
};

export const levels = ['warning', 'error', 'suggestion', 'hint'] as const;
export const quoteChoices = ['check', 'suggest', 'ignore'] as const;

/** The keys that a rule of a kind may have, as they are written. */
export const keysOfKind = (kind: CheckKind): readonly string[] => [...Object.keys(common), ...own[kind]];

/** The keys that may stand below a rule's key, with what each means; undefined for a key that holds none. */
export function keysBelow(key: string): Readonly<Record<string, string>> | undefined {
  return Object.entries(partKeys).find(([name]) => name === key.toLowerCase())?.[1];
}

/**
 * What a key means; undefined for none of ours or Vale's. Keys are read in any case.
 *
 * @param above the key in whose value it stands; a rule's own when left out
 */
export function describeRuleKey(key: string, above?: string): string | undefined {
  const all = above === undefined ? { ...common, ...special } : keysBelow(above);
  return Object.entries(all ?? {}).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

/** The values of a key that has only some, or usual ones; by the key, and for `action` by its `name`. */
export const ruleValues: Readonly<Record<string, readonly string[]>> = {
  extends: checkKinds,
  level: levels,
  inQuotes: quoteChoices,
  in: Object.keys(partRoles),
  scope: [
    'text',
    'raw',
    'summary',
    'paragraph',
    'sentence',
    'heading',
    'list',
    'blockquote',
    'table',
    'caption',
    'alt',
  ],
  name: ['replace', 'remove', 'convert', 'edit', 'suggest'],
  ...Object.fromEntries(
    ['safe', 'confirm', 'ignorecase', 'nonword', 'vocab', 'append', 'matchcase', 'capitalize', 'alpha', 'custom'].map(
      (key) => [key, ['true', 'false']],
    ),
  ),
};
