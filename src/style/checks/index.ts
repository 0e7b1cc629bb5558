import type { CheckKind, PackRule } from '../pack.ts';
import { capitalization } from './capitalization.ts';
import type { Check } from './check.ts';
import { conditional, consistency } from './conditional.ts';
import { occurrence, repetition } from './counts.ts';
import { existence } from './existence.ts';
import { metric, readability } from './measure.ts';
import { sequence } from './sequence.ts';
import { substitution } from './substitution.ts';

export type { ArticleCheck, Check, MeasureCheck, TermCheck, TextCheck, TextHit, TextNote } from './check.ts';

const compilers: Readonly<Record<CheckKind, (rule: PackRule, accepted: readonly string[]) => Check>> = {
  capitalization,
  conditional,
  consistency,
  existence,
  metric,
  occurrence,
  readability,
  repetition,
  sequence,
  substitution,
};

/**
 * Makes a rule ready to run.
 *
 * @param accepted words of the vocabulary, which rules take for exceptions
 * @throws PatternError or SyntaxError for a pattern or formula that cannot run
 */
export function compileCheck(rule: PackRule, accepted: readonly string[]): Check {
  return compilers[rule.kind](rule, accepted);
}
