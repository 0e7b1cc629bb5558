import { textBefore } from '../language/index.ts';
import { defineRule } from './rule.ts';

const determiner = /\b(?:the|a|an|this|that|his|her|their)\s+(?:(?:retired|former|senior|serving|young|veteran)\s+)?$/i;

export default defineRule({
  id: 'rank-comma',
  category: 'punctuation',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about: 'Finds a comma between a rank and the name. A rank before a name is part of the name.',
  what: 'No comma between rank and name',
  why: 'A rank before a name is part of the name.',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'Colonel General, Elmar Quliyev met the delegation.',
      good: 'Colonel General Elmar Quliyev met the delegation.',
    },
    { bad: 'Colonel, Quliyev said no.', good: 'Colonel Quliyev said no.' },
    { good: '“Colonel, Quliyev has gone,” she said.', note: 'Spoken to.' },
    { good: 'The general, Elmar Quliyev, met the delegation.', note: 'An aside between two commas stands.' },
    { good: 'The Minister of Defence, Colonel General Elmar Quliyev, met the delegation.' },
  ],
  needs: 'comma',
  check(context, _options, report) {
    const { text } = context.parsed;
    for (const { rank, name } of context.mentions()) {
      if (!rank?.comma || rank.letterCase !== 'title' || determiner.test(textBefore(text, rank.span.start))) continue;
      // «Major, Sir John Major»: a form of address stands between.
      if (/\p{L}/u.test(text.slice(rank.comma.start, name.start))) continue;
      const written = text.slice(rank.span.start, rank.comma.start);
      report({ start: rank.span.start, end: name.end, expected: [`${written} ${text.slice(name.start, name.end)}`] });
    }
  },
});
