import type { BlockRole } from '../article/index.ts';
import { createVocabulary, parseBlock } from '../language/index.ts';
import type { Said } from '../text/index.ts';
import { said, shiftMap } from '../text/index.ts';
import type { MatcherOptions } from './matcher.ts';
import { compilePacks } from './matcher.ts';
import type { Hit, Pack, PackPlace, PackRule } from './pack.ts';

/** An example that was run. */
export interface ExampleResult extends PackPlace {
  rule: string;
  bad?: string;
  good?: string;
  /** What does not hold; undefined when it does. */
  message?: Said;
  /** What the first fixes made of `bad`, where that is not `good`. */
  fixed?: string;
}

/** An example that fails. */
export type ExampleFailure = ExampleResult & { message: Said };

/** What the examples of a pack say of it. */
export interface PackTest {
  /** Every example, in the order of the rules. */
  results: readonly ExampleResult[];
  /** Examples that hold. */
  passed: number;
  failures: readonly ExampleFailure[];
  /** Rules without any example. */
  untested: readonly string[];
}

/** Dictionaries and a tagger for rules that ask for such. */
export type ExampleNeeds = Pick<MatcherOptions, 'isSpelled' | 'ownWords' | 'tagger'>;

/**
 * Runs the examples of a pack: `bad` must be hit and its first fixes give `good`; `good` must be silent.
 *
 * @param isWanted which rules, by id; all when left out
 */
export function testPack(
  pack: Pack,
  isWanted: (rule: string) => boolean = () => true,
  needs: ExampleNeeds = {},
): PackTest {
  const results: ExampleResult[] = [];
  const untested: string[] = [];
  for (const rule of pack.rules) {
    if (!isWanted(rule.id)) continue;
    if (rule.examples.length === 0) {
      untested.push(rule.id);
      continue;
    }
    const find = finder(pack, rule, needs);
    for (const example of rule.examples) {
      const fault = typeof find === 'function' ? judge(example.bad, example.good, find) : { message: find };
      results.push({ ...example, file: rule.place.file, rule: rule.id, ...fault });
    }
  }
  const failures = results.filter((result): result is ExampleFailure => result.message !== undefined);
  return { results, passed: results.length - failures.length, failures, untested };
}

type Find = (text: string) => readonly Hit[];

function judge(
  bad: string | undefined,
  good: string | undefined,
  find: Find,
): Pick<ExampleResult, 'message' | 'fixed'> {
  if (bad !== undefined) {
    const hits = find(bad);
    if (hits.length === 0) return { message: said`“${bad}” is not hit` };
    if (good !== undefined && hits.every(({ expected }) => expected.length > 0)) {
      const fixed = applyFirst(bad, hits);
      if (fixed !== good) return { message: said`the first fix of “${bad}” gives “${fixed}”, not “${good}”`, fixed };
    }
  }
  const [first] = good === undefined ? [] : find(good);
  return first ? { message: said`“${good ?? ''}” is hit: ${first.message}` } : {};
}

function applyFirst(text: string, hits: readonly Hit[]): string {
  let fixed = text;
  for (const { start, end, expected } of [...hits].sort((a, b) => b.start - a.start))
    fixed = fixed.slice(0, start) + (expected[0] ?? '') + fixed.slice(end);
  return fixed;
}

/** Finds the hits of one rule; or why it cannot run. */
function finder(pack: Pack, rule: PackRule, needs: ExampleNeeds): Find | Said {
  const matcher = compilePacks([{ ...pack, rules: [rule] }], needs);
  const [problem] = matcher.problems;
  if (problem) return problem.message;
  const role = roleOf(rule);
  const vocabulary = createVocabulary((word) => word.toLowerCase());
  return (text) => {
    const block = { role, text, map: shiftMap(0), start: 0, end: text.length, datelineEnd: 0, opaque: [] };
    // An example is too short to tell its language by.
    const parsed = Object.assign(parseBlock(block, text, vocabulary), { language: rule.languages[0] ?? 'en' });
    return [
      ...matcher.weigh([{ ...matcher.match(parsed, {}, 'md'), block: 0 }], 0).map(({ hit }) => hit),
      ...matcher.matchSource(text),
    ];
  };
}

/** The part of a story where the rule reads. */
function roleOf({ parts, scope }: PackRule): BlockRole {
  if (parts[0] === 'headline' || scope.some((one) => one.startsWith('heading'))) return 'headline';
  if (parts[0] === 'caption') return 'caption';
  if (parts[0] === 'quote' || scope.some((one) => one.startsWith('blockquote'))) return 'quote';
  return scope.some((one) => one.startsWith('list')) ? 'list-item' : 'paragraph';
}
