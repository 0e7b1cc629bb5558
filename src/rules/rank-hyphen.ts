import type { RankedMention } from '../people/index.ts';
import { rankedMentions } from '../people/index.ts';
import { defineRule } from './rule.ts';

// Those that are written with a hyphen somewhere; «Field Marshal», «Staff Sergeant» and «Second Lieutenant» never are.
const hyphened = /^(?:Colonel|Lieutenant|Major|Brigadier|Vice|Rear|Counter) (?:General|Colonel|Admiral|Commander)$/;

export default defineRule({
  id: 'rank-hyphen',
  category: 'rank',
  severity: 'warning',
  scope: 'article',
  languages: ['en'],
  about: 'Finds compound ranks with and without a hyphen in one story, or against the style.',
  what: '“{rank}” has {a} hyphen; others {have}',
  why: 'Compound ranks are written in one way; most houses write them without a hyphen.',
  how: 'Write “{expected}”',
  inQuotes: 'ignore',
  options: {
    form: {
      type: 'string',
      default: 'consistent',
      enum: ['consistent', 'open', 'hyphen'],
      description: 'consistent: as most of the story has it; open: never a hyphen; hyphen: always one.',
    },
  },
  examples: [
    {
      bad: 'Major General Rauf Aslan met Lieutenant-General Orhan Demir.',
      good: 'Major General Rauf Aslan met Lieutenant General Orhan Demir.',
    },
    {
      bad: 'Lieutenant-General Orhan Demir spoke.',
      good: 'Lieutenant General Orhan Demir spoke.',
      options: { form: 'open' },
    },
    { good: 'Lieutenant-General Orhan Demir spoke.', note: 'Consistent.' },
    { good: 'Field Marshal John Hill met Major-General Rauf Aslan and Staff Sergeant Alan Price.' },
    { good: 'Air Vice-Marshal John Hill met Major General Rauf Aslan.', note: 'The hyphen is part of the rank.' },
  ],
  check(_facts, { form }, report, article) {
    const compounds = rankedMentions(article.cast()).filter(({ rank }) => {
      const row = article.lexicon.ranks.form(rank.id);
      // Mixed capitals are rank-case's to mend.
      return !rank.wrong && rank.form !== 'mixed' && rank.letterCase !== 'mixed' && row && hyphened.test(row.name);
    });
    // AP shortens what stands in full, which takes the hyphen away.
    const shapes = article.style === 'ap' ? (['abbreviated'] as const) : (['full', 'abbreviated'] as const);
    for (const shape of shapes) {
      const same = compounds.filter(({ rank }) => rank.form === shape && !isInitials(rank.span));
      const tied = same.filter(({ rank }) => rank.hyphenated);
      const open = same.filter(({ rank }) => !rank.hyphenated);
      const house =
        form === 'consistent' && article.style !== 'keep-full' && article.style !== 'any-consistent' ? 'open' : form;
      const wantsHyphen = house === 'hyphen' || (house === 'consistent' && tied.length > open.length);
      const odd = wantsHyphen ? open : tied;
      const right = wantsHyphen ? tied : open;
      if (odd.length === 0 || (house === 'consistent' && right.length === 0)) continue;
      for (const { mention, rank } of odd) {
        const text = article.blocks[mention.block]?.parsed.text ?? '';
        const written = text.slice(rank.span.start, rank.span.end);
        const fixed = wantsHyphen ? written.replace(/\s+/, '-') : written.replace(/(\.?)[-‐‑]/, '$1 ');
        const other = right[0];
        report({
          block: mention.block,
          start: rank.span.start,
          end: mention.name.end,
          expected: [fixed + text.slice(rank.span.end, mention.name.end)],
          safe: right.length > odd.length || house !== 'consistent',
          data: { rank: written, a: wantsHyphen ? 'no' : 'a', have: wantsHyphen ? 'do' : 'don’t' },
          related: other ? [{ block: other.mention.block, span: other.rank.span, message: 'The other form' }] : [],
          group: 'hyphen',
        });
      }
    }
  },
});

// «MG», «LTG» have nothing to hyphenate.
const isInitials = (span: RankedMention['rank']['span']) => span.end - span.start < 5;
