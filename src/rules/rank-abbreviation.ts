import type { Span } from '../article/index.ts';
import type { RankedMention, RankUse } from '../people/index.ts';
import { formOfStyle, rankedMentions, rankedOf, seniorRank, TitleMark, writeRank } from '../people/index.ts';
import type { ArticleContext, Finding } from './rule.ts';
import { defineRule, isOfAssociatedPress } from './rule.ts';

export default defineRule({
  id: 'rank-abbreviation',
  category: 'rank',
  severity: 'warning',
  scope: 'person',
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
    { good: 'Petty Officer 2nd Class Bo Roe spoke.', style: 'ap' },
    {
      good: 'Gen. Mark Hill met Lt. Gen. John Reed.\n\nGeneral Hill said little. General Reed nodded.',
      note: 'Spelled out with the surname alone.',
    },
    { good: 'Gen. Mark Hill met the Georgian colonel Irakli Tsereteli.' },
    {
      bad: 'Sgt. Mark Hill spoke. Sergeant Hill left.',
      good: 'Sgt. Mark Hill spoke. Sgt. Hill left.',
      note: 'Of equals the form of AP, where it stands first.',
    },
    {
      bad: 'MACON, Ga. (AP) — Maj. Ann Roe met Capt. Bo Hill. Major Roe spoke. Captain Hill left.',
      good: 'MACON, Ga. (AP) — Maj. Ann Roe met Capt. Bo Hill. Maj. Roe spoke. Capt. Hill left.',
    },
    {
      bad: 'Lt Gen Ann Roe met Maj Gen Bo Hill. Lt. Gen. Roe left.',
      good: 'Lt Gen Ann Roe met Maj Gen Bo Hill. Lt Gen Roe left.',
    },
    { bad: 'Rear Admiral Ann Roe met V. Admiral Mark Hill.', good: 'Rear Admiral Ann Roe met Vice Admiral Mark Hill.' },
    {
      bad: 'Vice Admiral Mark Hill spoke. VADM Hill left.',
      good: 'Vice Admiral Mark Hill spoke. Vice Admiral Hill left.',
    },
    { good: 'Sergeant Rhys Lloyd spoke. Later Sgt Lloyd left.', note: 'As the British press writes the police.' },
    { good: 'Capt. Mark Hill met Petty Officer 2nd Class Bo Roe. Petty Officer Roe left. Capt. Hill stayed.' },
    { good: 'Sergeant Alan Price wrote to WO2 Dean Harris and L/Cpl Mark Bell.', note: 'Never spelled out.' },
    { good: 'US Army Gen. Mark Hill met Marshal John Reed.', note: 'Marshal has no abbreviation.' },
    { good: 'Adm. Mark Hill met Vice Adm. Ann Roe and Commodore Bo Lee.' },
    { good: 'Superintendent Ann Roe runs the schools of the county. Sgt. Mark Hill guards one.' },
  ],
  gist(_facts, _options, article): Gist {
    const { style } = article;
    if (style !== 'keep-full' && style !== 'any-consistent') return { wanted: formOfStyle(style) };
    // Most stories write every rank in full.
    if (!(article.titles() & TitleMark.short)) return { wanted: 'full' };
    const ranked = rankedMentions(article.circles()).filter(({ rank }) => !rank.wrong);
    const compared = ranked.filter((one) => isComparable(one, article));
    const left = article.blocks().some(isOfAssociatedPress) ? compared : leaveSystem(compared);
    const keptApart = left !== compared;
    const full = left.filter(({ rank }) => rank.form === 'full');
    const short = left.filter(({ rank }) => rank.form === 'abbreviated');
    const stopped = short.filter(({ rank }) => !rank.unstopped).length * 2 >= short.length;
    // Of equals the full form, unless AP’s stands first.
    const isFull = short.length === full.length ? !isOfAp(left[0]?.rank) : short.length < full.length;
    const wanted = isFull ? 'full' : stopped ? 'ap' : 'british';
    const isOddStop = ({ rank }: RankedMention) => rank.unstopped === stopped;
    const model = wanted === 'full' ? full[0] : short.find((one) => !isOddStop(one));
    const isMixed = wanted === 'full' ? short.length > 0 : full.length > 0 || short.some(isOddStop);
    const other = isMixed ? model : undefined;
    return { wanted, keptApart, ...(other && { other: { block: other.mention.block, span: other.rank.span } }) };
  },
  check(person, _options, report, article, { wanted, keptApart, other }) {
    const { style } = article;
    const uniform = style === 'keep-full' || style === 'any-consistent';
    if (uniform && !other && !(person.titles & TitleMark.short)) return;
    let later = false;
    for (const one of rankedOf(person)) {
      const { rank, mention } = one;
      if (rank.wrong) continue;
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
        const first = !later;
        later = true;
        if ((!first && style !== 'bbc') || isInStyle(one, article, wanted)) continue;
        if (!first && rank.id !== seniorRank(article.lexicon, rank.id)) continue;
        report(
          say(one, article, wanted, {
            story: '“{rank}” is not this style’s form',
            reason: 'The style writes ranks before names in one form.',
          }),
        );
        continue;
      }
      if (!other || !isComparable(one, article) || (keptApart && isLater(one))) continue;
      const isMixed =
        wanted !== 'full' &&
        rank.form === 'abbreviated' &&
        !isWritten(one, article, wanted) &&
        hasOddStops(one, wanted);
      if (((rank.form === 'full') === (wanted === 'full') || isPressForm(one)) && !isMixed) continue;
      report({
        ...say(one, article, wanted, {
          story: isMixed
            ? '“{rank}” has other full stops than the rank on line {line}'
            : wanted === 'full'
              ? '“{rank}” is abbreviated; ranks are in full from line {line} on'
              : '“{rank}” is in full; ranks are abbreviated from line {line} on',
          reason: 'One story writes ranks in one form.',
        }),
        related: [{ ...other, message: 'The other form' }],
        group: mention.rank?.id ?? '',
      });
    }
  },
});

/** What a story that writes ranks in one form does. */
interface Gist {
  wanted: 'full' | 'ap' | 'british';
  /** Later mentions by surname alone have a form of their own. */
  keptApart?: boolean;
  /** A rank in the form that is wanted, where both forms stand. */
  other?: { block: number; span: Span };
}

const isLater = ({ mention }: RankedMention) => !mention.given && !mention.initials;

const isOfAp = (rank: RankUse | undefined): boolean =>
  rank?.form === 'abbreviated' && !rank.unstopped && !rank.hyphenated;

/** «Lt Gen Hill» among Lt. Gen. and the other way round; «Gen Nakatani» may be a given name, if nothing else shows the rank. */
const hasOddStops = ({ rank, mention, person }: RankedMention, wanted: 'ap' | 'british'): boolean =>
  rank.unstopped !== (wanted === 'british') &&
  (mention.given !== undefined || rankedOf(person).some((one) => one.rank.unstopped !== rank.unstopped));

function isWritten({ rank, mention }: RankedMention, { at, lexicon }: ArticleContext, form: 'ap' | 'british') {
  const written = at(mention.block)?.parsed.text.slice(rank.span.start, rank.span.end);
  return written === writeRank(lexicon, rank.id, form);
}

/** «Sergeant Rhys Lloyd», then «Sgt Lloyd»: how the British press writes the police. */
const isPressForm = (one: RankedMention): boolean =>
  isLater(one) && one.rank.unstopped && /sergeant|constable|inspector|superintendent/.test(one.rank.id);

/**
 * Leaves out later mentions by surname alone where these have a system of their own: «Gen. Mark Hill», then «General Hill»,
 * as The New York Times and Chicago write. Two or more show the system, three the other way round; fewer are slips.
 */
function leaveSystem(ranked: readonly RankedMention[]): readonly RankedMention[] {
  const later = ranked.filter(isLater);
  const [form, ...others] = new Set(later.map(({ rank }) => rank.form));
  if (form === undefined || others.length > 0) return ranked;
  const few = form === 'full' ? 1 : 2;
  const otherwise = new Set(
    ranked.filter((one) => !isLater(one) && one.rank.form !== form).map(({ person }) => person),
  );
  const both = later.filter(({ person }) => otherwise.has(person));
  return both.length > few ? ranked.filter((one) => !isLater(one)) : ranked;
}

/** In small letters it is rank-case's, or a description: «the Turkish general X». */
function isComparable({ rank }: RankedMention, { lexicon }: ArticleContext): boolean {
  const ap = lexicon.ranks.form(rank.id)?.ap;
  // «Petty Officer 2nd Class» is all that is ever shortened.
  if (ap === undefined || ap === lexicon.ranks.form(rank.id)?.name) return false;
  // One of schools or of a park is no officer.
  if (rank.id === 'superintendent' && rank.form === 'full') return false;
  return rank.letterCase !== 'lower' && !/^\p{L}{5}.* Class$/u.test(ap);
}

function isInStyle(
  { rank, mention }: RankedMention,
  { at, lexicon, style }: ArticleContext,
  wanted: 'full' | 'ap' | 'british',
): boolean {
  const written = at(mention.block)?.parsed.text.slice(rank.span.start, rank.span.end);
  if (written === writeRank(lexicon, rank.id, wanted)) return true;
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
  { at, lexicon }: ArticleContext,
  form: 'full' | 'ap' | 'british',
  texts: { story: string; reason: string },
): Finding {
  const text = at(mention.block)?.parsed.text ?? '';
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
