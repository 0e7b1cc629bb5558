import type { Placed } from '../article/index.ts';
import type { ParsedBlock } from '../language/index.ts';
import { isCapitalised, isInside, TokenKind, tokenText } from '../language/index.ts';
import type { Spelling, Use } from './country-signs/index.ts';
import {
  countUses,
  findFirst,
  findMajority,
  isIze,
  readSpelling,
  sentenceAt,
  singular,
  weigh,
} from './country-signs/index.ts';
import type { ArticleContext, Finding } from './rule.ts';
import { defineRule, perBlock, perWord } from './rule.ts';

const names = { 'en-GB': 'British', 'en-US': 'American' } as const;

/** Which English the story is in. */
interface Gist {
  country: 'en-GB' | 'en-US' | undefined;
  /** The configuration says so, not the story. */
  told: boolean;
  /** The house wants no -ize. */
  bansIze: boolean;
  /** British words whose American twins are British words too, as far as the story has them: «programme». */
  twins: readonly string[];
  /** The story is British beyond doubt: a program in it is a computer’s. */
  sure: boolean;
  /** The story names Labour, the party, or speaks of labour. */
  labour: boolean;
  example: Example | undefined;
  /** The first word with -ise, where the story has more of these than with -ize. */
  ise: Example | undefined;
}

type Example = Pick<Use, 'start' | 'end' | 'text'> & { block: number };

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
      description: 'In British copy flag -ize, which Oxford style writes, even where no -ise stands beside it.',
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
    {
      bad: 'They organise talks at the centre. Later the plan was criticized.',
      good: 'They organise talks at the centre. Later the plan was criticised.',
      note: 'but a story keeps to one of them',
    },
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
    // Australia’s dictionary has no -ize: there the speller tells.
    const comparesIze = country === 'en-GB' && article.language !== 'en-AU' && ise > 0 && ise >= ize;
    return {
      country,
      told: told !== undefined,
      bansIze: options.ize === true,
      twins,
      sure,
      labour,
      example,
      ise: comparesIze ? findIse(spellings) : undefined,
    };
  },
  check(uses, _options, report, _article, { country, told, bansIze, twins, sure, labour, example, ise }) {
    if (!country) return;
    for (const use of uses) {
      if (use.word.country === country) continue;
      if (use.word.beside) {
        if (!sure && !twins.includes(singular(use.word.twin))) continue;
      } else if (use.weight === 0 && !(labour && use.party)) continue;
      if (isIze(use) && !bansIze) {
        if (ise) report(tellIze(use, ise));
        continue;
      }
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
        group: groupOf(use),
      });
    }
  },
});

const groupOf = ({ word, text }: Use) => `${word.country}:${text.toLowerCase()}`;

/** -ize is British, too: a fault only beside -ise, and nobody said which of them the house wants. */
const tellIze = (use: Placed<Use>, ise: Example): Finding => ({
  block: use.block,
  start: use.start,
  end: use.end,
  expected: [matchCase(use.word.twin, use.text)],
  data: { example: ise.text },
  what: '“{actual}” has -ize; the story has -ise: “{example}” (line {line})',
  why: 'Both are British; a story keeps to one of them.',
  related: [{ block: ise.block, span: ise, message: 'Here the story has -ise: “{example}”' }],
  group: groupOf(use),
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
const findExample = (spellings: readonly Spelling[], country: string): Example | undefined =>
  asExample(findFirst(spellings, (one) => one.word.country === country && !isIze(one)));

/** The first word of the story with -ise. */
const findIse = (spellings: readonly Spelling[]): Example | undefined =>
  asExample(findFirst(spellings, ({ word }) => word.oxford && word.country === 'en-GB'));

const asExample = (use: Placed<Use> | undefined): Example | undefined =>
  use && { block: use.block, start: use.start, end: use.end, text: use.text };

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

const matchCase = (twin: string, text: string) =>
  isCapitalised(text) ? twin.charAt(0).toUpperCase() + twin.slice(1) : twin;
