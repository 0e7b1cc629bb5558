import type { ParsedBlock } from '../../language/index.ts';
import { isInside } from '../../language/index.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import type { BodyUse, OfficeUse } from '../../people/index.ts';
import { foldWord } from '../../text/index.ts';
import type { Placed } from './words.ts';

/** A body whose capitals are compared. */
export interface BodyCase {
  kind: 'body';
  /** Its words in small letters. */
  id: string;
  use: BodyUse;
  office: OfficeUse | undefined;
  /** Read where a story writes the body in two ways: most write it in one. */
  owned(): Owned;
}

/** Whose a body is. */
interface Owned {
  /** «the coast guard» without a country or another word around it: one body, if the story has no other. */
  bare: boolean;
  /** The capitalised word before it: whose it is. */
  whose: string | undefined;
  /** The country that it is said to be of, and on which side: «MT of» of «the Armed Forces of Malta». */
  owner: string | undefined;
}

type PlacedBody = Placed<BodyUse> & BodyCase;
type OwnedBody = PlacedBody & Owned;

/** A body with capitals other than elsewhere in the story. */
export interface OddBody extends Placed<BodyUse> {
  id: string;
  office: OfficeUse | undefined;
  model: Placed<BodyUse>;
}

/** A body whose capitals are compared; undefined for one whose capitals tell nothing. */
export function readBody(
  parsed: ParsedBlock,
  use: BodyUse,
  offices: readonly OfficeUse[],
  lexicon: Lexicon,
): BodyCase | undefined {
  const { span, letterCase, proper } = use;
  const { start, end } = span;
  if (letterCase === 'upper') return undefined;
  const { text } = parsed;
  const id = text.slice(start, end).toLowerCase();
  const owned = () => readWhose(parsed, use, id, lexicon);
  // «Central command» is wrong for any body; «the armed forces» for those alone that are always a proper name.
  const isCompared =
    proper ||
    letterCase === 'title' ||
    isSomebodys(owned()) ||
    (letterCase === 'mixed' && !parsed.sentences.some((sentence) => sentence.start === start));
  if (!isCompared || (letterCase !== 'title' && isLoose(text, span))) return undefined;
  const office =
    letterCase === 'title' ? undefined : offices.find(({ head }) => head.start <= start && head.end >= end);
  return { kind: 'body', id, use, office, owned };
}

const isSomebodys = ({ bare, owner }: Owned): boolean => bare || owner !== undefined;

function readWhose(
  { text, quotes }: ParsedBlock,
  { span: { start, end } }: BodyUse,
  id: string,
  lexicon: Lexicon,
): Owned {
  const before = text.slice(Math.max(0, start - 20), start);
  const whose = /(\p{Lu}[\p{L}.’']*) $/u.exec(before)?.[1];
  if (!id.includes(' ') || isInside(quotes, start)) return { bare: false, whose, owner: undefined };
  const bare = /\bthe $/i.test(before) && !/^(?: of\b| (?:\p{Lu}|\d)|-)/u.test(text.slice(end, end + 4));
  return { bare, whose, owner: readOwner(text, start, end, lexicon) };
}

/** Bodies with small letters whose name stands in capitals elsewhere in the story. */
export function findOddBodies(all: readonly PlacedBody[]): OddBody[] {
  const lower = all.filter(({ use }) => use.letterCase !== 'title');
  if (lower.length === 0) return [];
  const capital = new Map<string, PlacedBody>();
  for (const one of all) if (one.use.letterCase === 'title' && !capital.has(one.id)) capital.set(one.id, one);
  const certain = lower.flatMap((one): OddBody[] => {
    const model = capital.get(one.id);
    return model && (one.use.proper || one.use.letterCase === 'mixed') ? [{ ...one, model }] : [];
  });
  return [...certain, ...findDrift(all)];
}

/** «The Coast Guard searched. Later the coast guard left»: of one body, the way that fewer places have. */
function findDrift(all: readonly PlacedBody[]): OddBody[] {
  const byId = new Map<string, OwnedBody[]>();
  // What is always a proper name is whosesoever it is.
  for (const one of all)
    if (!one.use.proper) byId.set(one.id, [...(byId.get(one.id) ?? []), { ...one, ...one.owned() }]);
  return [...byId.values()].flatMap((same) => {
    const owned = [...new Set(same.flatMap(({ owner }) => owner ?? []))].flatMap((owner) =>
      findFewer(same.filter((one) => one.owner === owner)),
    );
    // «the Italian Coast Guard» and «the Libyan coast guard»: «the coast guard» may be either.
    const owners = new Set(same.flatMap(({ whose }) => (whose && whose !== 'The' ? [whose] : [])));
    return [...owned, ...(owners.size > 1 ? [] : findFewer(same.filter(({ bare }) => bare)))];
  });
}

/** Of a body with capitals and without, the way that fewer places have. */
function findFewer(same: readonly PlacedBody[]): OddBody[] {
  const title = same.filter(({ use }) => use.letterCase === 'title');
  const lower = same.filter(({ use }) => use.letterCase === 'lower');
  const odd = title.length >= lower.length ? lower : title;
  const model = (odd === lower ? title : lower)[0];
  return model ? odd.map((one) => ({ ...one, model })) : [];
}

/** The country of «the Armed Forces of Malta», «Qatari armed forces». */
function readOwner(text: string, start: number, end: number, { offices }: Lexicon): string | undefined {
  const after = /^ of (?:the )?((?:\p{Lu}\p{L}*(?: of)? ?){1,3})/u.exec(text.slice(end, end + 40))?.[1];
  const before = /(\p{Lu}\p{L}+)(?:['’]s)? $/u.exec(text.slice(Math.max(0, start - 20), start))?.[1];
  const codeOf = (phrase: string) => {
    const words = phrase.trim().split(' ').map(foldWord);
    return offices.countries.longest((i) => words[i], 0)?.value.code;
  };
  const [back, ahead] = [after && codeOf(after), before && codeOf(before)];
  return back ? `${back} of` : ahead;
}

/** «A European union of farmers», «the general staff of the hotel»: one of many, or another thing. */
function isLoose(text: string, { start, end }: BodyUse['span']): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  if (/\b(?:an?|any|every|no|some|another)\s+$/i.test(before)) return true;
  const whose = /^ of (?:the )?(?!the\b)(\p{Ll}+)(?!\p{L})/u.exec(text.slice(end, end + 24))?.[1];
  return whose !== undefined && !states.test(whose) && !/\bchiefs? of (?:the )?$/i.test(before);
}

const states =
  /^(?:armed|army|air|navy|naval|country|countries|republic|states?|nations?|two|both|its|his|her|their|our)$/;
