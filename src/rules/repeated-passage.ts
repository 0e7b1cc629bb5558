import type { Placed, Span } from '../article/index.ts';
import { isInside } from '../language/index.ts';
import { defineRule, perWord } from './rule.ts';

/** A sentence or a paragraph as it is compared. */
interface Passage extends Span {
  /** As `Sum` has it. */
  hash: number;
  isWhole: boolean;
  /** That of its paragraph. */
  paragraph: number;
}

// Shorter ones are said twice on purpose: «He did not elaborate.»
const leastLetters = 50;
const leastWords = 9;

/** What is compared of a passage: words and figures, without capitals, marks, articles and blanks. */
function keyOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !articles.has(word)).join(' ');
}

const articles = new Set(['the', 'a', 'an']);

/** What the words within a token add to the hash of a passage. */
interface Share {
  /** How many they are, and their letters. */
  words: number;
  letters: number;
  /** Their own hash, and what that of the words before them is multiplied by. */
  hash: number;
  factor: number;
}

const step = 1_000_003;

const shareOf = perWord((written): Share => {
  const share: Share = { words: 0, letters: 0, hash: 0, factor: 1 };
  for (const [word] of written.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
    if (articles.has(word)) continue;
    let own = 0;
    for (let i = 0; i < word.length; i++) own = (Math.imul(own, 31) + word.charCodeAt(i)) | 0;
    share.words++;
    share.letters += word.length;
    share.hash = (Math.imul(share.hash, step) + own) | 0;
    share.factor = Math.imul(share.factor, step);
  }
  return share;
});

/** Adds up the shares of a passage's tokens to a number that passages with one key have in common. */
class Sum implements Share {
  words = 0;
  letters = 0;
  hash = 0;
  factor = 1;

  add({ words, letters, hash, factor }: Share): void {
    this.words += words;
    this.letters += letters;
    this.hash = (Math.imul(this.hash, factor) + hash) | 0;
    this.factor = Math.imul(this.factor, factor);
  }

  /** The number; 0 for a short passage. */
  get key(): number {
    if (this.words < leastWords || this.letters + this.words <= leastLetters) return 0;
    return (this.hash + this.factor) | 0 || 1;
  }
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
    const share = shareOf(desk);
    const { sentences } = parsed;
    const all = new Sum();
    const sums: Sum[] = [];
    let i = 0;
    for (const { end } of sentences) {
      const sum = new Sum();
      for (; i < tokens.count && (tokens.start[i] ?? 0) < end; i++) sum.add(share(tokens.word[i] ?? 0));
      all.add(sum);
      sums.push(sum);
    }
    const paragraph = all.key;
    if (paragraph === 0) return [];
    const passages: Passage[] = [{ start: 0, end: text.trimEnd().length, hash: paragraph, isWhole: true, paragraph }];
    if (sentences.length < 2) return passages;
    for (let s = 0; s < sums.length; s++) {
      const hash = sums[s]?.key ?? 0;
      const { start, end } = sentences[s] ?? { start: 0, end: 0 };
      if (hash !== 0 && end - start >= leastLetters && !isInside(quotes, start))
        passages.push({ start, end, hash, isWhole: false, paragraph });
    }
    return passages;
  },
  caseOf: ({ hash }) => hash,
  check(passages, _options, report, { at }) {
    // Nearly every passage stands once.
    if (passages.length < 2) return;
    const [first, ...others] = passages;
    if (!first) return;
    let firstKey: string | undefined;
    const keyAt = ({ block, start, end }: Placed<Passage>) => keyOf(at(block)?.parsed.text.slice(start, end) ?? '');
    const paragraphs = new Map([[first.paragraph, first.block]]);
    for (const passage of others) {
      const { block, isWhole, start, end, paragraph } = passage;
      // Where the whole paragraph stands twice, none of its sentences is told.
      const told = paragraphs.get(paragraph);
      if (told === undefined) paragraphs.set(paragraph, block);
      if (first.block === block || (!isWhole && told !== undefined && told !== block)) continue;
      firstKey ??= keyAt(first);
      if (firstKey !== keyAt(passage)) continue;
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
  },
});
