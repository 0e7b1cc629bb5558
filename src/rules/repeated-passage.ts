import type { Span } from '../article/index.ts';
import { isInside } from '../language/index.ts';
import { defineRule, gatherFacts } from './rule.ts';

/** A sentence or a paragraph as it is compared. */
interface Passage extends Span {
  key: string;
  isWhole: boolean;
}

// Shorter ones are said twice on purpose: «He did not elaborate.»
const leastLetters = 50;
const leastWords = 9;

/** What is compared of a passage: words and figures, without capitals, marks, articles and blanks. */
function keyOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => word !== 'the' && word !== 'a' && word !== 'an');
  const key = kept.join(' ');
  return kept.length >= leastWords && key.length >= leastLetters ? key : '';
}

export default defineRule<Passage>({
  id: 'repeated-passage',
  category: 'repetition',
  severity: 'warning',
  scope: 'article',
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
    const whole: Passage = { start: 0, end: text.trimEnd().length, key: keyOf(text), isWhole: true };
    if (!whole.key) return [];
    const parts = sentences.length < 2 ? [] : sentences;
    return [
      whole,
      ...parts.flatMap(({ start, end }): Passage[] => {
        const key = isInside(quotes, start) ? '' : keyOf(text.slice(start, end));
        return key ? [{ start, end: start + text.slice(start, end).trimEnd().length, key, isWhole: false }] : [];
      }),
    ];
  },
  check(facts, _options, report) {
    const seen = new Map<string, Span & { block: number }>();
    const taken = new Set<number>();
    for (const { block, key, isWhole, start, end } of gatherFacts(facts)) {
      const before = seen.get(key);
      if (!before) seen.set(key, { block, start, end });
      if (!before || before.block === block || taken.has(block)) continue;
      if (isWhole) taken.add(block);
      report({
        block,
        start,
        end,
        ...(isWhole && { what: 'This paragraph already stands on line {line}' }),
        related: [
          { block: before.block, span: { start: before.start, end: before.end }, message: 'It stands here first' },
        ],
      });
    }
  },
});
