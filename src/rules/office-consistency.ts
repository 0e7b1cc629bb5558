import type { OfficeUse } from '../people/index.ts';
import { findTitles } from '../people/index.ts';
import { defineRule } from './rule.ts';

interface WrittenOffice {
  /** A headline, which drops articles but keeps no other hyphens. */
  heading: boolean;
  office: OfficeUse;
  text: string;
}

interface PlacedOffice extends WrittenOffice {
  block: number;
}

export default defineRule<WrittenOffice>({
  id: 'office-consistency',
  category: 'office',
  severity: 'warning',
  scope: 'article',
  languages: ['en'],
  about: 'Finds two forms of one office in a story.',
  what: '“{actual}” here, “{other}” on line {line}: one office, two forms',
  why: 'A story writes an office in one form.',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {
    article: {
      type: 'string',
      default: 'consistent',
      enum: ['consistent', 'with', 'without'],
      description:
        'Chief of the General Staff (with), Chief of General Staff (without), or as most of the story has it.',
    },
  },
  examples: [
    {
      bad: 'Orhan Demir, Chief of the General Staff of the Armed Forces, met Ivan Petrov, Chief of General Staff of the Armed Forces.',
      good: 'Orhan Demir, Chief of the General Staff of the Armed Forces, met Ivan Petrov, Chief of the General Staff of the Armed Forces.',
    },
    {
      bad: 'The army named a new Chief of Staff.\n\nAnkara thanked the outgoing Chief-of-Staff for his work.',
      good: 'The army named a new Chief of Staff.\n\nAnkara thanked the outgoing Chief of Staff for his work.',
    },
    {
      bad: 'Chief-of-Staff lands in Baku\n\nThe Chief of Staff landed on Monday.',
      good: 'Chief of Staff lands in Baku\n\nThe Chief of Staff landed on Monday.',
    },
    {
      bad: 'Orhan Demir, Chief of General Staff of the Armed Forces, spoke.',
      good: 'Orhan Demir, Chief of the General Staff of the Armed Forces, spoke.',
      options: { article: 'with' },
    },
    { good: 'Chief of General Staff Orhan Demir met Deputy Chief of General Staff Ivan Petrov.' },
    {
      good: 'Chief of General Staff visits Baku\n\nOrhan Demir, Chief of the General Staff of the Armed Forces, landed on Monday.',
      note: 'Headlines drop articles.',
    },
    {
      bad: 'The Chief of the General Staff met the press. Later the Chief of General Staff left.',
      good: 'The Chief of the General Staff met the press. Later the Chief of the General Staff left.',
    },
    { good: 'The Commander-in-Chief spoke.' },
  ],
  collect: ({ parsed, mentions }, _options, { lexicon, vocabulary }) => {
    const heading = parsed.role === 'headline' || parsed.role === 'subhead';
    const named = mentions().flatMap(({ offices }) => offices);
    const alone = findTitles(parsed, lexicon, vocabulary).offices;
    return [...new Set([...named, ...alone])].map((office) => ({
      heading,
      office,
      text: parsed.text.slice(office.head.start, office.head.end),
    }));
  },
  check(facts, { article: wanted }, report, article) {
    const groups = groupVarying(facts, wanted !== 'consistent');
    for (const group of groups.values()) {
      const written = group.filter(({ office, heading }) => !heading && office.article && isFormal(office));
      // Those with a name or a body decide; those alone are asked for once these agree.
      const formal = written.filter(({ office }) => office.place !== 'alone' || office.span.end > office.head.end);
      const agreed = new Set(formal.map(({ office }) => office.article)).size < 2;
      const judged = agreed || wanted !== 'consistent' ? written : formal;
      const votes = (article: string) =>
        (formal.length > 0 ? formal : written).filter(({ office }) => office.article === article).length;
      const addsThe = wanted === 'with' || (wanted === 'consistent' && votes('with') >= votes('without'));
      const withThe = judged.filter(({ office }) => office.article === 'with');
      const without = judged.filter(({ office }) => office.article === 'without');
      const odd = addsThe ? without : withThe;
      const right = addsThe ? withThe : without;
      if (right.length > 0 || wanted !== 'consistent')
        for (const placed of odd)
          say(
            placed,
            right[0],
            addsThe ? placed.text.replace(/\bof /i, 'of the ') : placed.text.replace(/\bof the /i, 'of '),
          );
      const hyphened = group.filter(({ office }) => office.hyphenated);
      const open = group.filter(({ office }) => !office.hyphenated);
      const either = article.lexicon.offices.row(group[0]?.office.id ?? '')?.traits?.includes('either');
      if (open.length > 0 && !either)
        for (const placed of hyphened) say(placed, open[0], placed.text.replace(/[-‐‑]/g, ' '));
    }
    function say({ block, office }: PlacedOffice, other: PlacedOffice | undefined, right: string) {
      report({
        block,
        ...office.head,
        expected: [right],
        data: { other: other?.text ?? right },
        related: other ? [{ block: other.block, span: other.office.head, message: 'The other form' }] : [],
        group: office.id,
      });
    }
  },
});

/** Not «chiefs of general staff»: with a name, with a body, or in capitals. */
const isFormal = ({ place, span, head, plural, letterCase }: OfficeUse): boolean =>
  place !== 'alone' || span.end > head.end || (!plural && letterCase === 'title');

/** All uses of the offices that are not written in one way throughout, in the order of the text. */
function groupVarying(facts: readonly (readonly WrittenOffice[])[], every: boolean): Map<string, PlacedOffice[]> {
  const articles = new Map<string, string>();
  const groups = new Map<string, PlacedOffice[]>();
  for (const list of facts)
    for (const { office } of list) {
      const { id, article, hyphenated } = office;
      if (hyphenated || (article && (every || (articles.get(id) ?? article) !== article))) groups.set(id, []);
      if (article) articles.set(id, article);
    }
  if (groups.size > 0)
    facts.forEach((list, block) => {
      for (const written of list) groups.get(written.office.id)?.push({ ...written, block });
    });
  return groups;
}
