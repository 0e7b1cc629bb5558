import type { Said } from '../../text/index.ts';
import { SaidError, said } from '../../text/index.ts';
import { compileExceptions } from '../exceptions.ts';
import { fillMessage } from '../message.ts';
import type { PackRule } from '../pack.ts';
import { compilePattern } from '../regex/index.ts';
import { cutSpelled } from '../words.ts';
import type { TextCheck } from './check.ts';

/** Tells whether a word is spelt right in a language, BCP 47. */
export type IsSpelled = (word: string, language: string) => boolean;

/** The Hunspell dictionaries of a rule, opened, or why they cannot be. */
export type OwnWords = { knows: readonly ((word: string) => boolean)[] } | { fault: Said };

// Camel case, acronyms, and all that is no plain English word: Vale's own filters.
const filters = [/[A-Z][a-z]+[A-Z]+\w+/, /[A-Z]+$/, /[^a-zA-Z_']/];

/**
 * Words by the desk's dictionaries or the rule's own, with Vale's filters. Nothing is suggested here: that is dear.
 *
 * @param own the rule's Hunspell files, where it names any
 */
export function spelling(
  rule: PackRule,
  accepted: readonly string[],
  isSpelled: IsSpelled | undefined,
  own: OwnWords | undefined,
): TextCheck {
  if (!isSpelled) throw new SaidError(said`no dictionaries are here`);
  if (own && 'fault' in own) throw new SaidError(own.fault);
  if (!own && rule.hunspell.length > 0) throw new SaidError(said`no Hunspell files can be read here`);
  const passedOver = rule.filters.map((filter) => compilePattern(filter));
  const words = new Set(rule.words.map((word) => word.toLowerCase()));
  const isExcepted = compileExceptions([], [...rule.exceptions, ...(rule.vocab ? accepted : [])].map(ignoringCase));
  const isEnglish =
    rule.dictionaries.every((language) => language.startsWith('en')) &&
    rule.hunspell.every(({ dic }) => /(?:^|[\\/])en[^\\/]*$/i.test(dic));
  return {
    kind: 'text',
    rule,
    literals: undefined,
    find(text) {
      return cutSpelled(text).flatMap(({ text: written, start }) => {
        const word = written.replace(/[‘’]/g, "'");
        if (passedOver.some((filter) => filter.test(word))) return [];
        if (!rule.custom && filters.some((filter, i) => (isEnglish || i < 2) && filter.test(word))) return [];
        if (words.has(word.toLowerCase())) return [];
        if (rule.dictionaries.some((language) => isSpelled(word, language))) return [];
        if (own?.knows.some((knows) => knows(word))) return [];
        if (isExcepted(word, text, start, start + written.length)) return [];
        return [{ start, end: start + written.length, message: fillMessage(rule.message, [written]), expected: [] }];
      });
    },
  };
}

const ignoringCase = (pattern: string) => (pattern.startsWith('(?i)') ? pattern : `(?i)${pattern}`);
