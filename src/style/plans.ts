import { compileCheck } from './checks/index.ts';
import type { CheckKind, Pack } from './pack.ts';
import type { CompilePattern, PatternPlan } from './regex/index.ts';
import { compilePattern, planPattern, recallPattern } from './regex/index.ts';

const keyOf = (source: string, { i, m }: { i?: boolean; m?: boolean } = {}) =>
  `${i ? 'i' : ''}${m ? 'm' : ''}/${source}`;

/** Compiles patterns; those that have a plan when they first run. */
export function recallPatterns(plans: Pack['plans']): CompilePattern {
  return (source, flags = {}) => {
    const plan = plans?.[keyOf(source, flags)];
    return plan ? recallPattern(source, flags, plan) : compilePattern(source, flags);
  };
}

const planned: ReadonlySet<CheckKind> = new Set(['conditional', 'consistency', 'existence', 'substitution']);

/** The pack with plans of what its rules compile; for packs that were tested, since a plan hides a fault until it runs. */
export function planPack(pack: Pack): Pack {
  const plans: Record<string, PatternPlan> = {};
  const compile: CompilePattern = (source, flags) => {
    plans[keyOf(source, flags)] = planPattern(source, flags);
    return compilePattern(source, flags);
  };
  // A rule that needs a dictionary or a tagger brings no plan.
  for (const rule of pack.rules) if (planned.has(rule.kind)) compileCheck(rule, { accept: [], compile });
  return { ...pack, plans };
}
