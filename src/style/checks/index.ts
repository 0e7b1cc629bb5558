import type { CheckKind, PackRule } from '../pack.ts';
import type { CompilePattern } from '../regex/index.ts';
import type { Tagger } from '../tagger.ts';
import { capitalization } from './capitalization.ts';
import type { Check } from './check.ts';
import { conditional, consistency } from './conditional.ts';
import { occurrence, repetition } from './counts.ts';
import { existence } from './existence.ts';
import { metric, readability } from './measure.ts';
import { sequence } from './sequence.ts';
import type { IsSpelled, OwnWords } from './spelling.ts';
import { spelling } from './spelling.ts';
import { substitution } from './substitution.ts';

export type { ArticleCheck, Check, MeasureCheck, TermCheck, TextCheck, TextHit, TextNote } from './check.ts';
export type { IsSpelled, OwnWords } from './spelling.ts';

/** What rules may need besides themselves. */
export interface CheckNeeds {
  /** Words of the vocabulary, which rules take for exceptions. */
  accept: readonly string[];
  /** How its patterns are compiled. */
  compile: CompilePattern;
  isSpelled?: IsSpelled | undefined;
  /** Hunspell dictionaries by the rule that names them. */
  ownWords?: ReadonlyMap<string, OwnWords> | undefined;
  tagger?: Tagger | undefined;
}

const compilers: Readonly<Record<CheckKind, (rule: PackRule, needs: CheckNeeds) => Check>> = {
  capitalization: (rule, { accept, tagger }) => capitalization(rule, accept, tagger),
  conditional: (rule, { accept, compile }) => conditional(rule, accept, compile),
  consistency: (rule, { compile }) => consistency(rule, compile),
  existence: (rule, { accept, compile }) => existence(rule, accept, compile),
  metric,
  occurrence,
  readability,
  repetition: (rule, { accept }) => repetition(rule, accept),
  sequence: (rule, { tagger }) => sequence(rule, tagger),
  spelling: (rule, { accept, isSpelled, ownWords }) => spelling(rule, accept, isSpelled, ownWords?.get(rule.id)),
  substitution: (rule, { accept, compile }) => substitution(rule, accept, compile),
};

/**
 * Makes a rule ready to run.
 *
 * @throws SaidError for a pattern or formula that cannot run, or for something that it needs and is not there
 */
export function compileCheck(rule: PackRule, needs: CheckNeeds): Check {
  return compilers[rule.kind](rule, needs);
}
