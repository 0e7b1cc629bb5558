import { compileExceptions } from '../exceptions.ts';
import { fillMessage } from '../message.ts';
import type { PackRule } from '../pack.ts';
import type { CompilePattern, Pattern } from '../regex/index.ts';
import { unite } from '../regex/index.ts';
import type { ArticleCheck, TextHit } from './check.ts';

/**
 * Where `first` stands, `second` must stand too. With a group in `second` each `first` must have been defined by then,
 * in this text or one before it; without one, `second` must stand in the same text.
 */
export function conditional(rule: PackRule, accepted: readonly string[], compile: CompilePattern): ArticleCheck {
  const flags = { i: rule.ignorecase };
  const first = compile(rule.first, flags);
  const second = compile(rule.second, flags);
  const isExcepted = compileExceptions(rule.exceptions, rule.vocab ? accepted : []);
  const defines =
    rule.second.split('(').length - 1 > rule.second.split('(?').length - 1 + (rule.second.split('\\(').length - 1);
  return {
    kind: 'article',
    rule,
    ...needsOf(defines ? [first, second] : [first]),
    note(text) {
      const words = defines
        ? second
            .matches(text)
            .flatMap(({ groups }) => groups.slice(1).filter((group): group is string => Boolean(group)))
        : [];
      if (!defines && second.test(text)) return undefined;
      const hits = first.matches(text).flatMap((match): TextHit[] =>
        isExcepted(match.text, text, match.start, match.end)
          ? []
          : [
              {
                start: match.start,
                end: match.end,
                message: fillMessage(rule.message, [match.text]),
                expected: [match.text],
              },
            ],
      );
      return hits.length + words.length > 0 ? { hits, words } : undefined;
    },
    weigh(notes) {
      const defined = new Set<string>();
      return notes.flatMap(({ hits, words }, note) => {
        for (const word of words) defined.add(word);
        return hits
          .filter(({ expected }) => !defined.has(expected[0] ?? ''))
          .map((hit) => ({ note, hit: { ...hit, expected: [] } }));
      });
    },
  };
}

/** Of two ways to write a thing an article may use one. */
export function consistency(rule: PackRule, compile: CompilePattern): ArticleCheck {
  const pairs = rule.either.map(([one, other]) => {
    const body = `(${one})|(${other})`;
    return compile(rule.nonword ? `(?m)(?:${body})` : `(?m)\\b(?:${body})\\b`, { i: rule.ignorecase });
  });
  return {
    kind: 'article',
    rule,
    ...needsOf(pairs),
    note(text) {
      const hits: TextHit[] = [];
      const words: string[] = [];
      pairs.forEach((pattern, pair) => {
        const matches = pattern.matches(text);
        const last = matches.at(-1);
        if (!last) return;
        for (const { groups } of matches) words.push(`${pair}${groups[1] === undefined ? 'b' : 'a'}`);
        const start = text.indexOf(last.text);
        hits.push({
          start,
          end: start + last.text.length,
          message: fillMessage(rule.message, [last.text]),
          expected: [String(pair)],
        });
      });
      return hits.length > 0 ? { hits, words } : undefined;
    },
    weigh(notes) {
      const seen = new Set<string>();
      return notes.flatMap(({ hits, words }, note) => {
        for (const word of words) seen.add(word);
        return hits
          .filter(({ expected: [pair] }) => seen.has(`${pair}a`) && seen.has(`${pair}b`))
          .map((hit) => ({ note, hit: { ...hit, expected: [] } }));
      });
    },
  };
}

/** What a text must hold for one of the patterns to match. */
function needsOf(patterns: readonly Pattern[]): Pick<ArticleCheck, 'literals' | 'neighbours'> {
  const neighbours = patterns.flatMap((pattern) => (pattern.neighbours ? [pattern.neighbours] : []));
  return {
    literals: unite(patterns.map(({ literals }) => literals)),
    neighbours: neighbours.length === patterns.length ? neighbours.flat() : undefined,
  };
}
