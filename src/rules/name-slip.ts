import type { Placed } from '../article/index.ts';
import { isCapitalised, TokenKind, tokenText } from '../language/index.ts';
import { isSlip } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext, DeskContext } from './rule.ts';
import { defineRule } from './rule.ts';

interface Word {
  start: number;
  end: number;
  text: string;
  /** A dictionary or a list of names has it. */
  known: boolean;
}

/** Two capitalised words in a row, seen from one of them. */
interface Pair {
  word: Word;
  /** The other word's number, doubled; one more where it stands on the left. */
  neighbour: number;
}

export default defineRule<Pair>({
  id: 'name-slip',
  category: 'name',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about: 'Finds a name that no dictionary knows and that stands one letter apart elsewhere in the story.',
  what: '“{actual} {neighbour}” here, “{other} {neighbour}” on line {line}: one name, a slip apart',
  why: 'No dictionary knows the word, and elsewhere in the story the name has one letter other.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'Friendly Harvest begins\n\nThe exercise Firendly Harvest began on Monday.',
      good: 'Friendly Harvest begins\n\nThe exercise Friendly Harvest began on Monday.',
    },
    { good: 'The Northern Harvest and the Southern Harvest began. The Eastern Front met the Western Front.' },
    { good: 'Marina Kovach met Martina Kovach.' },
  ],
  words: () => isCapitalised,
  collect({ parsed }, _options, desk, capitals) {
    const { tokens, text } = parsed;
    const { vocabulary } = desk;
    const known = vocabulary.column(knownTest(desk));
    const pairs: Pair[] = [];
    const add = (i: number, word: string, neighbour: number) => {
      if (word.length < 6) return;
      const [start, end] = [tokens.start[i] ?? 0, tokens.end[i] ?? 0];
      pairs.push({ word: { start, end, text: word, known: known(tokens.word[i] ?? 0) }, neighbour });
    };
    for (let k = 0; k + 1 < capitals.length; k++) {
      const i = capitals[k] ?? 0;
      if (capitals[k + 1] !== i + 1) continue;
      if (tokens.kind[i] !== TokenKind.word || tokens.kind[i + 1] !== TokenKind.word) continue;
      if (text.slice(tokens.end[i], tokens.start[i + 1]) !== ' ') continue;
      const [left, right] = [tokenText(parsed, i), tokenText(parsed, i + 1)];
      add(i, left, 2 * vocabulary.intern(right.replace(/['’]s$/, '')));
      add(i + 1, right, 2 * vocabulary.intern(left) + 1);
    }
    return pairs;
  },
  caseOf: ({ neighbour }) => neighbour,
  check(pairs, _options, report, article) {
    // Only a word that nobody knows can be a slip; in most stories there is none.
    if (pairs.every(({ word }) => word.known)) return;
    const models = new Map<string, Placed<Pair> | undefined>();
    for (const { block, word, neighbour } of pairs) {
      if (word.known) continue;
      if (!models.has(word.text))
        models.set(
          word.text,
          pairs.find((one) => isModel(one.word, word.text)),
        );
      const model = models.get(word.text);
      if (!model || isNamed(article, block, word.start)) continue;
      report({
        block,
        start: word.start,
        end: word.end,
        expected: [model.word.text],
        data: { other: model.word.text, neighbour: article.vocabulary.word(neighbour >> 1) },
        ...(neighbour % 2 === 1 && {
          what: '“{neighbour} {actual}” here, “{neighbour} {other}” on line {line}: one name, a slip apart',
        }),
        related: [{ block: model.block, span: model.word, message: '“{other}” here' }],
        // What a word says with one neighbour is not said again with the other.
        group: model.word.text,
      });
    }
  },
});

/** Whether a word is what a slip may stand for; «Shirt» and «Shirts» are two words. */
const isModel = ({ known, text }: Word, slip: string): boolean =>
  known &&
  isSlip(slip.toLowerCase(), text.toLowerCase()) &&
  slip.replaceAll('-', '') !== text.replaceAll('-', '') &&
  `${text}s` !== slip &&
  `${slip}s` !== text;

// One test a vocabulary, which names the column of what it said.
const tests = new WeakMap<DeskContext['vocabulary'], (word: string) => boolean>();

function knownTest(desk: DeskContext): (word: string) => boolean {
  const known = tests.get(desk.vocabulary);
  if (known) return known;
  const test = (word: string) => isKnown(desk, word);
  tests.set(desk.vocabulary, test);
  return test;
}

const isKnown = ({ lexicon, speller }: DeskContext, word: string) => {
  const bare = word.replace(/['’]s?$/, '');
  const folded = foldWord(bare);
  return (speller?.isKnown(bare, 'en') ?? true) || lexicon.isGivenName(folded) || lexicon.isSurname(folded);
};

/** People have their own rule. */
const isNamed = ({ blocks }: ArticleContext, block: number, start: number) =>
  blocks[block]
    ?.mentions()
    .some(({ name, evidence }) => evidence !== 'bare' && name.start <= start && start < name.end) ?? false;
