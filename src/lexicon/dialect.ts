import type { WordList } from './word-list.ts';

/** What a word's spelling tells of its country. */
export interface DialectWord {
  country: 'en-GB' | 'en-US';
  /** The same word as the other country spells it, in lower case. */
  twin: string;
  /** The American form is good British too (-ize, Oxford style). */
  oxford: boolean;
  /** As often a surname or a place when capitalised. */
  name: boolean;
  /** Another word of the other country: a computer program. */
  beside: boolean;
}

/** British and American spellings by lower-case word; words that both countries write so are not in it. */
export interface DialectWords {
  /** Whether a word is in it; for who asks each word once. */
  has(word: string): boolean;
  get(word: string): DialectWord | undefined;
}

/** Reads the compiled asset `dialect.txt`: «word twin flags» a line, as scripts/assets/dialect.ts writes it. */
export function readDialect(list: WordList): DialectWords {
  return {
    has: list.hold,
    get(word) {
      const [twin, flags = ''] = list.find(word)?.split(' ') ?? [];
      if (twin === undefined) return undefined;
      const country = flags.includes('g') ? 'en-GB' : 'en-US';
      return { country, twin, oxford: flags.includes('o'), name: flags.includes('n'), beside: flags.includes('b') };
    },
  };
}
