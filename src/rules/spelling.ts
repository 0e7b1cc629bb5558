import { isCapitalised, isWord } from '../language/index.ts';
import { isListedName, wordsOfPeople, wordsOfTerms } from '../lexicon/index.ts';
import type { Doubt, Speller } from '../spelling/index.ts';
import { findDoubts } from '../spelling/index.ts';
import { foldWord } from '../text/index.ts';
import type { DeskContext } from './rule.ts';
import { defineRule, isEnglish, perWord } from './rule.ts';

/** A word that stands so often is a term, not a slip. */
const termCount = 3;
const skipped = new Set(['byline', 'slug', 'sign-off', 'end-mark', 'embargo']);

const isTerm = perWord((word, _folded, { lexicon }) => {
  const bare = word.replace(/['’]s?$/, '');
  return (isCapitalised(word) && lexicon.isGivenName(foldWord(bare))) || wordsOfTerms(lexicon.terms).has(bare);
});

/** One likely slip away from a word so common, a word is hardly a name; where all is in capitals most words are none. */
const slipToCommon = { capitalised: 5, inCapitals: 4 };
/** Turkish names are words, too («Karakaya»): only a long word at the head of a sentence is hardly one. */
const leastTurkish = 8;

const isSlip = ({ word, language, opens }: Doubt, speller: Speller | undefined) => {
  const bare = word.replace(/['’]s$/i, '');
  const isHeadline = bare === bare.toUpperCase();
  if (language === 'tr' && (isHeadline || !opens || bare.length < leastTurkish)) return false;
  const common = speller?.slipOf(bare, language) ?? 0;
  return common >= (isHeadline ? slipToCommon.inCapitals : slipToCommon.capitalised);
};

/** The English that blocks in English are read in. */
const englishOf = ({ language }: DeskContext): string => (language.startsWith('en') ? language : 'en');

export default defineRule<Doubt>({
  id: 'spelling',
  category: 'spelling',
  severity: 'warning',
  scope: 'case',
  early: true,
  about:
    'Finds words that no dictionary, no lexicon and no list of the team knows. A word that the house uses belongs in the team’s list.',
  what: '“{actual}” is not in the dictionary',
  why: 'It may be misspelt; a word that the house uses belongs on the team’s list.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {
    words: { type: 'strings', default: [], description: 'Further words that are right.' },
  },
  examples: [
    { bad: 'The goverment said on Monday that talks would go on.' },
    { good: 'The government said on Monday that talks would go on.' },
    { bad: 'The Presidnet of the country met reporters in the capital.', note: 'a hint: a name would be silent' },
    { bad: 'GOVERMENT OPENS HARBOUR', note: 'a hint in a headline in capitals, where names are silent, too' },
    { good: 'Brigadier Whitcombe met Nigar Quliyeva in Gence; Whitcombe’s staff left for Gence on Friday.' },
    { good: 'Colour and color are both words; which one the story takes is the dialect rule’s business.' },
    { good: 'Write to desk@example.org, #copydesk or @newsdesk; the F-16s flew 40 km at 900 kph and won 3-1.' },
    { good: 'The pseudoclassic drone-like object was non-lethal.', options: { words: ['pseudoclassic'] } },
    { good: 'He said: “Nu știu ce vrei să spui despre asta.”', note: 'a quotation in another language' },
  ],
  // What English has is no doubt in another language either.
  words(desk) {
    const { vocabulary, speller } = desk;
    if (!speller) return () => false;
    const isOurs = vocabulary.column(speller.verdict(englishOf(desk)));
    const isAny = isEnglish(desk);
    return (word, _folded, id) => !(isOurs(id) && isAny(id)) && isWord(word);
  },
  collect(context, options, desk, suspects) {
    const { block, parsed } = context;
    const { vocabulary, language, speller } = desk;
    if (!speller || skipped.has(block.role)) return [];
    const own = parsed.language === 'und' ? language.replace('auto', 'en') : parsed.language;
    const read = own === 'en' ? englishOf(desk) : own;
    if (!speller.reads(read)) return [];
    const words = options.words as readonly string[];
    const isKnownTerm = isTerm(desk);
    return findDoubts({
      parsed,
      language: read,
      vocabulary,
      speller,
      suspects: read === englishOf(desk) ? suspects : undefined,
      settled() {
        const spans = context.damages.map(({ clean }) => clean);
        const mentions = context.mentions();
        for (let i = 0; i < mentions.length; i++) {
          const mention = mentions[i];
          if (mention && mention.evidence !== 'bare') spans.push(mention.span);
        }
        return spans;
      },
      isTerm: (id) => isKnownTerm(id) || (words.length > 0 && words.includes(vocabulary.word(id))),
    });
  },
  caseOf: ({ key }) => key,
  check(doubts, _options, report, { speller, names, lexicon }) {
    const count = doubts.length;
    // What has a capital each time is a name; «Goverment» beside «goverment» is none.
    const isName = count > 1 && doubts.every(({ capital }) => capital);
    for (const doubt of doubts) {
      const isHint = doubt.capital || count >= termCount;
      if (isName || names().has(doubt.key)) continue;
      // A capital makes a name, unless one slip lies between the word and a common one.
      if (doubt.capital && (!isSlip(doubt, speller) || isListedName(foldWord(doubt.key), lexicon))) continue;
      // A long list is read only for what would be reported.
      if (wordsOfPeople(lexicon.people).has(doubt.key)) continue;
      report({
        block: doubt.block,
        start: doubt.start,
        end: doubt.end,
        ...(isHint && { severity: 'hint' as const }),
        group: doubt.key,
      });
    }
  },
});
