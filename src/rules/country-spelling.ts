import { isCapitalised, TokenKind, tokenText } from '../language/index.ts';
import { isSlip } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'country-spelling',
  category: 'place',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about:
    'Finds a word that is one slip away from the name of a country or a people and that no dictionary knows (“Azerbaijian”).',
  what: '“{actual}” is no country: {expected}?',
  why: 'The word is one slip away from a country or a people, and no dictionary knows it.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'Talks between Azerbajian and its neighbours began.',
      good: 'Talks between Azerbaijan and its neighbours began.',
    },
    { bad: 'The Ukranian army advanced.', good: 'The Ukrainian army advanced.' },
    { good: 'The Armenians, Georgians and Nigeriens came to Columbia University.' },
  ],
  check({ parsed }, _options, report, { lexicon, speller }) {
    if (!speller?.reads('en')) return;
    const { tokens } = parsed;
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kind[i] !== TokenKind.word) continue;
      const word = tokenText(parsed, i).replace(/['’]s?$/, '');
      if (word.length < 6 || !isCapitalised(word) || lexicon.countries.isKnown(word)) continue;
      if (lexicon.places.startingWith(word).length > 0) continue;
      const near = lexicon.countries
        .longNames(word.charAt(0))
        .filter((name) => isSlip(word.toLowerCase(), name.toLowerCase()));
      if (near.length === 0 || speller.isKnown(word, 'en')) continue;
      const folded = foldWord(word);
      if (lexicon.isGivenName(folded) || lexicon.isSurname(folded)) continue;
      const start = tokens.start[i] ?? 0;
      report({ start, end: start + word.length, expected: near });
    }
  },
});
