import type { ParsedBlock } from '../../language/index.ts';
import { isInside, textBefore } from '../../language/index.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import type { Cast, Mention, OfficeUse } from '../../people/index.ts';
import type { Placed } from './words.ts';
import { isComma, rowOf } from './words.ts';

/** «the Commissioner»: an office without a name. */
export interface OfficeAlone {
  kind: 'alone';
  id: string;
  use: OfficeUse;
  /** Not «the president of the club»: that may be another. */
  bare: boolean;
}

// «The French president», «said France’s president»: no capital before it that the country belongs to.
const opensCountry = /(?:^|[^\p{Lu}\s]\S* |\bThe )$/u;

// «The Speaker» and a speaker, «the Chair» and a chair are two things.
const kinds = new Set(['state', 'minister', 'police', 'diplomacy', 'local', 'military', 'royalty']);

// Of others the capital is a matter of the house: «The Inspector General of Police, Ida Holm».
const heads = new Set([
  'president',
  'vice-president',
  'prime-minister',
  'deputy-prime-minister',
  'chancellor',
  'governor',
]);

/** An office without a name, whose capitals are compared; undefined for one whose capitals tell nothing. */
export function readOfficeAlone(parsed: ParsedBlock, use: OfficeUse, lexicon: Lexicon): OfficeAlone | undefined {
  const { id, letterCase, span, head } = use;
  if (use.plural || use.cue || (letterCase !== 'title' && letterCase !== 'lower')) return undefined;
  const row = rowOf(id, lexicon);
  if (!row || !kinds.has(row.kind) || row.traits?.includes('loose')) return undefined;
  return { kind: 'alone', id, use, bare: span.end === head.end && isBare(parsed, use) };
}

function isBare({ text, quotes }: ParsedBlock, { span, country }: OfficeUse): boolean {
  const before = textBefore(text, span.start);
  return (
    (country === undefined ? /\bthe $/i.test(before) : opensCountry.test(before)) &&
    !isInside(quotes, span.start) &&
    !/^(?: (?:of|for|to) |[ -]\p{Lu}|-)/u.test(text.slice(span.end, span.end + 5))
  );
}

/** «The Prime Minister, Ida Holm, left»: as without a name. */
export function isAside({ text }: ParsedBlock, use: OfficeUse, { name, rank }: Mention, lexicon: Lexicon): boolean {
  if (rank || !isComma(text, use.span.end, name.start)) return false;
  return heads.has(use.id) || rowOf(use.id, lexicon)?.kind === 'minister';
}

/**
 * Offices without a name whose capitals most of the story leaves out, as stylebooks want it. Only where the story speaks of
 * one holder at most.
 */
export function findDriftAlone(all: readonly (Placed<OfficeUse> & OfficeAlone)[], cast: () => Cast) {
  const byId = new Map<string, typeof all>();
  for (const alone of all) byId.set(alone.id, [...(byId.get(alone.id) ?? []), alone]);
  return [...byId].flatMap(([id, all]) => {
    // «France’s president» and «the president» of a story that has no other; of two countries each is looked at alone.
    const countries = [...new Set(all.flatMap(({ use }) => use.country ?? []))];
    const groups =
      countries.length < 2 ? [all] : countries.map((country) => all.filter(({ use }) => use.country === country));
    return groups.flatMap((uses) => {
      if (uses.some(({ bare }) => !bare)) return [];
      const title = uses.filter(({ use }) => use.letterCase === 'title');
      const lower = uses.filter(({ use }) => use.letterCase === 'lower');
      const [other] = lower;
      return other && lower.length >= title.length && title.length > 0 && countHolders(cast(), id) < groups.length + 1
        ? title.map(({ block, use }) => ({ block, use, other }))
        : [];
    });
  });
}

const countHolders = ({ people }: Cast, id: string): number =>
  people.filter(({ mentions }) => mentions.some(({ offices }) => offices.some((office) => office.id.startsWith(id))))
    .length;
