import retextDiacritics from 'retext-diacritics';
import { checkSentences, readyPlugin } from './retext.ts';
import { defineRule } from './rule.ts';

const check = readyPlugin(retextDiacritics);

/** First words of what the plugin knows and newsrooms do write with its marks. */
const foreign =
  /^(?:beyonce|bronte|boutonniere|cause|champs-elysees|chevre|creme|crudites|doppelganger|garcon|gewurztraminer|haagen(?:-dazs)?|lowenbrau|lycee|menage|monegasque|motley|nescafe|pina|queensryche|risque|senor(?:a|ita)?|smorgasbord|filmjolk|soupcon|ubermensch|acai)(?:'s|’s)?$/i;

const isForeign = (word: string) => foreign.test(word);

export default defineRule({
  id: 'diacritics',
  category: 'spelling',
  severity: 'hint',
  scope: 'block',
  languages: ['en'],
  about:
    'Finds words and names that keep their accents in English but have lost them. Words at home in English (cafe, facade) are left alone.',
  what: '“{actual}” is written “{expected}”',
  why: 'It keeps its marks in English; words at home in English (cafe, facade, Quebec) are left alone.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    { bad: 'They ordered creme brulee.', good: 'They ordered crème brûlée.' },
    { bad: 'Beyonce sang at the stadium.', good: 'Beyoncé sang at the stadium.' },
    { good: 'The cafe has a new facade, its owner from Quebec said of the resume.' },
  ],
  words: () => isForeign,
  check(context, _options, report, _desk, tokens) {
    const { text } = context.parsed;
    for (const finding of checkSentences(check, context, tokens)) {
      const [first = ''] = text.slice(finding.start, finding.end).split(' ');
      const [expected] = finding.expected ?? [];
      if (isForeign(first) && expected !== text.slice(finding.start, finding.end)) report(finding);
    }
  },
});
