import type { OfficeUse, Person, PlacedMention } from '../people/index.ts';
import { defineRule, perBlock } from './rule.ts';

interface Holding {
  person: Person;
  mention: PlacedMention;
  office: OfficeUse;
}

const single =
  /^(?:president|prime-minister|chancellor|minister:.+|chief-of-general-staff|chief-of-defence|prosecutor-general|attorney-general|commander-in-chief|speaker)$/;
const succession =
  /\b(?:former|ex|then|late|acting|interim|outgoing|incoming|new|newly|predecessor|successor|succeed\w*|replac\w*|appoint\w*|nam(?:ed|ing)|nominat\w*|dismiss\w*|resign\w*|elect\w*|designate|was|19\d\d|20[01]\d)\b/i;

const tellsSuccession = perBlock(({ parsed }) => succession.test(parsed.text));

export default defineRule({
  id: 'office-duplicate',
  category: 'office',
  severity: 'warning',
  scope: 'article',
  languages: ['en'],
  about:
    'Finds two people in one story who hold an office of which a country has one holder at a time. One of the names may be wrong.',
  what: 'Two holders of one office: {name} here, {other} on line {line}',
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
    { good: 'Turkish Defence Minister Orhan Demir met former Turkish Defence Minister Kemal Yurt.' },
  ],
  check(_facts, _options, report, article) {
    const holders = new Map<string, Holding>();
    for (const person of article.cast().people)
      for (const mention of person.mentions)
        for (const office of mention.offices) {
          if (!office.country || office.plural || office.cue || mention.inQuote) continue;
          if (!mention.given || mention.role === 'headline') continue;
          if (!single.test(office.id)) continue;
          const there = article.blocks[mention.block];
          if (there && tellsSuccession(there, article)) continue;
          const key = `${office.id}/${office.country}`;
          const first = holders.get(key);
          if (!first) holders.set(key, { person, mention, office });
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
