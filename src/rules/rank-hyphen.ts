import { isInside } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Person, RankUse } from '../people/index.ts';
import { findTitles, rankedOf, TitleMark, writeRank } from '../people/index.ts';
import type { ArticleContext } from './rule.ts';
import { defineRule } from './rule.ts';

// Those that are written with a hyphen somewhere; «Field Marshal», «Staff Sergeant» and «Second Lieutenant» never are.
const hyphened =
  /^(?:Colonel|Lieutenant|Major|Brigadier|Vice|Rear|Counter) (?:General|Colonel|Admiral|Commander)$|^(?:Inspector|Director) General/;

interface Written {
  rank: RankUse;
  /** Where what the fix rewrites ends: with the name, where one stands there. */
  end: number;
}

export default defineRule<Written>({
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
    {
      bad: 'Lt. Gen. Rauf Aslan met Lt-Gen Orhan Demir. Lt. Gen. Aslan left.',
      good: 'Lt. Gen. Rauf Aslan met Lt. Gen. Orhan Demir. Lt. Gen. Aslan left.',
    },
    { good: 'Lieutenant-General Orhan Demir spoke.', note: 'Consistent.' },
    {
      bad: 'Inspector General of Police Ida Holm spoke. Inspector-General of Police Holm left. Inspector General of Police Holm returned.',
      good: 'Inspector General of Police Ida Holm spoke. Inspector General of Police Holm left. Inspector General of Police Holm returned.',
    },
    {
      good: 'Inspector-General of Police Ida Holm met Major General Rauf Aslan.',
      note: 'The police have their own way.',
    },
    { good: 'Field Marshal John Hill met Major-General Rauf Aslan and Staff Sergeant Alan Price.' },
    {
      bad: 'Brigadier General Rauf Aslan was there. So were the Brigadier-Generals Ali Kaya and Orhan Demir.',
      good: 'Brigadier General Rauf Aslan was there. So were the Brigadier Generals Ali Kaya and Orhan Demir.',
    },
    { good: 'Air Vice-Marshal John Hill met Major General Rauf Aslan.', note: 'The hyphen is part of the rank.' },
  ],
  needs: 'rank',
  // Ranks of several people, and of nobody named.
  collect(context, _options, { lexicon, vocabulary }) {
    const { parsed } = context;
    if (parsed.role === 'headline' || parsed.role === 'subhead') return [];
    const ofSeveral = context.mentions().flatMap(({ rank }) => (rank?.plural ? [rank] : []));
    const alone = findTitles(parsed, lexicon, vocabulary).ranks;
    if (ofSeveral.length + alone.length === 0) return [];
    return [...new Set([...ofSeveral, ...alone])]
      .filter((rank) => isCompound(rank, lexicon) && !isInside(parsed.quotes, rank.span.start))
      .map((rank) => ({ rank, end: rank.span.end }));
  },
  check(facts, { form }, report, article) {
    // Most stories tie no rank, and need no count of those that could be.
    if (form !== 'hyphen' && !facts.some(isTied) && !someTied(article)) return;
    const named = findNamed(article).sort((a, b) => a.block - b.block || a.rank.span.start - b.rank.span.start);
    const compounds = [...named, ...facts];
    // AP shortens what stands in full, which takes the hyphen away.
    const shapes = article.style === 'ap' ? (['abbreviated'] as const) : (['full', 'abbreviated'] as const);
    const kinds = shapes.flatMap((shape) => [false, true].map((police) => ({ shape, police })));
    for (const { shape, police } of kinds) {
      const same = compounds.filter(
        ({ rank }) => rank.form === shape && isOfPolice(rank) === police && !isInitials(rank),
      );
      const tied = same.filter(isTied);
      const open = same.filter(({ rank }) => !rank.hyphenated);
      const house =
        form === 'consistent' && article.style !== 'keep-full' && article.style !== 'any-consistent' ? 'open' : form;
      const wantsHyphen =
        house === 'hyphen' ||
        (house === 'consistent' &&
          (tied.length > open.length || (police && tied.length === open.length && same[0]?.rank.hyphenated === true)));
      const odd = wantsHyphen ? open : tied;
      const right = wantsHyphen ? tied : open;
      if (odd.length === 0 || (house === 'consistent' && right.length === 0)) continue;
      for (const { block, rank, end } of odd) {
        const text = article.at(block)?.parsed.text ?? '';
        const written = text.slice(rank.span.start, rank.span.end);
        const other = right[0];
        // «Lt-Gen» among «Lt. Gen.» lacks the stops too.
        const restyled =
          !wantsHyphen && other && shape === 'abbreviated' && other.rank.unstopped !== rank.unstopped
            ? writeRank(article.lexicon, rank.id, other.rank.unstopped ? 'british' : 'ap')
            : undefined;
        const fixed = restyled ?? (wantsHyphen ? written.replace(/\s+/, '-') : written.replace(/(\.?)[-‐‑]/, '$1 '));
        report({
          block,
          start: rank.span.start,
          end,
          expected: [fixed + text.slice(rank.span.end, end)],
          safe: right.length > odd.length || house !== 'consistent',
          data: { rank: written, a: wantsHyphen ? 'no' : 'a', have: wantsHyphen ? 'do' : 'don’t' },
          related: other ? [{ block: other.block, span: other.rank.span, message: 'The other form' }] : [],
          group: 'hyphen',
        });
      }
    }
  },
});

/** A rank of two words that some houses tie with a hyphen. */
function isCompound({ id, wrong, form, letterCase }: RankUse, { ranks }: Lexicon): boolean {
  // Mixed capitals are rank-case's to mend.
  return !wrong && form !== 'mixed' && letterCase !== 'mixed' && hyphened.test(ranks.form(id)?.name ?? '');
}

const isTied = ({ rank }: Written): boolean => rank.hyphenated;

// «Inspector-General of Police» beside «Major General»: the police have a custom of their own.
const isOfPolice = ({ id }: RankUse): boolean => id.endsWith('-of-police');

// «MG», «LTG» have nothing to hyphenate.
const isInitials = ({ span }: RankUse) => span.end - span.start < 5;

type PlacedRank = Written & { block: number };

function findNamed({ circles, lexicon }: ArticleContext): PlacedRank[] {
  const found: PlacedRank[] = [];
  for (const { people } of circles())
    for (const person of people) for (const one of compoundsOf(person, lexicon)) found.push(one);
  return found;
}

function someTied({ circles, titles, lexicon }: ArticleContext): boolean {
  if (!(titles() & TitleMark.hyphen)) return false;
  for (const { people } of circles())
    for (const person of people)
      if (person.titles & TitleMark.hyphen && compoundsOf(person, lexicon).some(isTied)) return true;
  return false;
}

const compoundsOf = (person: Person, lexicon: Lexicon): readonly PlacedRank[] =>
  rankedOf(person)
    .filter(({ rank }) => isCompound(rank, lexicon))
    .map(({ rank, mention }) => ({ rank, end: mention.name.end, block: mention.block }));
