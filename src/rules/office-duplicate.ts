import type { Person, PlacedMention } from '../people/index.ts';
import { orderMentions, TitleMark } from '../people/index.ts';
import type { ArticleContext, BlockContext, Finding } from './rule.ts';
import { defineRule, perBlock } from './rule.ts';

interface Holding {
  person: Person;
  mention: PlacedMention;
  /** The office and its country. */
  key: string;
}

const single =
  /^(?:president|prime-minister|chancellor|minister:.+|chief-of-general-staff|chief-of-defence|prosecutor-general|attorney-general|commander-in-chief|speaker)$/;
const succession =
  /\b(?:former|ex|then|late|acting|interim|outgoing|incoming|new|newly|predecessor|successor|succeed\w*|replac\w*|appoint\w*|nam(?:ed|ing)|nominat\w*|dismiss\w*|resign\w*|elect\w*|designate|was|19\d\d|20[01]\d)\b/i;

const tellsSuccession = perBlock(({ parsed }) => succession.test(parsed.text));

const months = 'january february march april may june july august september october november december'.split(' ');
const written = new RegExp(
  `\\b(?:(\\d{1,2}) (${months.join('|')})|(${months.join('|')}) (\\d{1,2})),? (20\\d\\d)\\b`,
  'i',
);

/** The day of the story, from a date with its year in the first lines: `2026-03-04`. */
function findDay(blocks: readonly BlockContext[]): string | undefined {
  for (const { parsed } of blocks.slice(0, 4)) {
    const head = parsed.text.slice(0, 80);
    const iso = /\b20\d\d-\d\d-\d\d\b/.exec(head)?.[0];
    if (iso) return iso;
    const match = written.exec(head);
    const month = months.indexOf((match?.[2] ?? match?.[3] ?? '').toLowerCase()) + 1;
    if (match && month > 0)
      return `${match[5]}-${String(month).padStart(2, '0')}-${(match[1] ?? match[4] ?? '').padStart(2, '0')}`;
  }
  return undefined;
}

const before = ({ at }: ArticleContext, { block, span }: PlacedMention): string =>
  at(block)?.parsed.text.slice(Math.max(0, span.start - 40), span.end) ?? '';

export default defineRule({
  id: 'office-duplicate',
  category: 'office',
  severity: 'warning',
  scope: 'article',
  languages: ['en'],
  about:
    'Finds two people in one story who hold an office of which a country has one holder at a time. One of the names may be wrong. Where the team’s list tells from when until when somebody holds an office, it also finds one named outside that time.',
  what: '{name} here, {other} on line {line}: one office, two holders',
  why: 'One country has one holder of the office at a time.',
  how: 'Check who holds the office',
  inQuotes: 'ignore',
  options: {},
  examples: [
    {
      bad: 'Turkish Defence Minister Orhan Demir met reporters.\n\nTurkish Defence Minister Kemal Yurt left for Baku.',
    },
    {
      good: 'Turkish Defence Minister Orhan Demir met Azerbaijani Defence Minister Elmar Quliyev.',
      note: 'Two countries.',
    },
    {
      good: 'Turkish Defence Minister Orhan Demir replaced Turkish Defence Minister Kemal Yurt.',
      note: 'A succession.',
    },
    {
      bad: 'BAKU, March 4, 2026 — Defence Minister Orhan Demir met reporters.',
      team: [{ name: 'Orhan Demir', until: '2025-06' }],
    },
    {
      good: 'BAKU, March 4, 2026 — Former Defence Minister Orhan Demir met reporters.',
      team: [{ name: 'Orhan Demir', until: '2025-06' }],
    },
    {
      good: 'BAKU, March 4, 2025 — Defence Minister Orhan Demir met reporters.',
      team: [{ name: 'Orhan Demir', from: '2023', until: '2025-06' }],
    },
    { good: 'Turkish Defence Minister Orhan Demir met former Turkish Defence Minister Kemal Yurt.' },
  ],
  check(_facts, _options, report, article) {
    const day = article.lexicon.people.length > 0 ? findDay(article.blocks()) : undefined;
    if (day)
      for (const { people } of article.circles())
        for (const person of people) {
          const fault = findOutOfOffice(person, day, article);
          if (fault) report(fault);
        }
    if (!(article.titles() & TitleMark.holder)) return;
    const holders = new Map<string, Holding>();
    for (const holding of holdingsIn(article)) {
      const { person, mention, key } = holding;
      const first = holders.get(key);
      if (!first) holders.set(key, holding);
      else if (first.person !== person)
        report({
          block: mention.block,
          start: mention.span.start,
          end: mention.span.end,
          data: { name: person.name, other: first.person.name },
          related: [{ block: first.mention.block, span: first.mention.span, message: 'The other holder' }],
          group: key,
        });
    }
  },
});

/** Where the team's list has a person out of office who is named in it. */
function findOutOfOffice(person: Person, day: string, article: ArticleContext): Finding | undefined {
  const { from, until } = person.team ?? {};
  const late = until !== undefined && until !== '' && until < day.slice(0, until.length);
  const early = from !== undefined && from !== '' && from > day.slice(0, from.length);
  if (!late && !early) return undefined;
  const held = person.mentions.find(
    ({ offices, inQuote }) => !inQuote && offices.some(({ place, cue }) => place === 'before' && !cue),
  );
  if (!held || succession.test(before(article, held))) return undefined;
  return {
    block: held.block,
    start: held.span.start,
    end: held.span.end,
    what: late
      ? 'The team’s list has {name} in office until {date}; the story is of {day}'
      : 'The team’s list has {name} in office from {date}; the story is of {day}',
    data: { name: person.name, date: (late ? until : from) ?? '', day },
  };
}

/** Who holds an office of which there is one, by the people's first mentions. */
function holdingsIn(article: ArticleContext): readonly Holding[] {
  const found: Holding[] = [];
  for (const { people } of article.circles())
    for (const person of people)
      for (const holding of holdingsOf(person)) {
        const there = article.at(holding.mention.block);
        if (!there || !tellsSuccession(there, article)) found.push(holding);
      }
  return found.sort(
    (a, b) =>
      orderMentions(a.person.mentions[0] ?? a.mention, b.person.mentions[0] ?? b.mention) ||
      orderMentions(a.mention, b.mention),
  );
}

const none: readonly Holding[] = [];

// A person whose mentions did not change is the same from check to check.
const holdingsByPerson = new WeakMap<Person, readonly Holding[]>();

function holdingsOf(person: Person): readonly Holding[] {
  if (!(person.titles & TitleMark.holder)) return none;
  let own = holdingsByPerson.get(person);
  if (!own) {
    own = readHoldings(person);
    holdingsByPerson.set(person, own);
  }
  return own;
}

function readHoldings(person: Person): Holding[] {
  const found: Holding[] = [];
  for (const mention of person.mentions) {
    if (mention.inQuote || !mention.given || mention.role === 'headline') continue;
    for (const { id, country, plural, cue } of mention.offices)
      if (country && !plural && !cue && single.test(id)) found.push({ person, mention, key: `${id}/${country}` });
  }
  return found;
}
