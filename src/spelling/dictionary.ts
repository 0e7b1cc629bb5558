import { lowerCase, upperCase } from '../text/index.ts';
import type { Automaton, WordClass } from './automaton.ts';

/** Words of one language. */
export interface Dictionary {
  /** BCP 47 primary language. */
  readonly language: string;
  /**
   * Whether the word is spelt right, capitals and all: «Paris» and «PARIS» but not «paris».
   *
   * @param variant `en-US`; words of other variants alone are unknown then. Without one, British and American words hold
   */
  has(word: string, variant?: string): boolean;
}

/** A dictionary that ships, with its automaton for suggestions. */
export interface CompiledDictionary extends Dictionary {
  readonly automaton: Automaton;
}

/** The variants of a language that is named without one. */
const usual = ['en-US', 'en-GB'];

/** Whether a variant of the language has a word; without one, whether a usual variant has it. */
export function isOfVariant({ variants }: WordClass, variant: string | undefined): boolean {
  if (!variants) return true;
  return variant === undefined ? usual.some((one) => variants.includes(one)) : variants.includes(variant);
}

/** One apostrophe, no invisible hyphens: what Hunspell's ICONV does for these dictionaries. */
export function plainWord(word: string): string {
  return /[’ʼ\u00ad]/.test(word) ? word.replace(/[’ʼ]/g, "'").replaceAll('\u00ad', '') : word;
}

/** Reads a compiled dictionary; its verdicts are those of nspell, with the language's own capitals. */
export function readDictionary(language: string, automaton: Automaton): CompiledDictionary {
  const find = (word: string, variant: string | undefined): WordClass | undefined => {
    const found = automaton.find(word);
    return found && isOfVariant(found, variant) ? found : undefined;
  };
  return {
    language,
    automaton,
    has(written, variant) {
      const word = plainWord(written);
      const found = find(word, variant);
      if (found) return !found.forbidden;
      if (automaton.compounds?.test(word)) return true;
      const lower = lowerCase(word, language);
      if (lower === word) return false;
      if (upperCase(word, language) === word) {
        // «PARIS» is the name «Paris» in capitals.
        const title = word.charAt(0) + lower.slice(1);
        const name = find(title, variant);
        if (name) return !name.keepCase && !name.forbidden;
      }
      const common = find(lower, variant);
      return common !== undefined && !common.keepCase && !common.forbidden;
    },
  };
}
