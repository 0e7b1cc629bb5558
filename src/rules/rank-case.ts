import { textBefore } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Circle } from '../people/index.ts';
import { findTitles, writeRank } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import type { ArticleContext, Finding } from './rule.ts';
import { defineRule } from './rule.ts';

// Before a lower-case rank these make it a description, not a title: «the retired general John Hill».
const describing =
  /(?:\b(?:the|a|an|this|that|his|her|their|its|retired|former|ex|late|then|top|senior|veteran|famous|one|as|and|or)|['’]s|[-–])\s*$/i;
const described = /(?:\b(?:the|a|an|this|that|his|her|their|its|retired|former|ex|late|then)|['’]s|[-–])\s*$/i;
const determiner =
  /(?:^|[\s“"(])(?:the|a|an|this|that|his|her|their) (?:(?:retired|former|senior|serving|late|young|veteran|junior) )?$/i;
const indefinite =
  /(?:^|[\s“"(])(?:a|an|his|her|their) (?:(?:retired|former|senior|serving|late|young|veteran|junior) )?$/i;
const ofService = /^(?:Army|Air Force|Navy) \p{Ll}/u;
const plainNext = /^(?:['’]s)?(?:\s+(?!of\b)\p{Ll}|[,.;:!?)]|\s*$)/u;

export default defineRule<Fact>({
  id: 'rank-case',
  category: 'rank',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about:
    'Finds capitals of ranks that are wrong where they stand: small letters before a name, capitals in running text without one.',
  what: '{story}',
  why: '{reason}',
  how: 'Write “{expected}”',
  inQuotes: 'ignore',
  options: {},
  examples: [
    { bad: 'On Friday colonel Sevda Mammadli spoke.', good: 'On Friday Colonel Sevda Mammadli spoke.' },
    { bad: 'On Friday Major general Rauf Aslan spoke.', good: 'On Friday Major General Rauf Aslan spoke.' },
    {
      bad: 'Colonel Sevda Mammadli spoke. The Colonel left early.',
      good: 'Colonel Sevda Mammadli spoke. The colonel left early.',
    },
    {
      bad: 'Demirel, a Lieutenant General since 2021, spoke.',
      good: 'Demirel, a lieutenant general since 2021, spoke.',
    },
    { bad: 'On Friday Colonel-general Rauf Aslan spoke.', good: 'On Friday Colonel General Rauf Aslan spoke.' },
    {
      bad: 'Major-General Ali Kaya met Colonel-general Rauf Aslan.',
      good: 'Major-General Ali Kaya met Colonel-General Rauf Aslan.',
      note: 'The hyphen stays where the story writes it.',
    },
    { bad: 'On Friday Captain 1st rank Zaur Quliyev spoke.', good: 'On Friday Captain 1st Rank Zaur Quliyev spoke.' },
    { bad: 'On Friday the Colonel-general spoke.', good: 'On Friday the colonel general spoke.' },
    { good: '“The Major General was never late,” she said.', note: 'A quotation.' },
    { good: 'The General Assembly and the Attorney General met.', note: 'Not ranks.' },
    { good: 'The retired general John Hill spoke to England captain Harry Hill.', note: 'Descriptions.' },
    {
      bad: 'Captain Luca Ferran spoke. At noon captain Ferran left.',
      good: 'Captain Luca Ferran spoke. At noon Captain Ferran left.',
    },
    {
      bad: 'Major Ola Lien spoke. Guests and major Lien left.',
      good: 'Major Ola Lien spoke. Guests and Major Lien left.',
    },
    {
      bad: 'Then Major general (ret.) Ivan Lisov spoke.',
      good: 'Then Major General (ret.) Ivan Lisov spoke.',
    },
    { bad: 'The envoy met gen. Orhan Demir on Friday.', good: 'The envoy met Gen. Orhan Demir on Friday.' },
    {
      bad: 'On Friday a retired Colonel, Slobodan Petrović, came to watch.',
      good: 'On Friday a retired colonel, Slobodan Petrović, came to watch.',
    },
    { good: 'The court acquitted an Army general of theft.' },
    { good: 'The Air Force general, who was late, met a Navy admiral.' },
    {
      bad: 'Sergeant Ann Roe spoke. His father is a retired Sergeant with the State Patrol.',
      good: 'Sergeant Ann Roe spoke. His father is a retired sergeant with the State Patrol.',
    },
    { good: 'He was awarded the rank of Major General.' },
  ],
  needs: 'rank',
  collect: (context, _options, { lexicon, vocabulary }) => {
    const { parsed } = context;
    const { text, role } = parsed;
    if (role === 'headline' || role === 'subhead') return [];
    const facts: Fact[] = [];
    for (const { rank, name, text: written, evidence, surname } of context.mentions()) {
      if (rank?.comma && rank.form === 'full' && rank.letterCase === 'title') {
        // «A retired Colonel, Slobodan Petrović»: an aside, no title of the name.
        const { start, end } = rank.span;
        if (indefinite.test(textBefore(text, start)))
          facts.push({
            start,
            end,
            expected: [writeRank(lexicon, rank.id, 'full').toLowerCase()],
            data: {
              story: `“${text.slice(start, end)}” without a name`,
              reason: 'A rank without a name is lower-case.',
            },
          });
        continue;
      }
      if (!rank || rank.plural || rank.wrong || rank.comma) continue;
      if (rank.form !== 'full' && !(rank.form === 'abbreviated' && rank.letterCase === 'lower')) continue;
      if (rank.letterCase === 'title' || rank.letterCase === 'upper' || evidence !== 'title') continue;
      const { start, end } = rank.span;
      const traits = lexicon.ranks.form(rank.id)?.traits ?? [];
      const isLower = rank.letterCase === 'lower';
      if (isLower && (describing.test(textBefore(text, start)) || isAfterCountry(text, start, lexicon))) continue;
      // «Major general (ret.) X»: what stands between stays.
      const near = /^\s+$/.test(text.slice(end, name.start));
      const rest = near ? ` ${written}` : '';
      const right = capitalise(text.slice(start, end));
      facts.push({
        ...beforeName(text, start, end, near ? name.end : end, right + rest),
        ...(rank.hyphenated && rank.letterCase === 'mixed' && { open: right.replace(/[-‐‑]/g, ' ') + rest }),
        // «captain Ferrante» after «Captain Luca Ferrante» is no description.
        ...(isLower && traits.includes('common') && { ifTitled: `${rank.id}/${surname}` }),
      });
    }
    for (const rank of findTitles(parsed, lexicon, vocabulary).ranks) {
      if (rank.plural || rank.wrong || rank.form !== 'full') continue;
      const { start, end } = rank.span;
      if (rank.letterCase === 'lower') {
        // An ordinary word otherwise, so the mention has no rank.
        const named = context.mentions().find(({ name, given }) => name.start === end + 1 && !given);
        if (!named || described.test(textBefore(text, start))) continue;
        const right = `${capitalise(text.slice(start, end))} ${named.text}`;
        facts.push({
          ...beforeName(text, start, end, named.name.end, right),
          ifTitled: `${rank.id}/${named.surname}`,
        });
        continue;
      }
      if (rank.letterCase !== 'title' && rank.letterCase !== 'mixed') continue;
      // «An Army general was tried»: the service, and a general of it.
      if (rank.letterCase === 'mixed' && ofService.test(text.slice(start, end))) continue;
      if (lexicon.ranks.form(rank.id)?.traits?.includes('office')) continue;
      if (!determiner.test(textBefore(text, start)) || !plainNext.test(text.slice(end))) continue;
      facts.push({
        start,
        end,
        expected: [writeRank(lexicon, rank.id, 'full').toLowerCase()],
        data: { story: `“${text.slice(start, end)}” without a name`, reason: 'A rank without a name is lower-case.' },
        ...(!/[\s-]/.test(text.slice(start, end)) && { ifHeld: rank.id }),
      });
    }
    return facts;
  },
  caseOf: ({ ifTitled = '', ifHeld = '', open }) => (open === undefined ? ifTitled + ifHeld : 'hyphens'),
  check(facts, _options, report, article) {
    for (const { ifTitled, ifHeld, open, ...finding } of facts) {
      if (ifTitled !== undefined && !isSome(article, ({ titled }) => titled.has(ifTitled))) continue;
      if (ifHeld !== undefined && !isSome(article, ({ held }) => held.has(ifHeld))) continue;
      if (open === undefined) {
        report(finding);
        continue;
      }
      const { expected = [] } = finding;
      const hyphens = isSome(article, (ranks) => ranks.tied) && !isSome(article, (ranks) => ranks.open);
      report({ ...finding, expected: hyphens ? [...expected, open] : [open, ...expected] });
    }
  },
});

/** A finding, and what the rest of the story must hold for it to stand. */
interface Fact extends Finding {
  /** Somebody of this `rank/surname` has it in capitals. */
  ifTitled?: string;
  /** Somebody holds this rank. */
  ifHeld?: string;
  /** The form without hyphens, which comes first unless the story writes them. */
  open?: string;
}

const beforeName = (text: string, start: number, end: number, until: number, right: string): Finding => ({
  start,
  end: until,
  expected: [right],
  safe: false,
  data: { story: `“${text.slice(start, end)}” before a name`, reason: 'A rank before a name takes capitals.' },
});

/** The ranks of a circle. */
interface Ranks {
  titled: ReadonlySet<string>;
  held: ReadonlySet<string>;
  /** Ranks of two words stand with a hyphen, without one. */
  tied: boolean;
  open: boolean;
}

function isSome(article: ArticleContext, test: (ranks: Ranks) => boolean): boolean {
  for (const circle of article.circles()) if (test(ranksOf(circle))) return true;
  return false;
}

// A circle that did not change is the same from check to check.
const ranksByCircle = new WeakMap<Circle, Ranks>();

function ranksOf(circle: Circle): Ranks {
  const known = ranksByCircle.get(circle);
  if (known) return known;
  const titled = new Set<string>();
  const held = new Set<string>();
  let tied = false;
  let open = false;
  for (const { mentions } of circle.people)
    for (const { rank, surname } of mentions) {
      if (!rank) continue;
      held.add(rank.id);
      if (rank.letterCase !== 'title') continue;
      titled.add(`${rank.id}/${surname}`);
      tied ||= rank.hyphenated;
      open ||= !rank.hyphenated && rank.form === 'full' && rank.id.includes('-');
    }
  const ranks = { titled, held, tied, open };
  ranksByCircle.set(circle, ranks);
  return ranks;
}

/** «the Turkish general X», «US general X»: a country makes the rank a description. */
function isAfterCountry(text: string, start: number, { offices }: Lexicon): boolean {
  const word = /(\p{Lu}[\p{L}.]*)\s+$/u.exec(textBefore(text, start, 60))?.[1];
  return (
    word !== undefined &&
    offices.countries.longest((i) => (i === 0 ? foldWord(word.replaceAll('.', '')) : undefined), 0) !== undefined
  );
}

const capitalise = (rank: string) =>
  rank.replace(/(?<![\p{L}\d])\p{L}+/gu, (word) =>
    /^(?:of|the)$/i.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
