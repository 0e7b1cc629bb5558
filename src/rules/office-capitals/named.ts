import type { Span } from '../../article/index.ts';
import type { ParsedBlock } from '../../language/index.ts';
import { isCapitalised, textBefore } from '../../language/index.ts';
import type { Lexicon, OfficeRow } from '../../lexicon/index.ts';
import type { Mention, OfficeUse } from '../../people/index.ts';
import type { RankStyle } from '../rule.ts';
import { perCase } from '../rule.ts';
import { fieldAfter } from './field.ts';
import type { Placed } from './words.ts';
import { isComma, isDescribed, isOpening, rowOf } from './words.ts';

/** An office straight before a name. */
export interface NamedOffice {
  kind: 'office';
  key: string;
  /** A country stands before it: «French president Luc Moreau». */
  ofCountry: boolean;
  use: OfficeUse;
  /** The office with its field: «Minister of Defence». */
  phrase: Span;
  isTitle: boolean;
  isLower: boolean;
  /**
   * What it tells of the other offices of the story: `capital` and `small` how the story writes them before names;
   * `opens` it has the capital of a sentence and none besides: «Deputy mayor Ida Holm».
   */
  custom: 'capital' | 'small' | 'opens' | undefined;
  /** In small letters where hardly a house has them: «talks with president Luc Moreau». */
  wrongIn: readonly RankStyle[] | undefined;
  block?: number;
}

// Of companies and clubs too: those of one word are compared for one person only.
const kinds = new Set(
  'state minister clergy royalty academia local justice police diplomacy parliament corporate'.split(' '),
);
// Houses that write «foreign minister X» write «President X» all the same.
const ordinary = new Set('state minister local justice police diplomacy'.split(' '));
const dignities = new Set(['president', 'judge', 'justice']);
// After these an office is the name's title and no description («company president X», «founder and president X»).
const leads = /(?:\b(?:to|with|by|of|from|for|between|on|told|met|thanked|asked|against|through)|,[”"’'])\s+$/i;
// «As reported, president Holm»: before a surname alone an office is a title here too.
const opensClause = /(?:\p{Ll},|\b(?:that|while|but|when|because|after|before|if|where))\s+$/u;
const everywhere: readonly RankStyle[] = ['keep-full', 'ap', 'reuters', 'bbc', 'guardian'];
const withGovernment: readonly RankStyle[] = ['keep-full', 'ap', 'reuters', 'bbc'];
const withMinisters: readonly RankStyle[] = ['ap', 'reuters', 'bbc'];

/** An office straight before a name, whose capitals are compared; undefined for one whose capitals tell nothing. */
export function readNamedOffice(
  parsed: ParsedBlock,
  use: OfficeUse,
  { name, inQuote, surname, given, rank }: Mention,
  lexicon: Lexicon,
): NamedOffice | undefined {
  if (inQuote || use.plural || use.cue) return undefined;
  const { text } = parsed;
  const { head, span, letterCase } = use;
  const row = rowOf(use.id, lexicon);
  const kind = row?.kind;
  if (!kind || !kinds.has(kind)) return undefined;
  // «gov. Holm»: an abbreviation, which no house writes in small letters before a name.
  const isShort = letterCase === 'lower' && text.charAt(span.end) === '.';
  // «The Secretary General of NATO, Ida Holm,»: no title of the name, but it tells of the story’s capitals.
  const isAside = !isShort && isComma(text, span.end, name.start);
  // «Minister of Health Major General Ida Holm».
  const isRanked = rank !== undefined && rank.span.start >= span.end && rank.span.end <= name.start;
  if (!isAside && !isRanked && !isBlank(text.slice(span.end + (isShort ? 1 : 0), name.start))) return undefined;
  if (!isAside && isDescribed(text, span.start)) return undefined;
  const phrase = { start: head.start, end: fieldAfter(text, use, lexicon)?.end ?? head.end };
  const { first, others, isLong } = readCapitals(text.slice(phrase.start, phrase.end));
  const opening = first === true && isOpening(text, head.start);
  const isTitle = first === true && others !== 'some' && others !== 'small';
  const opensOnly = opening && others === 'small';
  // «Defence minister X» at the head of a sentence is the small form.
  const isLower = opensOnly || (first === false && others !== 'some' && others !== 'capital');
  // With a body behind it («Chairman of the Fund X») only half its capitals are anybody’s fault.
  // «Novara director Ida Holm» is a description, «NBI director Holm» of NBI Director Ida Holm is none.
  if (kind === 'corporate' && isLower && (given !== undefined || opensOnly)) return undefined;
  if ((!isTitle && !isLower) || (span.end > phrase.end && !opensOnly && !isTitle)) return undefined;
  if (isAside && !(isTitle && isLong)) return undefined;
  const isWrong = isShort || (isLower && first === false && beginsSentence(parsed, head.start));
  const custom = opensOnly ? 'opens' : isLower ? 'small' : opening && !isLong ? undefined : 'capital';
  return {
    kind: 'office',
    key: kind === 'minister' || (isLong && ordinary.has(kind)) ? use.id : `${use.id}/${surname}`,
    ofCountry: head.start > span.start,
    use,
    phrase,
    isTitle,
    isLower,
    custom: custom && isTitleOfNames(row) ? custom : undefined,
    wrongIn: isWrong
      ? everywhere
      : isLower && !opensOnly
        ? forbids(use, kind, textBefore(text, span.start), given)
        : undefined,
    block: undefined,
  };
}

const isBlank = (text: string): boolean => text === ' ' || /^\s+$/.test(text);

/** The styles that write an office before a name with capitals. Sources: their stylebooks, «titles», «jobs». */
function forbids(
  { id, head, span }: OfficeUse,
  kind: string,
  lead: string,
  given: string | undefined,
): readonly RankStyle[] | undefined {
  if (head.start > span.start) return undefined;
  const isState = heads.has(id) || id === 'president' || kind === 'minister';
  if (!leads.test(lead) && !(given === undefined && isState && opensClause.test(lead))) return undefined;
  if (given === undefined && !isState) return undefined;
  if (id === 'president' || kind === 'royalty' || id === 'pope' || id === 'patriarch') return everywhere;
  if (heads.has(id)) return withGovernment;
  return kind === 'minister' ? withMinisters : undefined;
}

/** Not «prosecutor», «adviser», which are small before names too; nor «President», which is small in no house. */
const isTitleOfNames = ({ id, kind, name }: OfficeRow): boolean =>
  ordinary.has(kind) && !dignities.has(id) && /^\p{Lu}/u.test(name);

const heads = new Set(['vice-president', 'prime-minister', 'deputy-prime-minister', 'chancellor']);

const small = new Set(['of', 'the', 'and', 'for', 'in', 'to']);

/** Whether the first word of a phrase has a capital, what of the others have one, and whether it has others at all; small words don’t count. */
function readCapitals(phrase: string) {
  let first: boolean | undefined;
  let others: 'none' | 'capital' | 'small' | 'some' = 'none';
  if (/^[A-Za-z]+$/.test(phrase)) return { first: isCapitalised(phrase), others, isLong: false };
  // Most have nothing but blanks between their words.
  const words = /^[A-Za-z]+(?: [A-Za-z]+)*$/.test(phrase) ? phrase.split(' ') : (phrase.match(/\p{L}+/gu) ?? []);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (small.has(word)) continue;
    const capital = isCapitalised(word);
    if (first === undefined) first = capital;
    else if (others === 'none') others = capital ? 'capital' : 'small';
    else if (others !== (capital ? 'capital' : 'small')) others = 'some';
  }
  return { first, others, isLong: words.length > 1 };
}

/** A sentence begins there, in a paragraph made of sentences. */
const beginsSentence = ({ text }: ParsedBlock, start: number): boolean =>
  /[.!?][”"’')\]]*$/.test(text.trimEnd()) && /(?:^|\p{Ll}{3}[.!?][”"’')\]]*\s+)$/u.test(textBefore(text, start));

/** An office before a name as the story writes them all: with capitals. */
export interface Custom {
  block: number;
  phrase: Span;
}

/** How the story writes offices before names, by the first of them; undefined where it has none with capitals, or some without. */
export function findCustom(cases: Iterable<readonly PlacedFact[]>): Custom | undefined {
  let found: Custom | undefined;
  for (const facts of cases) {
    const custom = customOf(facts);
    if (custom === 'small') return undefined;
    if (custom === 'none') continue;
    const { block, phrase } = custom;
    const isFirst = !found || block < found.block || (block === found.block && phrase.start < found.phrase.start);
    if (isFirst) found = custom;
  }
  return found;
}

type PlacedFact = (NamedOffice | { kind: string }) & { readonly block: number };

/** How the story writes one office: small where it does so anywhere, or the first with capitals. */
const customOf = perCase((facts: readonly PlacedFact[]): Custom | 'small' | 'none' => {
  let found: Custom | undefined;
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i];
    if (!fact || !('custom' in fact)) continue;
    if (fact.custom === 'small') return 'small';
    if (fact.custom === 'capital') found ??= { block: fact.block, phrase: fact.phrase };
  }
  return found ?? 'none';
});

/** Offices straight before a name with small letters, where the same office stands so in capitals elsewhere. */
export function findLowerOffices(
  all: readonly (Placed<OfficeUse> & NamedOffice)[],
  style: RankStyle,
  custom: Custom | undefined,
): (Placed<OfficeUse> & { phrase: Span; other?: Custom })[] {
  const lower = all.filter(({ isLower }) => isLower);
  // Most stories write every office in one way.
  if (lower.length === 0) return [];
  return lower.flatMap(({ block, use, phrase, key, ofCountry, wrongIn, custom: own }) => {
    // «French president Luc Moreau» and «President Moreau» is the Financial Times’ way; the other way round is nobody’s.
    const same = all.find((one) => one.isTitle && one.key === key && (one.ofCountry || !ofCountry));
    const other = same ?? (own === 'opens' ? custom : undefined);
    return other || wrongIn?.includes(style) ? [{ block, use, phrase, ...(other && { other }) }] : [];
  });
}
