import type { Span } from '../article/index.ts';
import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import { isInside } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Cast, OfficeUse, Person, PlacedMention, RankUse } from './cast.ts';
import { findTitles } from './mentions.ts';
import { seniorRank } from './wording.ts';

/** A title that stands for a person: «the minister», «the general». */
export interface Reference {
  person: Person;
  block: number;
  /** The title without its article. UTF-16 in the block's mended text. */
  span: Span;
  inQuote: boolean;
}

/** Somebody with a title, named or not. */
interface Bearer {
  /** Undefined for somebody whom the article doesn't name: «a general», «the French president». */
  person?: Person;
  field: string;
  country?: string;
  /** Of a spokesman or a spokeswoman. */
  gender: string;
  /** False for a former holder. */
  now: boolean;
}

/** A title alone, as far as it points to somebody. */
interface Pointer {
  span: Span;
  key: string;
  field: string;
  country?: string;
  gender: string;
  /** `the`: it points back; `a`: it brings somebody in; `of`: so does it, unless the country says otherwise; `open`: nothing is sure. */
  lead: 'the' | 'a' | 'of' | 'open';
}

/**
 * Titles that stand for people of the article. A title is resolved only where one reading remains: one person, named
 * before, holds it, and nobody else is spoken of who might. In doubt it is nobody. Linear in titles and mentions.
 *
 * @param blocks the blocks that the cast was read from, in order
 */
export function findReferences(
  cast: Cast,
  blocks: readonly ParsedBlock[],
  { lexicon, vocabulary }: { lexicon: Lexicon; vocabulary: Vocabulary },
): readonly Reference[] {
  const named = placeNames(cast, blocks.length);
  const bearers = new Map<string, Bearer[]>();
  const bringIn = (key: string, bearer: Bearer) => {
    const there = bearers.get(key);
    if (!there) bearers.set(key, [bearer]);
    else if (!there.some((one) => isSameBearer(one, bearer))) there.push(bearer);
  };
  const found: Reference[] = [];
  blocks.forEach((parsed, block) => {
    const pointers = findPointers(parsed, lexicon, vocabulary);
    const names = named[block] ?? [];
    let next = 0;
    const introduceTo = (end: number) => {
      for (let one = names[next]; one && one.mention.span.start < end; one = names[++next])
        for (const [key, bearer] of readBearers(one, parsed.text, lexicon)) bringIn(key, bearer);
    };
    for (const pointer of pointers) {
      introduceTo(pointer.span.start);
      const there = bearers.get(pointer.key) ?? [];
      const person = pointer.lead === 'the' ? pickOnly(there, pointer) : undefined;
      if (person)
        found.push({ person, block, span: pointer.span, inQuote: isInside(parsed.quotes, pointer.span.start) });
      else if (isStranger(pointer, there)) bringIn(pointer.key, { ...pointer, now: true });
    }
    introduceTo(Infinity);
  });
  return found;
}

interface Named {
  person: Person;
  mention: PlacedMention;
}

/** The mentions of each block in the order of the text. */
function placeNames({ people }: Cast, blocks: number): readonly (readonly Named[])[] {
  const named: Named[][] = Array.from({ length: blocks }, () => []);
  for (const person of people) for (const mention of person.mentions) named[mention.block]?.push({ person, mention });
  for (const list of named) list.sort((a, b) => a.mention.span.start - b.mention.span.start);
  return named;
}

/** What a mention says of its person's titles. */
function readBearers({ person, mention }: Named, text: string, lexicon: Lexicon): [key: string, bearer: Bearer][] {
  const { rank, offices } = mention;
  const country = mention.country ?? person.country;
  const ids = rank ? [...new Set([rank.id, seniorRank(lexicon, rank.id)])] : [];
  return [
    ...ids.map((id): [string, Bearer] => [id, { person, field: '', country, gender: '', now: true }]),
    ...offices.map((office): [string, Bearer] => {
      const { key, field } = splitOffice(office.id);
      const gender = readGender(text, office);
      return [key, { person, field, country: office.country ?? country, gender, now: office.cue !== 'former' }];
    }),
  ];
}

const readGender = (text: string, { head }: OfficeUse) =>
  /(?:wo)?man$/i.exec(text.slice(head.start, head.end))?.[0] ?? '';

const isSameBearer = (a: Bearer, b: Bearer) =>
  a.person === b.person && a.field === b.field && a.gender === b.gender && a.country === b.country && a.now === b.now;

const splitOffice = (id: string) => {
  const [key = id, field = ''] = id.split(':');
  return { key, field };
};

const fits = ({ field, country, gender }: Bearer, pointer: Pointer) =>
  (!gender || !pointer.gender || gender === pointer.gender) &&
  (!pointer.field || pointer.field === field) &&
  (!pointer.country || !country || pointer.country === country);

/** The one person that a title points to. */
function pickOnly(bearers: readonly Bearer[], pointer: Pointer): Person | undefined {
  const fitting = bearers.filter((bearer) => fits(bearer, pointer));
  const [first] = fitting;
  if (!first?.person || fitting.some(({ person, now }) => person !== first.person || !now)) return undefined;
  // «the French minister» is sure only of somebody of whom the article says that he is French.
  return pointer.country && !fitting.some(({ country }) => country) ? undefined : first.person;
}

/** «a general», «the French president»: somebody else has the title too from here on. */
const isStranger = (pointer: Pointer, bearers: readonly Bearer[]): boolean =>
  pointer.lead === 'a' ||
  (pointer.lead === 'of' && !bearers.some((bearer) => pointer.country && pointer.country === bearer.country)) ||
  (pointer.lead === 'the' &&
    (pointer.country !== undefined || pointer.field !== '' || pointer.gender !== '') &&
    !bearers.some((bearer) => fits(bearer, pointer)));

/** Titles alone in the body of a story, in the order of the text. */
function findPointers(parsed: ParsedBlock, lexicon: Lexicon, vocabulary: Vocabulary): Pointer[] {
  if (parsed.role === 'headline' || parsed.role === 'subhead' || parsed.role === 'byline') return [];
  const { ranks, offices } = findTitles(parsed, lexicon, vocabulary);
  const pointers = [
    ...ranks.flatMap((rank) => pointByRank(rank, parsed.text, lexicon)),
    ...offices.flatMap((office) => pointByOffice(office, parsed.text, lexicon)),
  ];
  return pointers.sort((a, b) => a.span.start - b.span.start);
}

function pointByRank(
  { id, span, form, wrong, plural, letterCase }: RankUse,
  text: string,
  lexicon: Lexicon,
): Pointer[] {
  if (form !== 'full' || wrong || plural || letterCase === 'upper') return [];
  return [{ span, key: id, field: '', gender: '', lead: pointBack(text, span, readLead(text, span.start), lexicon) }];
}

function pointByOffice(office: OfficeUse, text: string, lexicon: Lexicon): Pointer[] {
  const { id, span, head, country, plural, letterCase, cue } = office;
  const { key, field } = splitOffice(id);
  if (plural || letterCase === 'upper' || cue || lexicon.offices.row(key)?.traits?.includes('loose')) return [];
  const lead = readLead(text, span.start);
  const gender = readGender(text, office);
  // «the president of the federation» is another president; «the minister of defence» says his field.
  if (span.end > head.end && !(field && isFieldAlone(text.slice(head.end, span.end))))
    return [{ span, key, field: field || 'of', country, gender, lead: lead === 'a' ? 'a' : 'of' }];
  const definite = lead === 'open' && country !== undefined ? 'the' : lead;
  return [{ span, key, field, country, gender, lead: pointBack(text, span, definite, lexicon) }];
}

const isFieldAlone = (tail: string) => /^ (?:of|for) (?:the )?(?:\p{L}+ ?){1,3}$/u.test(tail);

// Before a title they speak of somebody else: «a general», «his minister».
const strangers = new Set(['a', 'an', 'another', 'one', 'his', 'her', 'its', 'their', 'our', 'my', 'your']);

function readLead(text: string, start: number): Pointer['lead'] {
  const word = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, start - 12), start))?.[1]?.toLowerCase();
  if (word === 'the') return 'the';
  return word && strangers.has(word) ? 'a' : 'open';
}

/** What a title points to, by what follows it. */
function pointBack(text: string, { start, end }: Span, lead: Pointer['lead'], { nameWords }: Lexicon): Pointer['lead'] {
  if (lead === 'a') return lead;
  const rest = text.slice(end, end + 24);
  // “the General”: what somebody or something is called.
  if (/[“"‘']the $/i.test(text.slice(Math.max(0, start - 5), start)) && /^[”"’']/.test(rest)) return 'open';
  if (/^(?:['’]s\b|\s*$|[,.;:!?)\]”"’…]|\s*[–—])/u.test(rest)) return lead;
  const word = /^\s+(\p{L}+)(?!\p{L})/u.exec(rest)?.[1];
  // «the president of the federation», «the ambassador to Ankara»: this one, and no other.
  if (word === 'of' || /^\s+(?:for|to) (?:the |\p{Lu})/u.test(rest)) return 'of';
  const goesOn = word !== undefined && (nameWords.after_titles.has(word) || /^\p{Ll}{3,}ed$/u.test(word));
  return goesOn ? lead : 'open';
}
