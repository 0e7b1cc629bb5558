import type { Placed } from '../../article/index.ts';
import type { DialectWord } from '../../lexicon/index.ts';
import { perCase } from '../rule.ts';

/** A word that is spelt as one country spells it. */
export interface Use {
  start: number;
  end: number;
  text: string;
  /** In small letters, without the -s of a plural. */
  singular: string;
  word: DialectWord;
  /** What it tells of the story's English; 0 inside proper names. */
  weight: number;
  /** «Labor Party»: a fault where the story names the Labour of Britain. */
  party: boolean;
  block?: number;
}

/** In small letters, without the -s of a plural. */
export const singular = (word: string) => word.toLowerCase().replace(/s$/, '');

/** All uses of one spelling, the case of this rule. */
export interface Spelling extends Pick<Use, 'singular' | 'word'> {
  /** In small letters. */
  text: string;
  uses: number;
  /** How many of them tell anything of the story's English, and what all tell. */
  counted: number;
  weight: number;
  /** One of them is a common word. */
  common: boolean;
  /** The first that tells anything. */
  telling: Placed<Use> | undefined;
}

/** Reads a case of the rule: all uses of a spelling. */
export const readSpelling = perCase((uses: readonly Placed<Use>[]): Spelling => {
  const [{ text, singular, word }] = uses as readonly [Placed<Use>];
  let [counted, weight] = [0, 0];
  for (const use of uses) {
    if (use.weight > 0) counted++;
    weight += use.weight;
  }
  return {
    text: text.toLowerCase(),
    singular,
    word,
    uses: uses.length,
    counted,
    weight,
    common: uses.some((use) => use.weight === 1),
    telling: uses.find((use) => use.weight > 0),
  };
});

/** The first word of the story that tells anything, of some spellings. */
export function findFirst(
  spellings: readonly Spelling[],
  holds: (spelling: Spelling) => boolean,
): Placed<Use> | undefined {
  let first: Placed<Use> | undefined;
  for (const spelling of spellings) {
    const { telling } = spelling;
    if (!telling || !holds(spelling)) continue;
    if (!first || telling.block < first.block || (telling.block === first.block && telling.start < first.start))
      first = telling;
  }
  return first;
}

/** A word with -ize, which Oxford writes, too. */
export const isIze = ({ word }: Pick<Use, 'word'>) => word.oxford && word.country === 'en-US';
