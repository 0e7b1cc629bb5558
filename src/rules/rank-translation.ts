import { rankedOf, TitleMark, writeRank } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'rank-translation',
  category: 'rank',
  severity: 'info',
  optIn: true,
  scope: 'person',
  languages: ['en'],
  about:
    'Finds a rank left in the country’s own language (“Orgeneral”), or translated word for word where English copy uses another one for that country.',
  what: '“{rank}” for {local}: in English usually {usual}',
  why: 'English copy uses another rank than the word-for-word one for this country.',
  how: 'Write “{expected}”',
  inQuotes: 'ignore',
  options: {},
  examples: [
    {
      bad: 'Army General Orhan Demir, Chief of the General Staff of the Armed Forces of Türkiye, spoke.',
      good: 'General Orhan Demir, Chief of the General Staff of the Armed Forces of Türkiye, spoke.',
    },
    { bad: 'Then Orgeneral Orhan Demir spoke.', good: 'Then General Orhan Demir spoke.' },
    { bad: 'They met Tat Aluf Eyal Barak.', good: 'They met Brigadier General Eyal Barak.' },
    {
      good: 'Army General Ivan Petrov, Chief of the General Staff of the Armed Forces of Russia, spoke.',
      note: 'The rank of that country.',
    },
  ],
  check(person, _options, report, { lexicon, at }) {
    const { country, titles } = person;
    if (country?.length !== 2 && !(titles & TitleMark.local)) return;
    for (const { mention, rank } of rankedOf(person)) {
      if (rank.local) {
        const text = at(mention.block)?.parsed.text ?? '';
        const written = text.slice(rank.span.start, rank.span.end);
        const row = lexicon.ranks.rows(rank.id, country).find(({ local }) => foldWord(local) === foldWord(written));
        const usual = lexicon.ranks.form(lexicon.ranks.idOf(row?.name ?? '') ?? rank.id)?.name ?? '';
        report({
          block: mention.block,
          start: rank.span.start,
          end: mention.name.end,
          expected: [`${usual} ${text.slice(mention.name.start, mention.name.end)}`],
          data: { rank: written, local: written, usual },
        });
        continue;
      }
      if (country?.length !== 2) continue;
      const rows = lexicon.ranks.rows(rank.id, country);
      const row = rows[0];
      if (!row || rows.some(({ name }) => lexicon.ranks.idOf(name) === rank.id)) continue;
      const id = lexicon.ranks.idOf(row.name);
      if (!id) continue;
      const form = rank.form === 'abbreviated' ? (rank.unstopped ? 'british' : 'ap') : 'full';
      const text = at(mention.block)?.parsed.text ?? '';
      report({
        block: mention.block,
        start: rank.span.start,
        end: mention.name.end,
        expected: [`${writeRank(lexicon, id, form)} ${text.slice(mention.name.start, mention.name.end)}`],
        data: { rank: text.slice(rank.span.start, rank.span.end), local: row.local, usual: row.name },
      });
    }
  },
});
