import { isCapitalised, isInside, isTitleCase, TokenKind, textBefore, tokenText } from '../language/index.ts';
import { foldWord } from '../text/index.ts';
import { defineRule } from './rule.ts';

// What follows decides: «the Ukraine war» has its article from the war, «the Ukraine sends grain» from nowhere.
const verbs =
  /^(?:is|was|has|had|will|would|can|could|may|might|must|should|did|does|do|says|said|sends|sent|wants|wanted|needs|needed|remains|remained|became|becomes|exports|exported|imports|imported|signed|joined|lost|won|borders|took|takes|gave|gives|made|makes|and|but|in|on|to|for|from|with|after|by|at|since|during|until|which|who|whose|also|never|still|now)$/;

const possessive = /['’]s$/;

export default defineRule({
  id: 'country-article',
  category: 'place',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about:
    'Finds “the” before the name of a country that stands without it in English (“the Azerbaijan”). A few countries keep it: the Netherlands, the Gambia.',
  what: '“{expected}” takes no “the”',
  why: 'Countries stand without “the” in English; a few keep it: the Netherlands, the Gambia.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'He met Foreign Minister of the Türkiye Orhan Demir.',
      good: 'He met Foreign Minister of Türkiye Orhan Demir.',
    },
    { bad: 'It broke away from the Sudan in 2011.', good: 'It broke away from Sudan in 2011.' },
    { bad: 'The Ukraine sends grain.', good: 'Ukraine sends grain.' },
    {
      bad: 'They spoke of ties between Georgia and the Türkiye.',
      good: 'They spoke of ties between Georgia and Türkiye.',
    },
    { bad: 'Farmers praised the Ukraine’s harvest.', good: 'Farmers praised Ukraine’s harvest.' },
    { bad: 'Ministers met the Georgia’s envoy.', good: 'Ministers met Georgia’s envoy.' },
    { good: 'The Georgia legislature and the Turkey desk met.' },
    { good: 'The Ukraine war and the Türkiye office worried the Netherlands and the Congo.' },
    { good: 'The U.S. and the USSR sent the UK and the EU a note.' },
    { good: 'The Ukraine of today is not the Ukraine that he knew.' },
    { good: 'The Ukraine and Gaza wars, the Azerbaijan, Georgia and Türkiye summit.' },
  ],
  words:
    ({ lexicon: { countries } }) =>
    (word) =>
      isCapitalised(word) && countries.standsAlone(word.replace(possessive, '')),
  check({ parsed }, _options, report, { lexicon }, countries) {
    const { tokens, text } = parsed;
    for (const at of countries) {
      const i = at - 1;
      if ((tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) !== 3) continue;
      const article = tokenText(parsed, i);
      if ((article !== 'the' && article !== 'The') || tokens.kind[at] !== TokenKind.word) continue;
      const country = tokenText(parsed, at);
      const bare = country.replace(possessive, '');
      if (isTitleCase(parsed)) continue;
      const next = tokenText(parsed, i + 2);
      const start = tokens.start[i] ?? 0;
      const end = tokens.end[i + 1] ?? start;
      // «Foreign Minister of the Türkiye Orhan Demir»: a person follows.
      const isPerson =
        /\bof $/.test(textBefore(text, start)) &&
        isCapitalised(tokenText(parsed, i + 3)) &&
        lexicon.isGivenName(foldWord(next));
      if (bare === country && !isPerson && !endsPhrase(text.slice(end), next)) continue;
      if (isInside(parsed.opaque, start)) continue;
      report({ start, end, expected: [country] });
    }
  },
});

/** True when the country's noun phrase ends at the country. */
function endsPhrase(rest: string, next: string): boolean {
  if (/^\s*(?:$|[.;:?!)”»\]])/.test(rest)) return true;
  // «The Ukraine and Gaza wars»: a second capitalised name may share one noun with the first.
  if (/^\s+and\s+\p{Lu}/u.test(rest)) return false;
  if (/^\s*,/.test(rest)) return /^,\s+(?:which|who|whose|where|but|while|said|says)\b/.test(rest);
  return verbs.test(next);
}
