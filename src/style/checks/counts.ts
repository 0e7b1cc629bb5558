import { compileExceptions } from '../exceptions.ts';
import { readAction } from '../fixes.ts';
import { fillMessage } from '../message.ts';
import type { PackRule } from '../pack.ts';
import { compilePattern } from '../regex/index.ts';
import type { TextCheck, TextHit } from './check.ts';

/** More or fewer of a thing than wanted in one text. */
export function occurrence(rule: PackRule): TextCheck {
  const pattern = compilePattern(`(?:${rule.tokens[0] ?? ''})`, { i: rule.ignorecase });
  return {
    kind: 'text',
    rule,
    literals: rule.min > 0 ? undefined : pattern.literals,
    neighbours: rule.min > 0 ? undefined : pattern.neighbours,
    find(text) {
      const count = pattern.count(text);
      if (!((rule.max > 0 && count > rule.max) || (rule.min > 0 && count < rule.min))) return [];
      // The first match that is not out of sight.
      const matches = pattern.matches(text);
      const first = matches.find((match) => !/^\*+$/.test(match.text)) ?? matches[0];
      const message = fillMessage(rule.message, [String(count)]);
      // Nothing to point at, the article lacks it.
      if (!first) return [{ start: 0, end: 0, whole: true, message, expected: [] }];
      return [{ start: first.start, end: first.end, message, expected: [] }];
    },
  };
}

/** The same match twice running. */
export function repetition(rule: PackRule, accepted: readonly string[]): TextCheck {
  const pattern = compilePattern(`(${rule.tokens.join('|')})`, { i: rule.ignorecase });
  const isExcepted = compileExceptions(rule.exceptions, rule.vocab ? accepted : []);
  const replace = readAction(rule.action);
  const key = rule.ignorecase ? (text: string) => text.toLowerCase() : (text: string) => text;
  return {
    kind: 'text',
    rule,
    literals: pattern.literals,
    neighbours: pattern.neighbours,
    find(text) {
      const hits: TextHit[] = [];
      let before = '';
      let beforeStart = 0;
      let count = 0;
      for (const match of pattern.matches(text)) {
        const current = match.text.trim();
        if (current !== '' && key(current) === key(before) && (!rule.alpha || /^\p{L}+$/u.test(current))) {
          const whole = text.slice(beforeStart, match.end);
          if (++count > rule.max && !/[.!?]\s/.test(whole) && !isExcepted(whole, text, beforeStart, match.end)) {
            hits.push({
              start: beforeStart,
              end: match.end,
              message: fillMessage(rule.message, [current]),
              expected: replace(whole),
            });
            count = 0;
          }
        }
        beforeStart = match.start;
        before = current;
      }
      return hits;
    },
  };
}
