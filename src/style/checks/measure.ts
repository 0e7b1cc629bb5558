import { readFormula } from '../formula.ts';
import { gradeFormulas } from '../measures.ts';
import { fillMessage } from '../message.ts';
import type { PackRule } from '../pack.ts';
import type { MeasureCheck } from './check.ts';

/** A formula of the article's counts against a condition. */
export function metric(rule: PackRule): MeasureCheck {
  const formula = readFormula(rule.formula);
  const condition = readFormula(`value__ ${rule.condition}`);
  return {
    kind: 'measure',
    rule,
    measure(counts) {
      const value = formula(counts);
      return condition({ ...counts, value__: value }) ? fillMessage(rule.message, [value.toFixed(2)]) : undefined;
    },
  };
}

/** The mean of school grades by one or more formulas against the highest allowed. */
export function readability(rule: PackRule): MeasureCheck {
  const known = rule.metrics.filter((name) => name in gradeFormulas);
  const formulas = known.map((name) => readFormula(gradeFormulas[name] ?? '0'));
  return {
    kind: 'measure',
    rule,
    measure(counts) {
      if (!counts.words || !counts.sentences || formulas.length === 0) return undefined;
      const grade = formulas.reduce((sum, formula) => sum + formula(counts), 0) / formulas.length;
      return grade > rule.grade ? fillMessage(rule.message, [grade.toFixed(2)]) : undefined;
    },
  };
}
