import { compileExceptions } from '../exceptions.ts';
import { readAction } from '../fixes.ts';
import { fillMessage, listOptions } from '../message.ts';
import type { PackRule } from '../pack.ts';
import type { CompilePattern } from '../regex/index.ts';
import { isTerm } from '../terms.ts';
import type { Check, TextHit } from './check.ts';

/** What should not stand. */
export function existence(rule: PackRule, accepted: readonly string[], compile: CompilePattern): Check {
  // A vocabulary is words, so it says nothing of patterns that are none.
  const isExcepted = compileExceptions(rule.exceptions, rule.vocab && !rule.nonword ? accepted : []);
  const replace = readAction(rule.action);
  const report = (observed: string, text: string, start: number, end: number): TextHit | undefined => {
    if (isExcepted(observed.trim(), text, start, end)) return undefined;
    const expected = replace(observed);
    const said = expected.length > 0 ? listOptions(expected) : observed;
    const message = fillMessage(
      rule.message,
      rule.action?.name ? [observed, expected.length === 1 ? (expected[0] ?? '') : said] : [observed],
    );
    return { start, end, message, expected };
  };
  if (rule.raw.length === 0 && !rule.nonword && rule.tokens.every(isTerm)) {
    return {
      kind: 'terms',
      rule,
      terms: rule.tokens,
      ignoreCase: rule.ignorecase,
      report: (_, start, end, text) => report(text.slice(start, end), text, start, end),
    };
  }
  const raw = rule.raw.join('');
  const list = rule.tokens.join('|');
  const body = !rule.nonword && rule.tokens.length > 0 ? `(?m)\\b(?:${list})\\b` : `(?m)(?:${list})`;
  const pattern = compile(rule.append ? body + raw : raw + body, { i: rule.ignorecase });
  return {
    kind: 'text',
    rule,
    literals: pattern.literals,
    neighbours: pattern.neighbours,
    marks: pattern.marks,
    find(text) {
      const matches = pattern.matches(text);
      if (matches.length === 0) return none;
      return matches.flatMap((match) => report(match.text, text, match.start, match.end) ?? []);
    },
  };
}

const none: readonly TextHit[] = [];
