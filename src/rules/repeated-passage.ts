import type { Placed, Span } from '../article/index.ts';
import { isInside } from '../language/index.ts';
import { defineRule } from './rule.ts';

/** A sentence or a paragraph as it is compared. */
interface Passage extends Span {
  /** As `hashOf` has it. */
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

/** A number that passages with one key share, found without making the key; 0 for a short passage. */
function hashOf(lower: string): number {
  let hash = 1;
  let words = 0;
  let letters = 0;
  let at = 0;
  while (at < lower.length) {
    if (!isWordLetter(lower, at)) {
      at++;
      continue;
    }
    const start = at;
    let own = 0;
    for (; at < lower.length && isWordLetter(lower, at); at++) own = (Math.imul(own, 31) + lower.charCodeAt(at)) | 0;
    if (at - start < 4 && articles.has(lower.slice(start, at))) continue;
    words++;
    letters += at - start;
    hash = (Math.imul(hash, 1_000_003) + own) | 0;
  }
  return words >= leastWords && letters + words - 1 >= leastLetters ? hash || 1 : 0;
}

function isWordLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  if (code >= 0xc0 && code < 0x2b0) return code !== 0xd7 && code !== 0xf7;
  // Halves of a pair count as letters: rare, and the keys themselves decide.
  return (code >= 0xd800 && code < 0xe000) || /[\p{L}\p{N}]/u.test(text.charAt(at));
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
  collect({ parsed }) {
    const { role, text, sentences, quotes } = parsed;
    if (role !== 'paragraph' || text.length < leastLetters) return [];
    const lower = text.toLowerCase();
    const paragraph = hashOf(lower);
    if (paragraph === 0) return [];
    const whole = { start: 0, end: text.trimEnd().length, hash: paragraph, isWhole: true, paragraph };
    const parts = sentences.length < 2 ? [] : sentences;
    return [
      whole,
      ...parts.flatMap(({ start, end }): Passage[] => {
        if (end - start < leastLetters || isInside(quotes, start)) return [];
        const said = text.slice(start, end);
        const hash = hashOf(lower.length === text.length ? lower.slice(start, end) : said.toLowerCase());
        return hash === 0 ? [] : [{ start, end: start + said.trimEnd().length, hash, isWhole: false, paragraph }];
      }),
    ];
  },
  caseOf: ({ hash }) => hash,
  check(passages, _options, report, { blocks }) {
    // Nearly every passage stands once.
    if (passages.length < 2) return;
    const [first, ...others] = passages;
    if (!first) return;
    const keyAt = ({ block, start, end }: Placed<Passage>) => keyOf(blocks[block]?.parsed.text.slice(start, end) ?? '');
    const paragraphs = new Map([[first.paragraph, first.block]]);
    for (const passage of others) {
      const { block, isWhole, start, end, paragraph } = passage;
      // Where the whole paragraph stands twice, none of its sentences is told.
      const told = paragraphs.get(paragraph);
      if (told === undefined) paragraphs.set(paragraph, block);
      if (first.block === block || (!isWhole && told !== undefined && told !== block)) continue;
      if (keyAt(first) !== keyAt(passage)) continue;
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
