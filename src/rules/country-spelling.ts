import { isCapitalised, TokenKind, tokenText } from '../language/index.ts';
import { isSlip } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { DeskContext } from './rule.ts';
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
    { good: 'Sergeant Liam Ó Briain spoke. Sergeant Ó Briain left.', note: 'A name.' },
    { good: 'The Armenians, Georgians and Nigeriens came to Columbia University.' },
  ],
  words(desk) {
    const reads = desk.speller?.reads('en') ?? false;
    return (written) => reads && findNear(written.replace(possessive, ''), desk).length > 0;
  },
  check(context, _options, report, desk, slips) {
    const { parsed } = context;
    const { tokens } = parsed;
    // «Seán Ó Briain»: a word of a name that a rank or a known given name brings in.
    const isName = (at: number) =>
      context
        .mentions()
        .some(
          ({ name, given, evidence }) =>
            name.start <= at && at < name.end && (given ? evidence !== 'bare' : evidence === 'title'),
        );
    for (const i of slips) {
      if (tokens.kind[i] !== TokenKind.word) continue;
      const word = tokenText(parsed, i).replace(possessive, '');
      const start = tokens.start[i] ?? 0;
      if (isName(start)) continue;
      report({ start, end: start + word.length, expected: findNear(word, desk) });
    }
  },
});

const possessive = /['’]s?$/;

/** Countries and peoples that a word nobody knows is one slip away from. */
function findNear(word: string, { lexicon, speller }: DeskContext): string[] {
  const { countries, places } = lexicon;
  if (word.length < 6 || !isCapitalised(word) || countries.isKnown(word)) return [];
  if (places.startingWith(word).length > 0) return [];
  const near = countries.longNames(word.charAt(0)).filter((name) => isSlip(word.toLowerCase(), name.toLowerCase()));
  if (near.length === 0 || speller?.isKnown(word, 'en')) return [];
  const folded = foldWord(word);
  return lexicon.isGivenName(folded) || lexicon.isSurname(folded) ? [] : near;
}
