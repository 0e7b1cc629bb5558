import retextDiacritics from 'retext-diacritics';
import type { ParsedBlock } from '../language/index.ts';
import { checkSentences, readyPlugin } from './retext.ts';
import { defineRule } from './rule.ts';

const check = readyPlugin(retextDiacritics);

/** First words of what the plugin knows and newsrooms do write with its marks. */
const foreign = new Set(
  `beyonce bronte boutonniere cause champs-elysees chevre creme crudites doppelganger garcon gewurztraminer haagen
  haagen-dazs lowenbrau lycee menage monegasque motley nescafe pina queensryche risque senor senora senorita smorgasbord
  filmjolk soupcon ubermensch acai`.split(/\s+/),
);

const isForeign = (word: string) => foreign.has(word.toLowerCase().replace(/['’]s$/, ''));

/** What must follow words that English has, too. */
const seconds: Readonly<Record<string, RegExp>> = { cause: /^\s+cel/i, motley: /^\s+cr/i };

function mayBegin({ text, tokens }: ParsedBlock, i: number): boolean {
  const end = tokens.end[i] ?? 0;
  const second = seconds[text.slice(tokens.start[i], end).toLowerCase()];
  return second?.test(text.slice(end, end + 12)) ?? true;
}

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
    const first = tokens.filter((i) => mayBegin(context.parsed, i));
    if (first.length === 0) return;
    for (const finding of checkSentences(check, context, first)) {
      const [first = ''] = text.slice(finding.start, finding.end).split(' ');
      const [expected] = finding.expected ?? [];
      if (isForeign(first) && expected !== text.slice(finding.start, finding.end)) report(finding);
    }
  },
});
