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

/** The pack with plans of what its rules compile. A pattern that cannot run gets none: it is told when the pack is compiled. */
export function planPack(pack: Pack): Pack {
  const plans: Record<string, PatternPlan> = {};
  const compile: CompilePattern = (source, flags = {}) => {
    const plan = planPattern(source, flags);
    plans[keyOf(source, flags)] = plan;
    return recallPattern(source, flags, plan);
  };
  for (const rule of pack.rules) {
    // A rule that needs a dictionary or a tagger brings no plan.
    if (!planned.has(rule.kind)) continue;
    try {
      compileCheck(rule, { accept: [], compile });
    } catch {
      // Told then.
    }
  }
  return { ...pack, plans };
}
