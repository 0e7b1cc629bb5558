import { compileExceptions } from '../exceptions.ts';
import { readAction } from '../fixes.ts';
import type { CaseJudge, CaseOptions } from '../letter-case.ts';
import { judgeSentence, judgeTitle } from '../letter-case.ts';
import { fillMessage } from '../message.ts';
import type { PackRule } from '../pack.ts';
import { compilePattern } from '../regex/index.ts';
import type { Tagger } from '../tagger.ts';
import type { TextCheck } from './check.ts';

/**
 * The case of a whole text, mostly a headline.
 *
 * @param tagger makes AP titles surer
 */
export function capitalization(rule: PackRule, accepted: readonly string[], tagger: Tagger | undefined): TextCheck {
  const judge = createJudge(rule, accepted, tagger);
  const replace = readAction(rule.action);
  const prefix = rule.prefix ? compilePattern(`^(?:${rule.prefix})`) : undefined;
  return {
    kind: 'text',
    rule,
    literals: undefined,
    find(text) {
      const skipped = prefix?.matches(text)[0]?.end ?? 0;
      const judged = text.slice(skipped);
      if (!/\p{L}/u.test(judged)) return [];
      const { isRight, text: better, said } = judge(judged);
      if (isRight) return [];
      const before = text.slice(0, skipped);
      const own = rule.match.startsWith('$') && better !== judged ? [before + better] : [];
      const expected = rule.action?.params.length ? replace(text) : own;
      return [{ start: 0, end: text.length, message: fillMessage(rule.message, [text, before + said]), expected }];
    },
  };
}

function createJudge(rule: PackRule, accepted: readonly string[], tagger: Tagger | undefined): CaseJudge {
  const words = rule.vocab ? accepted : [];
  const options: CaseOptions = {
    exceptions: [...rule.exceptions, ...words],
    indicators: rule.indicators,
    threshold: rule.threshold,
    style: rule.style === 'Chicago' ? 'Chicago' : 'AP',
    tagger,
  };
  if (rule.match === '$title') return judgeTitle(options);
  if (rule.match === '$sentence') return judgeSentence(options);
  const isExcepted = compileExceptions(rule.exceptions, words);
  const unless = (isRight: (text: string) => boolean, wanted: (text: string) => string): CaseJudge => {
    return (text) => ({
      isRight: isRight(text) || isExcepted(text, text, 0, text.length),
      text: wanted(text),
      said: wanted(text),
    });
  };
  const lower = (text: string) => text.toLowerCase();
  const upper = (text: string) => text.toUpperCase();
  if (rule.match === '$lower') return unless((text) => text === lower(text), lower);
  if (rule.match === '$upper') return unless((text) => text === upper(text), upper);
  const pattern = compilePattern(rule.match);
  return unless(
    (text) => pattern.test(text),
    () => rule.match,
  );
}
