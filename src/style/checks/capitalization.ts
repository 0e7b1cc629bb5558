import { compileExceptions } from '../exceptions.ts';
import { applyAction } from '../fixes.ts';
import type { CaseOptions } from '../letter-case.ts';
import { isSentenceCase, isTitleCase, toSentenceCase, toTitleCase } from '../letter-case.ts';
import { fillMessage } from '../message.ts';
import type { PackRule } from '../pack.ts';
import { compilePattern } from '../regex/index.ts';
import type { TextCheck } from './check.ts';

/** The case of a whole text, mostly a headline. */
export function capitalization(rule: PackRule, accepted: readonly string[]): TextCheck {
  const own = [...rule.exceptions, ...(rule.vocab ? accepted : [])].sort((a, b) => b.length - a.length);
  const except = own.length > 0 ? compilePattern(`(?m)\\b(?:${own.join('|')})\\b`) : undefined;
  const options: CaseOptions = { except, indicators: rule.indicators, threshold: rule.threshold };
  const prefix = rule.prefix ? compilePattern(`^(?:${rule.prefix})`) : undefined;
  const isExcepted = compileExceptions(rule.exceptions, rule.vocab ? accepted : []);
  const style = rule.style === 'Chicago' ? 'Chicago' : 'AP';
  const { isRight, wanted } = ((): { isRight: (text: string) => boolean; wanted: (text: string) => string } => {
    const listed = (text: string) => isExcepted(text, text, 0, text.length);
    switch (rule.match) {
      case '$title':
        return { isRight: (text) => isTitleCase(text, style, options), wanted: (text) => toTitleCase(text, style) };
      case '$sentence':
        return { isRight: (text) => isSentenceCase(text, options), wanted: (text) => toSentenceCase(text, options) };
      case '$lower':
        return { isRight: (text) => text === text.toLowerCase() || listed(text), wanted: (text) => text.toLowerCase() };
      case '$upper':
        return { isRight: (text) => text === text.toUpperCase() || listed(text), wanted: (text) => text.toUpperCase() };
      default: {
        const pattern = compilePattern(rule.match);
        return { isRight: (text) => pattern.test(text) || listed(text), wanted: () => rule.match };
      }
    }
  })();
  return {
    kind: 'text',
    rule,
    literals: undefined,
    find(text) {
      const skipped = prefix?.matches(text)[0]?.end ?? 0;
      const judged = text.slice(skipped);
      if (!/\p{L}/u.test(judged) || isRight(judged)) return [];
      const better = text.slice(0, skipped) + wanted(judged);
      const own = rule.match.startsWith('$') && better !== text ? [better] : [];
      const expected = rule.action?.params.length ? applyAction(rule.action, text) : own;
      return [{ start: 0, end: text.length, message: fillMessage(rule.message, [text, better]), expected }];
    },
  };
}
