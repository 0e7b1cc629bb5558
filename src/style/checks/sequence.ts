import { applyAction } from '../fixes.ts';
import { fillMessage } from '../message.ts';
import type { PackRule, SequenceStep } from '../pack.ts';
import type { Pattern } from '../regex/index.ts';
import { compilePattern } from '../regex/index.ts';
import type { TextCheck, TextHit } from './check.ts';

interface Step extends SequenceStep {
  accepts: Pattern;
}

/** Words in a row, each by a pattern of its own, some steps with words skipped before them. Parts of speech are not known. */
export function sequence(rule: PackRule): TextCheck {
  const steps = rule.steps.map(
    (step): Step => ({ ...step, accepts: compilePattern(`(?:${step.pattern})`, { i: rule.ignorecase }) }),
  );
  const anchor = steps.find(({ negate, pattern }) => !negate && pattern !== '');
  return {
    kind: 'text',
    rule,
    literals: anchor?.accepts.literals,
    find(text) {
      const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)];
      const hits: TextHit[] = [];
      for (let i = 0; i < words.length; i++) {
        const end = follow(i, 0);
        if (end === undefined) continue;
        const matched = words.slice(i, end + 1).map(([word]) => word);
        const [first, last] = [words[i], words[end]];
        if (!first || !last) continue;
        const [start, stop] = [first.index, last.index + last[0].length];
        hits.push({
          start,
          end: stop,
          message: fillMessage(rule.message, matched),
          expected: applyAction(rule.action, text.slice(start, stop)),
        });
        i = end;
      }
      return hits;

      function follow(at: number, index: number): number | undefined {
        const step = steps[index];
        if (!step) return at - 1;
        for (let skipped = 0; skipped <= step.skip; skipped++) {
          const word = words[at + skipped]?.[0];
          if (word === undefined) return undefined;
          if (step.accepts.test(word) === step.negate) continue;
          const end = follow(at + skipped + 1, index + 1);
          if (end !== undefined) return end;
        }
        return undefined;
      }
    },
  };
}
