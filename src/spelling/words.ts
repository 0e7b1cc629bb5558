import { lowerCase } from '../text/index.ts';
import { plainWord } from './dictionary.ts';

/** English prefixes that stand before any word, with or without a hyphen. */
const prefixes =
  /^(?:aero|agro|anti|astro|co|counter|cross|cyber|de|eco|ethno|ex|extra|geo|hyper|infra|inter|intra|macro|mega|meta|micro|mid|mini|multi|nano|neo|non|over|para|petro|post|pre|pro|proto|pseudo|quasi|re|semi|socio|sub|super|tele|thermo|trans|uber|über|ultra|un|under|vice)$/;

// Prefixes that no common slip makes («co-», «re-», «un-» hide too many). The rest is long enough for chance.
const derived = /^(?:anti|bio|cyber|geo|hyper|mega|micro|multi|neo|non|pseudo|super|ultra)([a-z]{5,})$/;

const bare: Record<string, string> = { â: 'a', î: 'i', û: 'u' };
const hats: Record<string, string> = { a: 'â', i: 'î', u: 'û' };

/** A Turkish word without its circumflexes, or with one that it lacks: «resmî» and «rüzgar» are written, too. */
function hatted(word: string): string[] {
  if (/[âîû]/.test(word)) return [word.replace(/[âîû]/g, (letter) => bare[letter] ?? letter)];
  return [...word].flatMap((letter, i) => {
    const hat = hats[letter];
    return hat ? [word.slice(0, i) + hat + word.slice(i + 1)] : [];
  });
}

/**
 * Whether a word as it stands in a text is known: itself, without its possessive ending, by the parts of its hyphens.
 *
 * @param has what the dictionaries say of a word as such
 */
export function isKnownIn(written: string, language: string, has: (word: string) => boolean): boolean {
  const word = plainWord(written);
  if (has(word)) return true;
  const apostrophe = word.indexOf("'", 1);
  if (apostrophe > 0) {
    if (language === 'tr') {
      // «Gence'nin»: an ending on a known name; what follows is a suffix, never a new word.
      const stem = word.slice(0, apostrophe);
      if (/^[a-zçğıöşüâîû]{1,12}$/.test(word.slice(apostrophe + 1)) && (has(stem) || /^\d/.test(stem))) return true;
    } else if (/'(?:s|S|d|ll|re|ve|t)?$/.test(word)) {
      if (has(word.slice(0, word.lastIndexOf("'")))) return true;
    }
    if (/^(?:[dlDLOoMm]'|al-|el-)/.test(word) && has(word.slice(apostrophe + 1))) return true;
  }
  if (language === 'tr' && hatted(word).some(has)) return true;
  if (language === 'en') {
    const rest = derived.exec(word)?.[1];
    if (rest && has(rest)) return true;
  }
  if (/[-‐‑–/]/.test(word)) {
    const parts = word.split(/[-‐‑–/]/);
    return parts.every((part) => !part || isKnownPart(part, has, language)) || has(parts.join(' '));
  }
  if (word.endsWith('.') && word.length > 1) return isKnownIn(word.slice(0, -1), language, has);
  return false;
}

/** Whether a part between hyphens is known: a word, its possessive, a number or a prefix. */
export function isKnownPart(part: string, has: (word: string) => boolean, language: string): boolean {
  return (
    /^\P{L}+$/u.test(part) ||
    has(part) ||
    (language === 'en' && prefixes.test(lowerCase(part))) ||
    (part.endsWith("'s") && has(part.slice(0, -2)))
  );
}
