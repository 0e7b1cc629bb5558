import type { Placed, Span } from '../article/index.ts';
import type { ParsedBlock, Tokens } from '../language/index.ts';
import { isInside, keepWithBlock } from '../language/index.ts';
import type { DeskContext } from './rule.ts';
import { defineRule, perWord } from './rule.ts';

/** A sentence or a paragraph. */
interface Passage extends Span {
  /** A number that passages have in common whose first and last words are the same. */
  ends: number;
  /** That of the paragraph that it stands in. */
  paragraph: number;
  isWhole: boolean;
}

// Shorter ones are said twice on purpose: «He did not elaborate.»
const leastLetters = 50;
const leastWords = 9;
// So many words tell of most passages that they are two.
const opening = 5;
const closing = 4;

/** The keys of a block's passages that met others, by where they begin; −1 for the whole. */
const keysOf = keepWithBlock((_parsed) => new Map<number, string>());

/** What is compared of a passage, or of a whole block: words and figures, without capitals, marks, articles and blanks. */
function keyOf(parsed: ParsedBlock | undefined, passage?: Passage): string {
  if (!parsed) return '';
  const keys = keysOf(parsed);
  const place = passage && !passage.isWhole ? passage.start : -1;
  const known = keys.get(place);
  if (known !== undefined) return known;
  const words = wordsOf(passage ? parsed.text.slice(passage.start, passage.end) : parsed.text);
  const key = words.length < leastWords ? '' : words.join(' ');
  keys.set(place, key);
  return key;
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !articles.has(word));

const articles = new Set(['the', 'a', 'an']);

/** The number of the word within a token, in small letters; 0 for a mark or an article, `several` for more words than one. */
const wordOf = perWord((written, _folded, { vocabulary }): number => {
  const [word, ...others] = plainWord.test(written) ? [written.toLowerCase()] : wordsOf(written);
  if (others.length > 0) return several;
  return word === undefined || articles.has(word) ? 0 : vocabulary.intern(word) + 1;
});
const several = -1;
const plainWord = /^[A-Za-z]+$/;

/** The words within a token of several. */
const partsOf = perWord((written, _folded, { vocabulary }) =>
  wordsOf(written).map((word) => vocabulary.intern(word) + 1),
);

const mix = (hash: number, word: number): number => (Math.imul(hash, 1_000_003) + word) | 0;

/**
 * What so many words make together that are read from a token on, forwards or backwards. They may be read beyond a passage that
 * has fewer: such a one is not compared.
 */
function hashWords({ word, count }: Tokens, from: number, step: 1 | -1, most: number, desk: DeskContext): number {
  const numberOf = wordOf(desk);
  let hash = 0;
  let left = most;
  for (let at = from; at >= 0 && at < count && left > 0; at += step) {
    const own = numberOf(word[at] ?? 0);
    if (own === 0) continue;
    if (own !== several) {
      hash = mix(hash, own);
      left--;
      continue;
    }
    const parts = partsOf(desk)(word[at] ?? 0);
    for (let k = 0; k < parts.length && left > 0; k++, left--)
      hash = mix(hash, parts[step > 0 ? k : parts.length - 1 - k] ?? 0);
  }
  return hash;
}

export default defineRule<Passage>({
  id: 'repeated-passage',
  category: 'repetition',
  severity: 'warning',
  scope: 'case',
  about:
    'Finds a paragraph or a long sentence that stands in the article twice, but for capitals, marks and articles. Text that is moved is easily left behind where it stood.',
  what: 'This sentence already stands on line {line}',
  why: 'Text that is moved is easily left behind where it stood.',
  how: 'Delete one of the two',
  inQuotes: 'check',
  options: {},
  examples: [
    {
      bad: 'The ministers of the five states on the sea will meet in Baku on Monday.\n\nRain is forecast.\n\nMinisters of the five states on the sea will meet in Baku on Monday.',
    },
    {
      bad: 'The port will open to ships of all the five states on the sea in May. Rain is forecast.\n\nThe governor was there. The port will open to ships of all the five states on the sea in May.',
    },
    { good: 'He did not elaborate.\n\nShe left the hall.\n\nHe did not elaborate.' },
    {
      good: '“We shall build this port on the sea for all of our children,” he said.\n\nThe hall rose. “We shall build this port on the sea for all of our children,” he said again.',
      note: 'A refrain.',
    },
  ],
  collect({ parsed }, _options, desk) {
    const { role, text, tokens, quotes } = parsed;
    if (role !== 'paragraph' || text.length < leastLetters) return [];
    const { count } = tokens;
    const head = hashWords(tokens, 0, 1, opening, desk);
    const tail = hashWords(tokens, count - 1, -1, closing, desk);
    const whole = mix(head, tail);
    const passages: Passage[] = [
      { start: 0, end: text.trimEnd().length, ends: whole, paragraph: whole, isWhole: true },
    ];
    const { sentences } = parsed;
    if (sentences.length < 2) return passages;
    for (let s = 0; s < sentences.length; s++) {
      const { start, end, first } = sentences[s] ?? nowhere;
      if (end - start < leastLetters || isInside(quotes, start)) continue;
      const next = sentences[s + 1]?.first ?? count;
      const ends = mix(
        first === 0 ? head : hashWords(tokens, first, 1, opening, desk),
        next === count ? tail : hashWords(tokens, next - 1, -1, closing, desk),
      );
      passages.push({ start, end, ends, paragraph: whole, isWhole: false });
    }
    return passages;
  },
  caseOf: ({ ends }) => ends,
  least: 2,
  check(passages, _options, report, { at }) {
    const byKey = new Map<string, Placed<Passage>[]>();
    for (const passage of passages) {
      const key = keyOf(at(passage.block)?.parsed, passage);
      if (key.length < leastLetters) continue;
      const same = byKey.get(key);
      if (same) same.push(passage);
      else byKey.set(key, [passage]);
    }
    for (const same of byKey.values()) tellRepeated(same);

    function tellRepeated([first, ...others]: readonly Placed<Passage>[]): void {
      if (!first || others.every(({ block }) => block === first.block)) return;
      const blocks = new Map([[first.paragraph, [first.block]]]);
      for (const { block, paragraph, isWhole, start, end } of others) {
        // Where the whole paragraph stands twice, none of its sentences is told.
        const alike = blocks.get(paragraph) ?? [];
        const told = alike.find((other) => other === block || keyOf(at(other)?.parsed) === keyOf(at(block)?.parsed));
        if (told === undefined) blocks.set(paragraph, [...alike, block]);
        if (first.block === block || (!isWhole && told !== undefined && told !== block)) continue;
        report({
          block,
          start,
          end,
          ...(isWhole && { what: 'This paragraph already stands on line {line}' }),
          related: [
            { block: first.block, span: { start: first.start, end: first.end }, message: 'It stands here first' },
          ],
        });
      }
    }
  },
});

const nowhere = { start: 0, end: 0, first: 0 };
