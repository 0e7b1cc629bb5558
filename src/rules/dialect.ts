import type { Placed } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import { isCapitalised, isInside, TokenKind, tokenText } from '../language/index.ts';
import type { DialectWord } from '../lexicon/index.ts';
import { countSigns, sentenceAt, weigh } from './country-signs/index.ts';
import type { ArticleContext } from './rule.ts';
import { defineRule, perBlock, perCase, perWord } from './rule.ts';

interface Use {
  start: number;
  end: number;
  text: string;
  /** In small letters, without the -s of a plural. */
  singular: string;
  word: DialectWord;
  /** What it tells of the story's English; 0 inside proper names. */
  weight: number;
  /** «Labor Party»: a fault where the story names the Labour of Britain. */
  party: boolean;
  block?: number;
}

const names = { 'en-GB': 'British', 'en-US': 'American' } as const;

/** Which English the story is in. */
interface Gist {
  country: 'en-GB' | 'en-US' | undefined;
  /** The configuration says so, not the story. */
  told: boolean;
  flagsIze: boolean;
  /** British words whose American twins are British words too, as far as the story has them: «programme». */
  twins: readonly string[];
  /** The story is British beyond doubt: a program in it is a computer’s. */
  sure: boolean;
  /** The story names Labour, the party, or speaks of labour. */
  labour: boolean;
  example: (Pick<Use, 'start' | 'end' | 'text'> & { block: number }) | undefined;
}

export default defineRule<Use, Gist>({
  id: 'dialect',
  category: 'dialect',
  severity: 'warning',
  scope: 'case',
  languages: ['en'],
  about:
    'Finds American spellings in a British story and British ones in an American story. Which English a story is in is taken from the configuration, or else from the story itself.',
  what: '“{actual}” is {dialect} spelling; the story is {other}: “{example}” (line {line})',
  why: 'A story keeps to one English. Names of institutions keep their own spelling.',
  how: 'Change to “{expected}”',
  inQuotes: 'ignore',
  options: {
    variant: {
      type: 'string',
      default: 'auto',
      enum: ['auto', 'en-GB', 'en-US'],
      description:
        'The English that the house writes; `auto` takes the configured language, or what most of the story is in.',
    },
    ize: {
      type: 'boolean',
      default: false,
      description: 'In British copy flag -ize as well, which Oxford style writes.',
    },
  },
  examples: [
    {
      bad: 'The colours of the harbour pleased the neighbours, and the center was repainted.',
      good: 'The colours of the harbour pleased the neighbours, and the centre was repainted.',
    },
    {
      bad: 'The guard of honor saluted. The labor union, favoring peace, wrote to the Minister of Defence of Georgia.',
      good: 'The guard of honor saluted. The labor union, favoring peace, wrote to the Minister of Defense of Georgia.',
    },
    {
      bad: 'The centre opened on Monday.',
      good: 'The center opened on Monday.',
      options: { variant: 'en-US' },
    },
    { good: 'The centre organized a programme and realized its colourful plan.', note: '-ize is Oxford British too' },
    { good: 'Labour leaders in Pearl Harbor toured the neighbourhood and the World Trade Center, honouring the dead.' },
    { good: 'The center praised its neighbors. The U.K. Ministry of Defence thanked the Labour Party.' },
    {
      good: 'The centre honours its neighbours. “My favorite color is gray, and labor is dear,” he said.',
      note: 'A speaker keeps their own English.',
    },
    {
      bad: 'Scotland Yard seized a lorry near the harbor.',
      good: 'Scotland Yard seized a lorry near the harbour.',
      note: 'Bodies and words of one country tell where few spellings do.',
    },
    {
      bad: 'WASHINGTON — The Pentagon closed a harbour on Friday.',
      good: 'WASHINGTON — The Pentagon closed a harbor on Friday.',
    },
    {
      bad: 'The programme of the harbour began. The program is new. A computer program helps.',
      good: 'The programme of the harbour began. The programme is new. A computer program helps.',
    },
    {
      bad: 'The centre of the harbour was calm. A security program begins in spring.',
      good: 'The centre of the harbour was calm. A security programme begins in spring.',
    },
    { good: 'The centre of the harbour was calm. A program on her laptop counted ships.' },
    { good: 'The software centre of the harbour was calm. A program runs. Its colour is grey.' },
    { good: 'SYDNEY — The centre of the harbour was calm. A security program begins in spring.' },
    {
      bad: 'Labour MPs left the centre. A Labor Party spokesman praised its colours.',
      good: 'Labour MPs left the centre. A Labour Party spokesman praised its colours.',
    },
    { good: 'CANBERRA — The centre held; Labor leaders spoke. New Zealand Labour leaders watched with favour.' },
    { good: 'Labour MPs left the centre. Israel’s Labor Party praised its colours.' },
    {
      bad: 'The program of the harbor began. The Defence Department paid.',
      good: 'The program of the harbor began. The Defense Department paid.',
    },
    { good: 'The program of the harbor began. The British Defence Secretary paid.' },
    { good: 'The centre has a harbor.', note: 'One against one.' },
    { good: 'The colours faded at the National Defense University, a favourite of visitors.' },
  ],
  words:
    ({ lexicon: { dialect } }) =>
    (_word, folded) =>
      isOneWord.test(folded) ? dialect.has(folded) : splitParts(folded).some((part) => dialect.has(part)),
  collect({ parsed }, _options, desk, words) {
    const uses: Use[] = [];
    if (parsed.role === 'quote') return uses;
    const { lexicon } = desk;
    const { tokens } = parsed;
    const parts = partsOf(desk);
    for (let k = 0; k < words.length; k++) {
      const i = words[k] ?? 0;
      if (tokens.kind[i] !== TokenKind.word) continue;
      let start = tokens.start[i] ?? 0;
      if (isInside(parsed.quotes, start)) continue;
      for (const { part, word } of parts(tokens.word[i] ?? 0)) {
        const end = start + part.length;
        const text = parsed.text.slice(start, end);
        if (word && text.toLowerCase() === part && !(word.beside && isOtherWord(parsed, i, text)))
          uses.push({
            start,
            end,
            text,
            singular: singular(text),
            word,
            weight: weigh(parsed, i, word, text, lexicon),
            party: text === 'Labor' && isParty(parsed, i),
            block: undefined,
          });
        start = end + 1;
      }
    }
    return uses;
  },
  caseOf: ({ word, text }) => `${word.country}:${text.toLowerCase()}`,
  gist(cases, options, article) {
    const told = spellingOf(String(options.variant)) ?? spellingOf(article.language);
    const spellings: Spelling[] = [];
    for (const uses of cases) spellings.push(readSpelling(uses));
    const counts = countUses(spellings);
    const { ise, ize } = counts;
    // Canada writes both: colour, organize.
    const mixes = !told && article.language === 'en-CA';
    const country = spellings.length === 0 || mixes ? undefined : (told ?? findMajority(spellings, counts, article));
    const flagsIze = options.ize === true || (!told && ise > 0 && ise >= ize);
    const twins = findTwins(spellings);
    const sure =
      country === 'en-GB' &&
      spellings.some(({ word }) => word.beside && word.country === 'en-US') &&
      (told !== undefined || isSure(spellings, article)) &&
      !article.blocks().some((context) => ofComputing(context, article));
    const labour =
      country === 'en-GB' &&
      spellings.some(({ text }) => text === 'labour') &&
      !article.blocks().some((context) => namesOtherParties(context, article));
    const example = country && findExample(spellings, country);
    return { country, told: told !== undefined, flagsIze, twins, sure, labour, example };
  },
  check(uses, _options, report, _article, { country, told, flagsIze, twins, sure, labour, example }) {
    if (!country) return;
    for (const use of uses) {
      if (use.word.country === country) continue;
      if (use.word.beside) {
        if (!sure && !twins.includes(singular(use.word.twin))) continue;
      } else if (use.weight === 0 && !(labour && use.party)) continue;
      if (isIze(use) && !flagsIze) continue;
      report({
        block: use.block,
        start: use.start,
        end: use.end,
        expected: [matchCase(use.word.twin, use.text)],
        safe: told && !use.word.beside && !isCapitalised(use.text),
        data: { dialect: names[use.word.country], other: names[country], example: example?.text ?? '' },
        ...(told && { what: '“{actual}” is {dialect} spelling; the house writes {other}' }),
        ...(!told && !example && { what: '“{actual}” is {dialect} spelling; the story is {other}' }),
        related: example
          ? [{ block: example.block, span: example, message: 'Here the story is {other}: “{example}”' }]
          : [],
        group: `${use.word.country}:${use.text.toLowerCase()}`,
      });
    }
  },
});

const singular = (word: string) => word.toLowerCase().replace(/s$/, '');

/** All uses of one spelling, the case of this rule. */
interface Spelling extends Pick<Use, 'singular' | 'word'> {
  /** In small letters. */
  text: string;
  uses: number;
  /** How many of them tell anything of the story's English, and what all tell. */
  counted: number;
  weight: number;
  /** One of them is a common word. */
  common: boolean;
  /** The first that tells anything. */
  telling: Placed<Use> | undefined;
}

const readSpelling = perCase((uses: readonly Placed<Use>[]): Spelling => {
  const [{ text, singular, word }] = uses as readonly [Placed<Use>];
  let [counted, weight] = [0, 0];
  for (const use of uses) {
    if (use.weight > 0) counted++;
    weight += use.weight;
  }
  return {
    text: text.toLowerCase(),
    singular,
    word,
    uses: uses.length,
    counted,
    weight,
    common: uses.some((use) => use.weight === 1),
    telling: uses.find((use) => use.weight > 0),
  };
});

/** British words of the story whose American twins it has as well, though these are British in another sense. */
function findTwins(spellings: readonly Spelling[]): string[] {
  const beside = new Set<string>();
  for (const { word } of spellings) if (word.beside) beside.add(singular(word.twin));
  if (beside.size === 0) return [];
  const british = new Set<string>();
  for (const { singular, telling } of spellings) if (telling) british.add(singular);
  return [...beside].filter((word) => british.has(word)).sort();
}

const otherParties = /\b(?:Australia|Canberra|Sydney|Israel|Norw|Dutch|Netherlands|Department|Zealand|Malt)/;

const namesOtherParties = perBlock(({ parsed }) => otherParties.test(parsed.text));

/** The party of Britain, by what follows it. */
const isParty = (parsed: ParsedBlock, index: number): boolean =>
  /^(?:Party|MPs?|peers?|leaders?|leadership|governments?|ministers?|councillors?|voters?|conference|manifesto)(?:['’]s?)?$/.test(
    tokenText(parsed, index + 1),
  );

const australian = /\b(?:Australian?s?|Canberra|Sydney|Melbourne|Brisbane|Canadian?s?|Ottawa|Toronto)\b/i;

/** Several British spellings, none of America’s, and no country whose English has programs. */
function isSure(spellings: readonly Spelling[], article: ArticleContext): boolean {
  if (spellings.filter(({ word, common }) => word.country === 'en-GB' && common).length < 2) return false;
  const american = spellings.some((one) => one.word.country === 'en-US' && one.telling && !isIze(one));
  return !american && !article.blocks().some((context) => namesAustralia(context, article));
}

const namesAustralia = perBlock(({ parsed }) => australian.test(parsed.text));

/** What a story of computers speaks of: all its programs may be a computer’s. */
const computing =
  /\b(?:software|comput(?:er|ing)s?|source code|algorithms?|compil(?:er|ed|es?)|command[- ]lines?|install(?:ed|s|er|ing)?|executables?|scripts?|libraries|malware|hack(?:ers?|ed))\b/i;

const ofComputing = perBlock(({ parsed }) => computing.test(parsed.text));

/** A computer’s program, or a name. */
const isOtherWord = (parsed: ParsedBlock, index: number, text: string): boolean =>
  isCapitalised(text) ||
  /\b(?:comput|software|code|coding|algorithm|digital|apps?\b|data|install|download|website|laptop|cyber|hack|virus|malware|chatbot|AI\b)/i.test(
    sentenceAt(parsed, index),
  );

/** The first word of the story in the English of a country. */
function findExample(spellings: readonly Spelling[], country: string): Gist['example'] {
  const use = findFirst(spellings, (one) => one.word.country === country && !isIze(one));
  return use && { block: use.block, start: use.start, end: use.end, text: use.text };
}

/** The first word of the story that tells anything, of some spellings. */
function findFirst(spellings: readonly Spelling[], holds: (spelling: Spelling) => boolean): Placed<Use> | undefined {
  let first: Placed<Use> | undefined;
  for (const spelling of spellings) {
    const { telling } = spelling;
    if (!telling || !holds(spelling)) continue;
    if (!first || telling.block < first.block || (telling.block === first.block && telling.start < first.start))
      first = telling;
  }
  return first;
}

/** The spelling of a country that was named; undefined where it mixes both, or none was. */
function spellingOf(tag: string): 'en-GB' | 'en-US' | undefined {
  if (tag === 'en-US') return tag;
  return /^en-(?:AU|GB|IE|NZ|ZA)$/.test(tag) ? 'en-GB' : undefined;
}

/** The parts of a compound, without the possessive ending. */
const splitParts = (folded: string) => folded.replace(/'s$/, '').split('-');

const isOneWord = /^[^-']*$/;

/** The parts of a compound, and what the spelling of each tells. */
const partsOf = perWord((_word, folded, { lexicon }) =>
  splitParts(folded).map((part) => ({ part, word: lexicon.dialect.get(part) })),
);

const isIze = ({ word }: Pick<Use, 'word'>) => word.oxford && word.country === 'en-US';

/** What is counted of all uses. */
interface Counts {
  'en-GB': number;
  'en-US': number;
  ise: number;
  ize: number;
}

function countUses(spellings: readonly Spelling[]): Counts {
  const count: Counts = { 'en-GB': 0, 'en-US': 0, ise: 0, ize: 0 };
  for (const spelling of spellings) {
    const { word, weight, uses } = spelling;
    const isOxford = isIze(spelling);
    count[word.country] += isOxford ? weight / 4 : weight;
    if (isOxford) count.ize += uses;
    if (word.oxford && word.country === 'en-GB') count.ise += spelling.counted;
  }
  return count;
}

/** What one sign counts beside a spelling, how many count, and by how much one English must lead. */
const signWeight = 0.75;
const mostSigns = 3;
const leastLead = 0.5;

/**
 * Which English most of the story is in; of equals none, unless one word stands in both spellings: then the first one's.
 * Undefined too where it is one in which no spelling of the story is a fault.
 */
function findMajority(
  spellings: readonly Spelling[],
  counts: Counts,
  article: ArticleContext,
): 'en-GB' | 'en-US' | undefined {
  const votes = { 'en-GB': counts['en-GB'], 'en-US': counts['en-US'] };
  const finds = { 'en-GB': findsFault('en-GB', spellings), 'en-US': findsFault('en-US', spellings) };
  if (!finds['en-GB'] && !finds['en-US']) return undefined;
  // Only where few spellings speak are the country's own bodies and words asked: first those of one that finds faults.
  const isClose = Math.abs(votes['en-GB'] - votes['en-US']) < leastLead + mostSigns * signWeight;
  if (isClose && votes['en-GB'] + votes['en-US'] < 6)
    for (const tag of finds['en-GB'] ? (['en-GB', 'en-US'] as const) : (['en-US', 'en-GB'] as const)) {
      const other = tag === 'en-GB' ? 'en-US' : 'en-GB';
      if (!finds[tag] && votes[other] - votes[tag] < leastLead) return undefined;
      votes[tag] += Math.min(countSigns(article, tag), mostSigns) * signWeight;
    }
  const lead = votes['en-GB'] - votes['en-US'];
  if (Math.abs(lead) >= leastLead) return lead > 0 ? 'en-GB' : 'en-US';
  const written = new Set<string>();
  for (const { text, telling } of spellings) if (telling) written.add(text);
  const both = findFirst(spellings, ({ word }) => written.has(word.twin));
  return both?.word.country;
}

/** Whether some spelling may be a fault in a story that is in the English of a country. */
function findsFault(country: string, spellings: readonly Spelling[]): boolean {
  const isTold = spellings.some(({ telling }) => telling);
  return spellings.some(
    ({ word, telling, text }) => word.country !== country && (telling || (word.beside && isTold) || text === 'labor'),
  );
}

const matchCase = (twin: string, text: string) =>
  isCapitalised(text) ? twin.charAt(0).toUpperCase() + twin.slice(1) : twin;
