import type { Settings } from '../config/index.ts';
import type { Mender } from '../encoding/index.ts';
import { createMender } from '../encoding/index.ts';
import type { Vocabulary } from '../language/index.ts';
import { createVocabulary } from '../language/index.ts';
import type { AnyWideRule, BlockRule, DeskContext, Rule } from '../rules/index.ts';
import { rules } from '../rules/index.ts';
import { createSpeller } from '../spelling/index.ts';
import type { AssetPort, Translate } from '../text/index.ts';
import { fillTemplate, foldWord } from '../text/index.ts';
import type { ActiveRule } from './settle.ts';
import type { Watch } from './watch.ts';
import { createWatch } from './watch.ts';

/** What the desk needs from outside. */
export interface DeskPorts {
  assets: AssetPort;
  translate?: Translate;
  /** Rules besides the built-in ones: plugins, style packs. Their settings stand in the configuration under their ids. */
  rules?: readonly Rule[];
}

/** A rule that sees more than one block. */
export type ActiveWideRule = ActiveRule & { rule: AnyWideRule };

/** The rules that are on, by what they see. */
export interface ActiveRules {
  block: readonly (ActiveRule & { rule: BlockRule })[];
  wide: readonly ActiveWideRule[];
  /** Those that wait for words; `watched` of a rule is its place here. */
  watching: readonly Rule[];
}

/** Everything a check needs besides the article. */
export interface Bench {
  active: ActiveRules;
  /** The vocabulary is begun anew once it has grown past its bound. */
  desk: DeskContext & { vocabulary: Vocabulary };
  /** Shows a block's tokens to the rules that wait for words; goes with the vocabulary. */
  watch: Watch;
  mender: Mender;
  /** Whether the English dictionary has a word; it is opened at the first question. */
  isEnglish(word: string): boolean;
  /** Names of the team, for the mender. */
  team: readonly string[];
  translate: Translate;
  /** How many checks are under way. */
  checks: number;
  isOn(ruleId: string): boolean;
}

/**
 * Sets up what all articles under one configuration share.
 *
 * @param builtIn the desk's own rules, or those of them that may run
 */
export function createBench(
  settings: Settings,
  { assets, translate = fillTemplate, rules: more = [] }: DeskPorts,
  builtIn: readonly Rule[] = rules,
): Bench {
  const { lexicon, style, language, packs } = settings;
  const speller = createSpeller(assets, settings.dictionaries);
  const active = chooseRules(settings, [...builtIn, ...more]);
  const mender = createMender(assets, speller.isKnown);
  const { readDropped } = mender;
  const desk = { lexicon, style, language, speller, packs, readDropped, vocabulary: createVocabulary(foldWord) };
  return {
    active,
    desk,
    watch: setUpWatch(active, desk),
    mender,
    isEnglish: speller.verdict('en'),
    team: lexicon.people.flatMap(({ name, aliases }) => [name, ...aliases]),
    translate,
    checks: 0,
    isOn: (ruleId) => (settings.rules.get(ruleId)?.severity ?? 'off') !== 'off',
  };
}

// Words of some four megabytes of copy.
const vocabularyLimit = 200_000;
// What is half typed is a word too, and nobody meets it again.
const mostTyped = 8_000;

/**
 * Begins a new vocabulary when the old one has grown past its bound, or a session has added too much to it. Called between
 * checks.
 *
 * @param before the vocabulary that a session knows, and how many words it has added since its first check
 */
export function renewVocabulary(bench: Bench, before?: { vocabulary: Vocabulary; typed: number }): void {
  const { desk, active } = bench;
  const typed = before?.vocabulary === desk.vocabulary ? before.typed : 0;
  if (desk.vocabulary.size <= vocabularyLimit && typed <= mostTyped) return;
  desk.vocabulary = createVocabulary(foldWord);
  bench.watch = setUpWatch(active, desk);
}

function setUpWatch({ watching }: ActiveRules, desk: Bench['desk']): Watch {
  return createWatch(
    watching.flatMap(({ words }) => words ?? []),
    desk,
  );
}

function chooseRules(settings: Settings, all: readonly Rule[]): ActiveRules {
  const block: ActiveRules['block'][number][] = [];
  const wide: ActiveWideRule[] = [];
  const watching: Rule[] = [];
  for (const rule of all) {
    const setting = settings.rules.get(rule.id);
    if (!setting || setting.severity === 'off') continue;
    const watched = rule.words ? watching.push(rule) - 1 : undefined;
    if (rule.scope === 'block') block.push({ rule, setting, watched });
    else wide.push({ rule, setting, watched });
  }
  return { block, wide, watching };
}
