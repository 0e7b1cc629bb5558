import type { Placed } from '../article/index.ts';
import type { BodyCase, Custom, HalfCapital, NamedOffice, OfficeAlone } from './office-capitals/index.ts';
import {
  capitalise,
  collectCapitals,
  findCustom,
  findDriftAlone,
  findLowerOffices,
  findOddBodies,
} from './office-capitals/index.ts';
import { defineRule } from './rule.ts';

type Fact = BodyCase | HalfCapital | NamedOffice | OfficeAlone;

export default defineRule<Fact, Custom | undefined>({
  id: 'office-capitalization',
  category: 'capitalization',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about: 'Finds an office that has capitals in one place of a story and none in another like it.',
  what: 'Capitals of “{actual}” differ from line {line}: {other}',
  why: '{reason}',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {},
  examples: [
    {
      bad: 'Orhan Demir, Chief of the General Staff of Türkiye, arrived.\n\nThe chiefs of the general staff met at noon.',
      good: 'Orhan Demir, Chief of the General Staff of Türkiye, arrived.\n\nThe chiefs of the General Staff met at noon.',
    },
    {
      bad: 'Mark Hill, chairman of the Joint Chiefs of staff, spoke. The Joint Chiefs of Staff met later.',
      good: 'Mark Hill, chairman of the Joint Chiefs of Staff, spoke. The Joint Chiefs of Staff met later.',
    },
    {
      bad: 'Defence Minister Orhan Demir met defence minister Elmar Quliyev.',
      good: 'Defence Minister Orhan Demir met Defence Minister Elmar Quliyev.',
    },
    {
      bad: 'Mark Hill leads Central Command. The head of Central command spoke.',
      good: 'Mark Hill leads Central Command. The head of Central Command spoke.',
    },
    { good: 'The Armed Forces met. Armed forces are costly.', note: 'A sentence begins.' },
    {
      bad: 'Defence Minister Orhan Demir spoke. Defence minister Demir left.',
      good: 'Defence Minister Orhan Demir spoke. Defence Minister Demir left.',
    },
    { bad: 'Reporters asked the finance Minister.', good: 'Reporters asked the finance minister.' },
    {
      bad: 'Then Foreign minister Luc Moreau spoke.',
      good: 'Then Foreign Minister Luc Moreau spoke.',
    },
    {
      bad: 'The letter of Deputy speaker Ida Holm came.',
      good: 'The letter of Deputy Speaker Ida Holm came.',
    },
    {
      bad: 'He met the deputy minister of Justice on Friday.',
      good: 'He met the Deputy Minister of Justice on Friday.',
    },
    {
      bad: 'Public Defender Luc Moreau spoke. Deputy mayor Ida Holm left.',
      good: 'Public Defender Luc Moreau spoke. Deputy Mayor Ida Holm left.',
      note: 'A sentence begins, and the story writes offices before names with capitals.',
    },
    { good: 'Deputy mayor Ida Holm spoke. So did public defender Luc Moreau. Governor Carl Berg left.' },
    { good: 'Mayor Luc Moreau spoke. Deputy mayor Ida Holm left. President Moreau nodded.' },
    {
      bad: 'He met Prosecutor general Ida Holm.',
      good: 'He met Prosecutor General Ida Holm.',
    },
    {
      bad: 'Minister of Health Luc Moreau spoke. Minister of finance Ida Holm left.',
      good: 'Minister of Health Luc Moreau spoke. Minister of Finance Ida Holm left.',
    },
    {
      bad: '“I trust the courts,” prime minister Moreau said.',
      good: '“I trust the courts,” Prime Minister Moreau said.',
    },
    {
      bad: 'Rain fell. crown prince Magnus met the envoys.',
      good: 'Rain fell. Crown Prince Magnus met the envoys.',
    },
    { good: 'The bill of state Sen. Ida Holm passed.' },
    {
      bad: 'Archbishop Vazgen Melkon came. Later archbishop Melkon spoke.',
      good: 'Archbishop Vazgen Melkon came. Later Archbishop Melkon spoke.',
    },
    {
      bad: 'He led talks with president Shirin Karimzoda on Friday.',
      good: 'He led talks with President Shirin Karimzoda on Friday.',
    },
    {
      bad: 'On Friday secretary of Defense Carl Whitmore spoke.',
      good: 'On Friday Secretary of Defense Carl Whitmore spoke.',
    },
    {
      bad: 'Commissioner Ida Holm spoke. The Commissioner was calm. Then the commissioner left.',
      good: 'Commissioner Ida Holm spoke. The commissioner was calm. Then the commissioner left.',
    },
    {
      bad: 'The Coast Guard searched the bay. Later the coast guard left.',
      good: 'The Coast Guard searched the bay. Later the Coast Guard left.',
    },
    {
      bad: 'The Armed Forces of Malta met. Soldiers of the armed forces of Malta left.',
      good: 'The Armed Forces of Malta met. Soldiers of the Armed Forces of Malta left.',
    },
    { good: 'The Armed Forces of Malta met. The Maltese armed forces and the armed forces of Italy are small.' },
    { bad: 'He met the Chief of staff of the army.', good: 'He met the chief of staff of the army.' },
    { good: 'The Italian Coast Guard called. The Libyan Coast Guard and later the coast guard answered.' },
    {
      bad: 'Poland’s foreign minister met envoys. Later Poland’s Foreign Minister left.',
      good: 'Poland’s foreign minister met envoys. Later Poland’s foreign minister left.',
    },
    {
      bad: 'The Prime Minister, Ida Holm, is in Baku. The prime minister will speak at noon.',
      good: 'The prime minister, Ida Holm, is in Baku. The prime minister will speak at noon.',
    },
    { good: 'Poland’s foreign minister met envoys. Norway’s Foreign Minister left.' },
    {
      bad: 'Prime Minister Ida Holm spoke. Deputy prime Minister Moreau left.',
      good: 'Prime Minister Ida Holm spoke. Deputy Prime Minister Moreau left.',
    },
    { good: 'He met club president Luc Moreau, and founder and president Ida Holm.', note: 'Descriptions.' },
    { good: 'The President of the club spoke. The president left.', note: 'Perhaps two people.' },
    { good: 'Foreign minister since May, he met a White House spokesman and the first President of the republic.' },
    {
      good: 'Orhan Demir, Chief of the General Staff of Türkiye, arrived.\n\nThe chief of the General Staff left at noon.',
      note: 'An office without a name may be lower-case.',
    },
    { good: 'A Labour minister and the Labour defence secretary spoke.', note: 'A party.' },
    { good: 'The General Staff met. The general staff of the hotel slept.' },
    { good: 'French president Luc Moreau arrived. President Moreau left at noon.' },
    {
      bad: 'French President Luc Moreau arrived. At noon president Moreau left.',
      good: 'French President Luc Moreau arrived. At noon President Moreau left.',
    },
    { good: 'Defence Minister Orhan Demir arrived. The defence minister left at noon.' },
  ],
  needs: 'office',
  collect: (context, _options, desk) => collectCapitals(context, desk),
  caseOf: (fact) => `${fact.kind} ${fact.kind === 'half' ? '' : fact.kind === 'office' ? fact.key : fact.id}`,
  gist: findCustom,
  check(all, _options, report, article, custom) {
    // A case is of one kind; most name a body or an office without a name once.
    const [{ kind }] = all as readonly [Placed<Fact>];
    if (all.length === 1 && (kind === 'body' || kind === 'alone')) return;
    const read = (block: number, { start, end }: { start: number; end: number }) =>
      article.at(block)?.parsed.text.slice(start, end) ?? '';
    for (const { block, use, id, office, model } of findOddBodies(all.filter((fact) => fact.kind === 'body'))) {
      const span = office?.letterCase === 'lower' && use.letterCase === 'lower' ? office.head : use.span;
      const written = read(block, span);
      const toLower = use.letterCase === 'title';
      const body = read(block, use.span);
      const right =
        read(block, { start: span.start, end: use.span.start }) +
        (toLower ? body.toLowerCase() : capitalise(body)) +
        read(block, { start: use.span.end, end: span.end });
      const all = capitalise(written);
      report({
        block,
        ...span,
        expected: toLower || right === all ? [right] : [right, all],
        data: {
          other: read(model.block, model.use.span),
          reason: 'A body that is named in capitals keeps them through the story.',
        },
        related: [{ block: model.block, span: model.use.span, message: 'The other form' }],
        group: id,
      });
    }
    for (const { block, start, end, expected } of all.filter((fact) => fact.kind === 'half'))
      report({
        block,
        start,
        end,
        expected,
        what: '“{actual}” has half its capitals',
        data: { reason: 'The words of one office have capitals together, or none.' },
      });
    for (const { block, use, phrase, other } of findLowerOffices(
      all.filter((fact) => fact.kind === 'office'),
      article.style,
      custom,
    ))
      report({
        block,
        ...phrase,
        expected: [capitalise(read(block, phrase))],
        ...(other
          ? {
              data: {
                other: read(other.block, other.phrase),
                reason: 'One story writes an office before a name in one way.',
              },
              related: [{ block: other.block, span: other.phrase, message: 'The other form' }],
            }
          : {
              what: '“{actual}” before a name has no capitals',
              data: { reason: 'An office that is the title of a name takes capitals.' },
            }),
        group: use.id,
      });
    for (const { block, use, other } of findDriftAlone(
      all.filter((fact) => fact.kind === 'alone'),
      article.cast,
    )) {
      report({
        block,
        ...use.head,
        expected: [read(block, use.head).toLowerCase()],
        data: {
          other: read(other.block, other.use.head),
          reason: 'One story writes an office without a name in one way.',
        },
        related: [{ block: other.block, span: other.use.head, message: 'The other form' }],
        group: use.id,
      });
    }
  },
});
