import type { Placed, Span } from '../article/index.ts';
import { isInside } from '../language/index.ts';
import { defineRule } from './rule.ts';

/** A sentence or a paragraph that is long enough to be compared. */
interface Passage {
  /** Its number among the sentences of its block; −1 for the whole paragraph. */
  readonly sentence: number;
  /** What its words make together: passages of the same words have the same. */
  readonly words: number;
  /** That of the paragraph that it stands in. */
  readonly paragraph: number;
  /** Entered by the desk: without a place for it each passage would be two objects. */
  readonly block: number | undefined;
}

// Shorter ones are said twice on purpose: «He did not elaborate.»
const leastLetters = 50;
const leastWords = 9;

const sentenceTold = 'This sentence already stands on line {line}';

/** What is compared of a text: words and figures, without capitals, marks, articles and blanks. */
const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !articles.has(word));

const articles = new Set(['the', 'a', 'an']);

/** The words within a token: most are one. */
const wordsIn = (token: string): readonly string[] => {
  if (!plainWord.test(token)) return wordsOf(token);
  const word = token.toLowerCase();
  return articles.has(word) ? [] : [word];
};
const plainWord = /^[A-Za-z]+$/;

/** How many words stand in a token, and above these bits how many letters they have with a blank behind each. */
function measure(token: string): number {
  const words = wordsIn(token);
  let letters = 0;
  for (const word of words) letters += word.length + 1;
  return (Math.min(letters, mostLetters) << wordBits) | Math.min(words.length, mostWords);
}
const wordBits = 6;
const mostWords = 2 ** wordBits - 1;
const mostLetters = 2 ** (31 - wordBits) - 1;

/** What the words in a token make together. */
function mixToken(token: string): number {
  let mixed = 0;
  for (const word of wordsIn(token)) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    mixed = (Math.imul(mixed, factor) + hash) | 0;
  }
  return mixed;
}
const factor = 1_000_003;
// A token of more words, an address, is cut alike wherever it stands.
const powers = new Int32Array(mostWords + 1).fill(1);
for (let k = 1; k <= mostWords; k++) powers[k] = Math.imul(powers[k - 1] ?? 1, factor);

/** What the words from one token to another make together; 0 where these are too few or too short to be compared. */
function mixWords(word: Uint32Array, from: number, to: number, measures: Int32Array, mixes: Int32Array): number {
  let mixed = 0;
  let words = 0;
  let letters = 0;
  for (let at = from; at < to; at++) {
    const id = word[at] ?? 0;
    const measured = measures[id] ?? 0;
    const own = measured & mostWords;
    mixed = (Math.imul(mixed, powers[own] ?? 1) + (mixes[id] ?? 0)) | 0;
    words += own;
    letters += measured >>> wordBits;
  }
  // No blank stands behind the last.
  return words < leastWords || letters - 1 < leastLetters ? 0 : mixed;
}

export default defineRule<Passage>({
  id: 'repeated-passage',
  category: 'repetition',
  severity: 'warning',
  scope: 'case',
  about:
    'Finds a paragraph or a long sentence that stands in the article twice, but for capitals, marks and articles. Text that is moved is easily left behind where it stood.',
  what: sentenceTold,
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
  collect({ parsed }, _options, { vocabulary }) {
    const { role, text, tokens, quotes, repeats } = parsed;
    if (role !== 'paragraph' || repeats || text.length < leastLetters) return [];
    const { word, count } = tokens;
    const measures = vocabulary.numbers(measure);
    const mixes = vocabulary.numbers(mixToken);
    const paragraph = mixWords(word, 0, count, measures, mixes);
    if (paragraph === 0) return [];
    const passages: Passage[] = [{ sentence: -1, words: paragraph, paragraph, block: undefined }];
    const { sentences } = parsed;
    if (sentences.length < 2) return passages;
    for (let sentence = 0; sentence < sentences.length; sentence++) {
      const { start, end, first } = sentences[sentence] ?? nowhere;
      if (end - start < leastLetters || isInside(quotes, start)) continue;
      const words = mixWords(word, first, sentences[sentence + 1]?.first ?? count, measures, mixes);
      if (words !== 0) passages.push({ sentence, words, paragraph, block: undefined });
    }
    return passages;
  },
  caseOf: ({ words }) => words,
  least: 2,
  check(passages, _options, report, { at }) {
    const texts = passages.map((passage) => {
      const { start, end } = spanOf(passage);
      return at(passage.block)?.parsed.text.slice(start, end) ?? '';
    });
    // Most are copies to the letter.
    if (texts.every((text) => text === texts[0])) return tellRepeated(passages);
    const keys = texts.map((text) => wordsOf(text).join(' '));
    for (const key of new Set(keys)) tellRepeated(passages.filter((_, i) => keys[i] === key));

    function tellRepeated(same: readonly Placed<Passage>[]): void {
      const [first] = same;
      if (!first) return;
      // Where a paragraph was told first.
      const blocks = new Map<number, number>();
      for (let i = 0; i < same.length; i++) {
        const passage = same[i] ?? first;
        const { block, paragraph, sentence } = passage;
        const isWhole = sentence < 0;
        const told = blocks.get(paragraph) ?? block;
        if (told === block) blocks.set(paragraph, block);
        // Where the whole paragraph stands twice, none of its sentences is told.
        if (block === first.block || (!isWhole && told !== block)) continue;
        const { start, end } = spanOf(passage);
        report({
          block,
          start,
          end,
          what: isWhole ? 'This paragraph already stands on line {line}' : sentenceTold,
          related: [{ block: first.block, span: spanOf(first), message: 'It stands here first' }],
        });
      }
    }

    function spanOf({ block, sentence }: Placed<Passage>): Span {
      const { text, sentences } = at(block)?.parsed ?? nothing;
      const { start, end } = sentences[sentence] ?? { start: 0, end: text.trimEnd().length };
      return { start, end };
    }
  },
});

const nowhere = { start: 0, end: 0, first: 0 };
const nothing = { text: '', sentences: [] };
