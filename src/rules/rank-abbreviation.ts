import type { RankedMention } from '../people/index.ts';
import { formOfStyle, rankedMentions, seniorRank, writeRank } from '../people/index.ts';
import type { ArticleContext, Finding } from './rule.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'rank-abbreviation',
  category: 'rank',
  severity: 'warning',
  scope: 'article',
  languages: ['en'],
  about:
    'Finds ranks that are shortened where the style writes them in full, written in full where it shortens them, or shortened by half.',
  what: '{story}',
  why: '{reason}',
  how: 'Write “{expected}”',
  inQuotes: 'ignore',
  options: {},
  examples: [
    {
      bad: 'Maj. General Rauf Aslan met Colonel Sevda Mammadli.',
      good: 'Major General Rauf Aslan met Colonel Sevda Mammadli.',
      note: 'Half abbreviated.',
    },
    {
      bad: 'Major General Rauf Aslan met Brigadier General Orhan Demir.\n\nCol. Sevda Mammadli took notes.',
      good: 'Major General Rauf Aslan met Brigadier General Orhan Demir.\n\nColonel Sevda Mammadli took notes.',
    },
    {
      bad: 'Gen. Mark Hill met Lt. Gen. John Reed and Admiral Paul West.',
      good: 'Gen. Mark Hill met Lt. Gen. John Reed and Adm. Paul West.',
    },
    {
      bad: 'Major General Rauf Aslan spoke.',
      good: 'Maj. Gen. Rauf Aslan spoke.',
      style: 'ap',
    },
    { bad: 'Maj. Gen. Mark Hill spoke.', good: 'Maj Gen Mark Hill spoke.', style: 'guardian' },
    { bad: 'Maj. Gen. Mark Hill spoke.', good: 'Major General Mark Hill spoke.', style: 'reuters' },
    { good: 'Maj. Gen. Mark Hill spoke.\n\n“Major General Hill is right,” she said.', note: 'A quotation.' },
    { good: 'Maj. Gen. Mark Hill spoke.', style: 'ap' },
    {
      good: 'Gen. Mark Hill met Lt. Gen. John Reed.\n\nGeneral Hill said little. General Reed nodded.',
      note: 'Spelled out with the surname alone.',
    },
    { good: 'Gen. Mark Hill met the Georgian colonel Irakli Tsereteli.' },
    { good: 'Sergeant Alan Price wrote to WO2 Dean Harris and L/Cpl Mark Bell.', note: 'Never spelled out.' },
    { good: 'US Army Gen. Mark Hill met Marshal John Reed.', note: 'Marshal has no abbreviation.' },
  ],
  check(_facts, _options, report, article) {
    const ranked = rankedMentions(article.cast()).filter(({ rank }) => !rank.wrong);
    const { style } = article;
    const uniform = style === 'keep-full' || style === 'any-consistent';
    // Most stories write every rank in full.
    if (uniform && ranked.every(({ rank }) => rank.form === 'full')) return;
    const compared = uniform ? leaveSystem(ranked.filter((one) => isComparable(one, article))) : [];
    const comparable = new Set(compared);
    const full = compared.filter(({ rank }) => rank.form === 'full');
    const short = (uniform ? compared : ranked).filter(({ rank }) => rank.form === 'abbreviated');
    const stopped = short.filter(({ rank }) => !rank.unstopped).length * 2 >= short.length;
    const shortForm = stopped ? 'ap' : 'british';
    const wanted = uniform ? (short.length > full.length ? shortForm : 'full') : formOfStyle(style);
    const introduced = new Set<RankedMention['person']>();
    for (const one of ranked) {
      const { rank, mention } = one;
      if (rank.form === 'mixed') {
        report(
          say(one, article, wanted, {
            story: 'A rank half abbreviated: “{rank}”',
            reason: 'A rank stands in full or is abbreviated throughout.',
          }),
        );
        continue;
      }
      if (!uniform) {
        // What a style says of later mentions is rank-consistency's to tell.
        const later = introduced.has(one.person);
        introduced.add(one.person);
        if ((later && style !== 'bbc') || isInStyle(one, article, wanted)) continue;
        if (later && rank.id !== seniorRank(article.lexicon, rank.id)) continue;
        report(
          say(one, article, wanted, {
            story: '“{rank}” is not this style’s form',
            reason: 'The style writes ranks before names in one form.',
          }),
        );
        continue;
      }
      if (full.length === 0 || short.length === 0 || !comparable.has(one)) continue;
      if ((rank.form === 'full') === (wanted === 'full')) continue;
      const other = (wanted === 'full' ? full : short)[0];
      if (!other) continue;
      report({
        ...say(one, article, wanted, {
          story:
            wanted === 'full'
              ? '“{rank}” is abbreviated; ranks are in full from line {line} on'
              : '“{rank}” is in full; ranks are abbreviated from line {line} on',
          reason: 'One story writes ranks in one form.',
        }),
        related: [{ block: other.mention.block, span: other.rank.span, message: 'The other form' }],
        group: mention.rank?.id ?? '',
      });
    }
  },
});

/**
 * Leaves out later mentions by surname alone where these have a system of their own: «Gen. Mark Hill», then «General Hill»,
 * as The New York Times and Chicago write, or the other way round. Two or more show the system; one is a slip.
 */
function leaveSystem(ranked: readonly RankedMention[]): readonly RankedMention[] {
  const later = ranked.filter(({ mention }) => !mention.given && !mention.initials);
  const forms = new Set(later.map(({ rank }) => rank.form));
  return later.length > 1 && forms.size === 1 ? ranked.filter((one) => !later.includes(one)) : ranked;
}

/** In small letters it is rank-case's, or a description: «the Turkish general X». */
function isComparable({ rank }: RankedMention, { lexicon }: ArticleContext): boolean {
  return rank.letterCase !== 'lower' && lexicon.ranks.form(rank.id)?.ap !== undefined;
}

function isInStyle(
  { rank, mention }: RankedMention,
  { lexicon, style }: ArticleContext,
  wanted: 'full' | 'ap' | 'british',
): boolean {
  if (wanted === 'full') return rank.form === 'full';
  // AP and the British papers shorten before a full name; the British may also spell out.
  if (rank.form === 'full')
    return (
      wanted === 'british' ||
      !mention.given ||
      writeRank(lexicon, rank.id, wanted) === writeRank(lexicon, rank.id, 'full')
    );
  return style === 'ap' ? !rank.unstopped && !rank.hyphenated : rank.unstopped && !rank.hyphenated;
}

function say(
  { rank, mention }: RankedMention,
  { blocks, lexicon }: ArticleContext,
  form: 'full' | 'ap' | 'british',
  texts: { story: string; reason: string },
): Finding {
  const text = blocks[mention.block]?.parsed.text ?? '';
  const written = text.slice(rank.span.start, rank.span.end);
  return {
    block: mention.block,
    start: rank.span.start,
    end: mention.name.end,
    what: texts.story,
    why: texts.reason,
    expected: [`${writeRank(lexicon, rank.id, form)} ${text.slice(mention.name.start, mention.name.end)}`],
    data: { rank: written },
  };
}
