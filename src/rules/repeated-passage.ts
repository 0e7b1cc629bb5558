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
// So many words tell of most passages that they are two; together they are the fewest that a passage has.
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
  const key = wordsOf(passage ? parsed.text.slice(passage.start, passage.end) : parsed.text).join(' ');
  keys.set(place, key);
  return key;
}

const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !articles.has(word));

const articles = new Set(['the', 'a', 'an']);

/** The word within a token as a number; 0 for a mark or an article, `several` for more words than one. */
const hashOf = perWord((written): number => {
  if (/^[a-z]+$/.test(written)) return articles.has(written) ? 0 : hashWord(written);
  const [word, ...others] = wordsOf(written);
  if (others.length > 0) return several;
  return word === undefined ? 0 : hashWord(word);
});
const several = -1;

/** The words within a token of several. */
const hashesOf = perWord((written) => wordsOf(written).map(hashWord));

function hashWord(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) & 0x3fffffff;
  return hash || 1;
}

const mix = (hash: number, word: number): number => (Math.imul(hash, 1_000_003) + word) | 0;

/** What the first and the last words from one token to another make together; 0 where they would be the same words. */
function hashEnds({ word }: Tokens, from: number, to: number, desk: DeskContext): number {
  const single = hashOf(desk);
  const parts = hashesOf(desk);
  let hash = 0;
  let count = 0;
  let first = from;
  // How many words of its last token the opening has.
  let taken = 0;
  for (; first < to && count < opening; first++) {
    const own = single(word[first] ?? 0);
    if (own === several) {
      const words = parts(word[first] ?? 0);
      for (taken = 0; taken < words.length && count < opening; taken++, count++) hash = mix(hash, words[taken] ?? 0);
    } else if (own !== 0) {
      hash = mix(hash, own);
      count++;
      taken = 1;
    }
  }
  first--;
  for (let last = to - 1; last >= first && count < opening + closing; last--) {
    const own = single(word[last] ?? 0);
    const end = last === first ? taken : 0;
    if (own === several) {
      const words = parts(word[last] ?? 0);
      for (let k = words.length - 1; k >= end && count < opening + closing; k--, count++)
        hash = mix(hash, words[k] ?? 0);
    } else if (own !== 0 && end === 0) {
      hash = mix(hash, own);
      count++;
    }
  }
  return count < opening + closing ? 0 : hash || 1;
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
    const whole = hashEnds(tokens, 0, tokens.count, desk);
    if (whole === 0) return [];
    const passages: Passage[] = [
      { start: 0, end: text.trimEnd().length, ends: whole, paragraph: whole, isWhole: true },
    ];
    const { sentences } = parsed;
    if (sentences.length < 2) return passages;
    for (let s = 0; s < sentences.length; s++) {
      const { start, end, first } = sentences[s] ?? nowhere;
      if (end - start < leastLetters) continue;
      const ends = hashEnds(tokens, first, sentences[s + 1]?.first ?? tokens.count, desk);
      if (ends !== 0 && !isInside(quotes, start)) passages.push({ start, end, ends, paragraph: whole, isWhole: false });
    }
    return passages;
  },
  caseOf: ({ ends }) => ends,
  check(passages, _options, report, { at }) {
    // Nearly every passage stands once.
    if (passages.length < 2) return;
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
