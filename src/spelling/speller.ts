import type { AssetPort } from '../text/index.ts';
import { lowerCase } from '../text/index.ts';
import { openAutomaton } from './automaton.ts';
import type { CompiledDictionary, Dictionary } from './dictionary.ts';
import { plainWord, readDictionary } from './dictionary.ts';
import type { Search } from './search.ts';
import { prepareSearch } from './search.ts';
import type { SuggestContext } from './suggest.ts';
import { mostSuggestions, suggestCompound, suggestWords } from './suggest.ts';
import { isKnownIn, isKnownPart } from './words.ts';

/** Answers whether words are known and what may be meant. Dictionaries are opened at the first question. */
export interface Speller {
  /** True when there is a dictionary for the language. */
  reads(language: string): boolean;
  /**
   * Whether a word is spelt right, with its possessive ending, its parts or its suffixes; true for a language without
   * dictionary.
   *
   * @param language BCP 47: `en` takes British and American spellings, `en-GB`, `en-US`, `en-AU` and `en-CA` their own;
   * `en-GB` takes -ize beside -ise
   */
  isKnown(word: string, language: string): boolean;
  /** The verdict of `isKnown` for one language as one function for the speller's life: a column of a vocabulary. */
  verdict(language: string): (word: string) => boolean;
  /** Whether the shipped dictionary has two neighbours as part of a phrase: «pro forma»; in any capitals. */
  isPhrase(words: string, language: string): boolean;
  /** How common a word is, 0 (unknown or not seen) to 10; in any capitals. */
  frequency(word: string, language: string): number;
  /**
   * How common the commonest word in small letters is that lies one likely slip away: 0 (none or not seen) to 10.
   * «Presidnet» lies beside a common one, «Tural» beside none.
   */
  slipOf(word: string, language: string): number;
  /** Words that may be meant, best first, at most six; empty for a language without compiled dictionary. */
  suggest(word: string, language: string, context?: SuggestContext): string[];
}

interface Opened {
  dictionary: CompiledDictionary;
  /** Prepared at the first suggestion. */
  search?: Search;
  /** What `slipOf` said of words; asked again at each check. */
  slips?: Map<string, number>;
}

/** Languages with a compiled dictionary. */
const shipped: readonly string[] = ['en', 'tr'];
/** Those with a second one, of rare words: opened when the first does not have a word, and searched last. */
const withRare: readonly string[] = ['en'];
/** Variants with a dictionary of their own within it. */
const variants: readonly string[] = ['en-US', 'en-GB', 'en-AU', 'en-CA'];

/** In Britain «-ize» is right, too, where «-ise» is (New Hart's Rules); which of them a story has is no matter of spelling. */
const ize = /iz(?=(?:e[sdr]?|ers|ing(?:ly)?|able|ations?|ational)$)/;

/** The compiled dictionary of a primary language; undefined when none ships or it was not built. */
export function openShipped(assets: AssetPort, language: string): CompiledDictionary | undefined {
  return shipped.includes(language) ? openCompiled(assets, language, language) : undefined;
}

function openCompiled(assets: AssetPort, name: string, language: string): CompiledDictionary | undefined {
  const bytes = assets(`spelling-${name}.bin`);
  return bytes && readDictionary(language, openAutomaton(bytes));
}

/**
 * A speller with the dictionaries that ship.
 *
 * @param extra a team's own dictionaries (`openHunspell`); a word that one of its language has is known
 */
export function createSpeller(assets: AssetPort, extra: readonly Dictionary[] = []): Speller {
  const opened = new Map<string, Opened | undefined>();
  const verdicts = new Map<string, (word: string) => boolean>();
  const keep = (name: string, dictionary: CompiledDictionary | undefined) => {
    const entry: Opened | undefined = dictionary && { dictionary };
    opened.set(name, entry);
    return entry;
  };
  const open = (language: string) =>
    opened.has(language) ? opened.get(language) : keep(language, openShipped(assets, language));
  const openRare = (language: string) => {
    const name = `${language}-rare`;
    if (opened.has(name)) return opened.get(name);
    return keep(name, withRare.includes(language) ? openCompiled(assets, name, language) : undefined);
  };
  const verdict = (tag: string) => {
    const known = verdicts.get(tag);
    if (known) return known;
    const language = primary(tag);
    const variant = variantOf(tag);
    const own = extra.filter((dictionary) => dictionary.language === language);
    const ready = () => {
      const compiled = open(language)?.dictionary;
      if (!compiled && own.length === 0) return () => true;
      const isIn = (word: string, variant: string | undefined): boolean =>
        compiled?.has(word, variant) ||
        own.some((one) => one.has(word, variant)) ||
        (openRare(language)?.dictionary.has(word, variant) ?? false);
      const isOxford = (word: string) =>
        ize.test(word) && isIn(word, undefined) && isIn(word.replace(ize, 'is'), variant);
      const has = (word: string): boolean => isIn(word, variant) || (variant === 'en-GB' && isOxford(lowerCase(word)));
      return (word: string) => isKnownIn(word, language, has);
    };
    let ask: ReturnType<typeof ready> | undefined;
    const isKnown = (word: string) => {
      ask ??= ready();
      return ask(word);
    };
    verdicts.set(tag, isKnown);
    return isKnown;
  };
  const find = (words: string, tag: string) => {
    const automaton = open(primary(tag))?.dictionary.automaton;
    return automaton?.find(words) ?? automaton?.find(words.toLowerCase());
  };
  const read = new Set([...shipped, ...extra.map(({ language }) => language)]);
  return {
    reads: (tag) => read.has(primary(tag)),
    isKnown: (word, language) => verdict(language)(word),
    verdict,
    isPhrase: (words, tag) => find(plainWord(words), tag) !== undefined,
    frequency: (word, tag) => find(word, tag)?.frequency ?? 0,
    slipOf(word, tag) {
      const entry = open(primary(tag));
      if (!entry || word.length < slip.least || word.length > slip.most) return 0;
      entry.slips ??= new Map();
      const known = entry.slips.get(word);
      if (known !== undefined) return known;
      const near = searchIn(entry)(word, slip.cost, false);
      const commonest = near.reduce((most, { wordClass }) => Math.max(most, wordClass.frequency), 0);
      if (entry.slips.size >= slip.kept) entry.slips.clear();
      entry.slips.set(word, commonest);
      return commonest;
    },
    suggest(word, tag, context = {}) {
      const entry = open(primary(tag));
      if (!entry) return [];
      const variant = context.variant ?? variantOf(tag);
      const rare = openRare(primary(tag));
      const searches = [entry, ...(rare ? [rare] : [])].map(searchIn);
      const suggestWhole = (one: string) =>
        suggestWords(one, entry.dictionary, searches, { ...context, ...(variant && { variant }) });
      const isKnown = verdict(variant ?? tag);
      const compounds = suggestCompound(word, (part) => isKnownPart(part, isKnown, primary(tag)), suggestWhole);
      return [...new Set([...compounds, ...suggestWhole(word)])].slice(0, mostSuggestions);
    },
  };
}

/** What counts as a likely slip: so many letters, at most such a cost; how many answers are kept. */
const slip = { least: 6, most: 18, cost: 0.86, kept: 20_000 } as const;

function searchIn(entry: Opened): Search {
  entry.search ??= prepareSearch(entry.dictionary.automaton, entry.dictionary.language);
  return entry.search;
}

function primary(tag: string): string {
  const dash = tag.indexOf('-');
  return (dash < 0 ? tag : tag.slice(0, dash)).toLowerCase();
}

/** The variant whose words alone are right; English of other countries takes British and American words. */
function variantOf(tag: string): string | undefined {
  return variants.includes(tag) ? tag : undefined;
}
