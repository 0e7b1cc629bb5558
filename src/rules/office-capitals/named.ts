import type { Span } from '../../article/index.ts';
import type { ParsedBlock } from '../../language/index.ts';
import { textBefore } from '../../language/index.ts';
import type { OfficeRow } from '../../lexicon/index.ts';
import type { OfficeUse } from '../../people/index.ts';
import type { BlockContext, DeskContext, RankStyle } from '../rule.ts';
import { fieldAfter } from './field.ts';
import type { Placed } from './words.ts';
import { isHeading, opens, rowOf } from './words.ts';

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
  custom?: 'capital' | 'small' | 'opens';
  /** In small letters where hardly a house has them: «talks with president Luc Moreau». */
  wrongIn?: readonly RankStyle[];
}

// Of companies and clubs too: those of one word are compared for one person only.
const kinds = new Set(
  'state minister clergy royalty academia local justice police diplomacy parliament corporate'.split(' '),
);
// Houses that write «foreign minister X» write «President X» all the same.
const ordinary = new Set('state minister local justice police diplomacy'.split(' '));
const dignities = new Set(['president', 'judge', 'justice']);
const before = /\b(?:the|a|an|former|ex|then|late|his|her|their|its)[\s-]+$|\bspecial $/i;
// After these an office is the name's title and no description («company president X», «founder and president X»).
const leads = /(?:\b(?:to|with|by|of|from|for|between|on|told|met|thanked|asked|against|through)|,[”"’'])\s+$/i;
// «As reported, president Holm»: before a surname alone an office is a title here too.
const opensClause = /(?:\p{Ll},|\b(?:that|while|but|when|because|after|before|if|where))\s+$/u;
const everywhere: readonly RankStyle[] = ['keep-full', 'ap', 'reuters', 'bbc', 'guardian'];
const withGovernment: readonly RankStyle[] = ['keep-full', 'ap', 'reuters', 'bbc'];
const withMinisters: readonly RankStyle[] = ['ap', 'reuters', 'bbc'];

/** Offices straight before a name, whose capitals are compared. */
export function findNamedOffices(context: BlockContext, { lexicon }: DeskContext): NamedOffice[] {
  if (isHeading(context)) return [];
  const { parsed } = context;
  const { text } = parsed;
  return context.mentions().flatMap(({ offices, name, inQuote, surname, given, rank }): NamedOffice[] => {
    const use = offices.findLast(({ place }) => place === 'before');
    const row = use && rowOf(use.id, lexicon);
    const kind = row?.kind;
    if (!use || inQuote || use.plural || use.cue || !kind || !kinds.has(kind)) return [];
    // «gov. Holm»: an abbreviation, which no house writes in small letters before a name.
    const isShort = use.letterCase === 'lower' && text.charAt(use.span.end) === '.';
    const between = text.slice(use.span.end + (isShort ? 1 : 0), name.start);
    // «The Secretary General of NATO, Ida Holm,»: no title of the name, but it tells of the story’s capitals.
    const isAside = /^,\s+$/.test(between);
    // «Minister of Health Major General Ida Holm».
    const isRanked = rank !== undefined && rank.span.start >= use.span.end && rank.span.end <= name.start;
    if (!isAside && !isRanked && !/^\s+$/.test(between)) return [];
    const lead = textBefore(text, use.span.start);
    if (!isAside && before.test(lead)) return [];
    const phrase = { start: use.head.start, end: fieldAfter(text, use, lexicon)?.end ?? use.head.end };
    const words = text.slice(phrase.start, phrase.end).match(/\p{L}+/gu) ?? [];
    const isLong = words.length > 1;
    const key = kind === 'minister' || (isLong && ordinary.has(kind)) ? use.id : `${use.id}/${surname}`;
    const ofCountry = use.head.start > use.span.start;
    const [first, ...others] = capitals(words);
    const opening = first === true && opens.test(textBefore(text, use.head.start));
    const isTitle = first === true && others.every(Boolean);
    const opensOnly = opening && others.length > 0 && !others.some(Boolean);
    // «Defence minister X» at the head of a sentence is the small form.
    const isLower = opensOnly || (first === false && !others.some(Boolean));
    // With a body behind it («Chairman of the Fund X») only half its capitals are anybody’s fault.
    // «Novara director Ida Holm» is a description, «NBI director Holm» of NBI Director Ida Holm is none.
    if (kind === 'corporate' && isLower && (given !== undefined || opensOnly)) return [];
    if ((!isTitle && !isLower) || (use.span.end > phrase.end && !opensOnly && !isTitle)) return [];
    if (isAside && !(isTitle && isLong)) return [];
    const custom = opensOnly ? 'opens' : isLower ? 'small' : opening && !isLong ? undefined : 'capital';
    const wrongIn = isShort ? everywhere : isLower && !opensOnly ? forbids(use, kind, lead, given) : [];
    return [
      {
        kind: 'office',
        key,
        ofCountry,
        use,
        phrase,
        isTitle,
        isLower,
        ...(custom && isTitleOfNames(row) && { custom }),
        ...(wrongIn.length > 0 && { wrongIn }),
        ...(isLower && first === false && beginsSentence(parsed, use.head.start) && { wrongIn: everywhere }),
      },
    ];
  });

  /** The styles that write an office before a name with capitals. Sources: their stylebooks, «titles», «jobs». */
  function forbids({ id, head, span }: OfficeUse, kind: string, lead: string, given: string | undefined) {
    if (head.start > span.start) return [];
    const isState = heads.has(id) || id === 'president' || kind === 'minister';
    if (!leads.test(lead) && !(given === undefined && isState && opensClause.test(lead))) return [];
    if (given === undefined && !isState) return [];
    if (id === 'president' || kind === 'royalty' || id === 'pope' || id === 'patriarch') return everywhere;
    if (heads.has(id)) return withGovernment;
    return kind === 'minister' ? withMinisters : [];
  }
}

/** Not «prosecutor», «adviser», which are small before names too; nor «President», which is small in no house. */
const isTitleOfNames = ({ id, kind, name }: OfficeRow): boolean =>
  ordinary.has(kind) && !dignities.has(id) && /^\p{Lu}/u.test(name);

const heads = new Set(['vice-president', 'prime-minister', 'deputy-prime-minister', 'chancellor']);

/** Whether each word has a capital; small words don’t count. */
const capitals = (words: readonly string[]) =>
  words.filter((word) => !/^(?:of|the|and|for|in|to)$/.test(word)).map((word) => /^\p{Lu}/u.test(word));

/** A sentence begins there, in a paragraph made of sentences. */
const beginsSentence = ({ text }: ParsedBlock, start: number): boolean =>
  /[.!?][”"’')\]]*$/.test(text.trimEnd()) && /(?:^|\p{Ll}{3}[.!?][”"’')\]]*\s+)$/u.test(textBefore(text, start));

/** An office before a name as the story writes them all: with capitals. */
export interface Custom {
  block: number;
  phrase: Span;
}

/** How the story writes offices before names; undefined where it has none with capitals, or some without. */
export function findCustom(
  facts: readonly ((NamedOffice | { kind: string }) & { readonly block: number })[],
): Custom | undefined {
  let found: Custom | undefined;
  for (const fact of facts) {
    if (!('custom' in fact)) continue;
    if (fact.custom === 'small') return undefined;
    if (fact.custom === 'capital') found ??= { block: fact.block, phrase: fact.phrase };
  }
  return found;
}

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
