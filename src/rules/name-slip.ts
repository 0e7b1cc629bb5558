import { isCapitalised, TokenKind, tokenText } from '../language/index.ts';
import { isSlip } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext, DeskContext } from './rule.ts';
import { defineRule } from './rule.ts';

interface Word {
  block: number;
  start: number;
  end: number;
  text: string;
  /** A dictionary or a list of names has it. */
  known: boolean;
}

/** Two capitalised words in a row, seen from one of them. */
interface Pair {
  word: Omit<Word, 'block'>;
  /** The other word's number, doubled; one more where it stands on the left. */
  neighbour: number;
}

export default defineRule<Pair>({
  id: 'name-slip',
  category: 'name',
  severity: 'warning',
  scope: 'article',
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
  check(facts, _options, report, article) {
    // Only a word that nobody knows can be a slip; in most stories there is none.
    const byNeighbour = new Map<number, Words>();
    for (const pairs of facts)
      for (const { word, neighbour } of pairs)
        if (!word.known && !byNeighbour.has(neighbour))
          byNeighbour.set(neighbour, { order: -1, known: new Map(), models: new Map() });
    if (byNeighbour.size === 0) return;
    let seen = 0;
    facts.forEach((pairs, block) => {
      for (const { word, neighbour } of pairs) {
        const words = byNeighbour.get(neighbour);
        if (!words) continue;
        if (words.order < 0) words.order = seen++;
        if (word.known && !words.known.has(word.text)) words.known.set(word.text, { ...word, block });
      }
    });
    const reported = new Set<string>();
    const odd: { block: number; pair: Pair; model: Word; order: number }[] = [];
    facts.forEach((pairs, block) => {
      for (const pair of pairs) {
        if (pair.word.known) continue;
        const words = byNeighbour.get(pair.neighbour);
        const model = words && modelOf(pair.word.text, words);
        if (model) odd.push({ block, pair, model, order: words.order });
      }
    });
    // What a word says with one neighbour is not said again with the other.
    odd.sort((a, b) => a.order - b.order);
    for (const { block, pair, model } of odd) {
      const { word, neighbour } = pair;
      const place = `${block}:${word.start}`;
      if (reported.has(place) || isNamed(article, block, word.start)) continue;
      reported.add(place);
      report({
        block,
        start: word.start,
        end: word.end,
        expected: [model.text],
        data: { other: model.text, neighbour: article.vocabulary.word(neighbour >> 1) },
        ...(neighbour % 2 === 1 && {
          what: '“{neighbour} {actual}” here, “{neighbour} {other}” on line {line}: one name, a slip apart',
        }),
        related: [{ block: model.block, span: model, message: '“{other}” here' }],
      });
    }
  },
});

/** The words beside one word. */
interface Words {
  /** By where it stands first. */
  order: number;
  /** Those that a dictionary or a list has, each where it stands first. */
  known: Map<string, Word>;
  /** What a word that nobody knows may be a slip of. */
  models: Map<string, Word | undefined>;
}

function modelOf(slip: string, { known, models }: Words): Word | undefined {
  if (models.has(slip)) return models.get(slip);
  let model: Word | undefined;
  // «Shirt» and «Shirts» are two words.
  for (const word of known.values())
    if (isSlip(slip.toLowerCase(), word.text.toLowerCase()) && `${word.text}s` !== slip && `${slip}s` !== word.text) {
      model = word;
      break;
    }
  models.set(slip, model);
  return model;
}

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
