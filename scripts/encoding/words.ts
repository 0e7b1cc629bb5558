import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { LetterModel } from '../../src/encoding/knowledge/index.ts';
import { fillHoles } from '../../src/encoding/knowledge/index.ts';
import { expandHunspell } from '../spelling/hunspell.ts';
import { lower } from './corpus.ts';
import type { Sample } from './train.ts';
import { randomFrom } from './train.ts';

const require = createRequire(import.meta.url);

/** Turkish words in lower case and how frequent they are, as far as it is known. */
export interface Vocabulary {
  /** All forms that the dictionary makes. */
  forms: ReadonlySet<string>;
  /** The most frequent words, in order. */
  frequent: readonly string[];
  /** A frequent word's rank, 0 for the commonest. */
  rank(word: string): number;
  /** An estimate of a word's share of running text; 0 for what is no word. */
  frequency(word: string): number;
}

const marked = /[çğıöşü]|^i/;
const plain = /^[a-zçğıöşüâîû]{2,24}$/;
/** The longest beginning by which a form is told to belong to a frequent word. */
const longestStem = 9;
const shortestStem = 3;
/** Rank up to which a word is kept although the model reads it rightly. */
const commonest = 800;

/**
 * Reads the forms of dictionary-tr (MIT) and ranks the usual words.
 *
 * @param bands the words of running text in bands, commonest first, in lower case
 * @param usual words of the news, in lower case, that count as frequent too
 */
export function readVocabulary(bands: readonly (readonly string[])[], usual: readonly string[]): Vocabulary {
  const folder = require.resolve('dictionary-tr').replace(/index\.js$/, '');
  const { forms: all } = expandHunspell(
    readFileSync(`${folder}index.aff`, 'utf8'),
    readFileSync(`${folder}index.dic`, 'utf8'),
  );
  const forms = new Set<string>();
  for (const form of all.keys()) {
    const word = lower(form);
    if (plain.test(word)) forms.add(word);
  }
  // Within a band the order says nothing: all its words have the rank of its middle.
  const ranks = new Map<string, number>();
  for (const band of bands) {
    const middle = ranks.size + band.length / 2;
    for (const word of band) if (!ranks.has(word)) ranks.set(word, middle);
  }
  const frequent = [...ranks.keys()];
  const shares = new Map<string, number>();
  const masses = new Map<string, number>();
  const count = (word: string, share: number) => {
    shares.set(word, Math.max(share, shares.get(word) ?? 0));
    for (let length = shortestStem; length <= Math.min(longestStem, word.length); length++) {
      const stem = word.slice(0, length);
      masses.set(stem, (masses.get(stem) ?? 0) + share);
    }
  };
  // Zipf's law: a word's share falls with its rank.
  for (const [word, rank] of ranks) count(word, 1 / (rank + 20));
  for (const word of usual) count(word, 1 / 2500);
  return {
    forms,
    frequent,
    rank: (word) => ranks.get(word) ?? ranks.size,
    frequency(word) {
      const own = shares.get(word);
      if (own !== undefined) return own;
      return forms.has(word) ? 0.004 * massOf(word, masses) + 1e-6 : 0;
    },
  };
}

/** What frequent words begin as a form does, less for each letter that it goes on. */
function massOf(word: string, masses: ReadonlyMap<string, number>): number {
  let mass = 0;
  for (let length = shortestStem; length <= Math.min(longestStem, word.length); length++) {
    const found = masses.get(word.slice(0, length));
    if (found === undefined) break;
    if (length >= Math.min(4, word.length)) mass += found * 0.4 ** (word.length - length);
  }
  return mass;
}

/** Words to learn letters from: the frequent ones, and a share of the other forms. */
export function wordSamples({ forms, frequent, rank, frequency }: Vocabulary): Sample[] {
  const random = randomFrom(5);
  const weights = new Map<string, number>();
  for (const word of frequent)
    if (marked.test(word) && plain.test(word)) weights.set(word, 0.3 + 3 * (300 / (300 + rank(word))) ** 0.7);
  for (const word of forms) {
    if (!marked.test(word) || weights.has(word)) continue;
    const near = 5 * (frequency(word) - 1e-6);
    if (random() < (near > 1e-7 ? 0.35 : 0.1)) weights.set(word, 0.15 + 0.15 * Math.min(4, 60 * Math.sqrt(near)));
  }
  return [...weights].map(([word, weight]) => ({ word, weight }));
}

/** Words that a letter model reads wrongly when ğ, ı and ş are lost, and that are more frequent than what it reads. */
export function exceptions({ forms, frequent, rank, frequency }: Vocabulary, model: LetterModel): string[] {
  const found = new Map<string, string>();
  for (const word of new Set([...frequent, ...forms])) {
    if (!/[ğış]/.test(word) || !plain.test(word)) continue;
    const places = [...word].map((letter, i) =>
      /[ğış]/.test(letter) ? (i === 0 ? ['ş', 'ı'] : ['ğ', 'ı', 'ş']) : [letter],
    );
    const read = fillHoles(places, model)[0]?.text ?? '';
    // The commonest are kept in any case: a name on a list may read as they do («Karış», «karşı»).
    if (rank(word) > commonest && (read === word || frequency(word) < frequency(read) * 1.2)) continue;
    const pattern = word.replace(/[ğış]/g, '?');
    const other = found.get(pattern);
    if (!other || frequency(other) < frequency(word)) found.set(pattern, word);
  }
  return [...found.values()].sort();
}

/** What is seen of forms whose last letter was lost, and of forms that end as they should. */
export function formEnds({ forms, frequency }: Vocabulary): { whole: string[]; cut: string[] } {
  const random = randomFrom(9);
  const whole: string[] = [];
  const cut: string[] = [];
  for (const word of forms) {
    if (random() > (frequency(word) > 1.2e-6 ? 0.5 : 0.06)) continue;
    if (/[ğış]$/.test(word)) cut.push(word.slice(0, -1));
    else whole.push(word);
  }
  return { whole, cut };
}
