import type { Lexicon, OfficeWording } from '../lexicon/index.ts';
import { foldedAt, Gap, isStop } from './atoms.ts';
import type { OfficeUse, RankUse } from './cast.ts';
import { Clue, mayBeginTitle } from './clues.ts';
import { look } from './look.ts';
import type { Seen } from './phrases.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';
import { isAbbreviation, isGiven, isHyphenated, readLetterCase } from './reader.ts';

/** Something read, and the atom after it. */
export interface Read<Value> {
  value: Value;
  next: number;
}

/** Reads a rank at an atom, the longest wording first; `look` says what stands there. */
export function readRank(reader: Reader, i: number, { rank, rankLength } = look(reader, i)): Read<RankUse> | undefined {
  if (!rank) return undefined;
  const { atoms, lexicon, parsed } = reader;
  const next = i + rankLength;
  const { id, form, wrong, plural, initials, local } = rank;
  if (initials && atoms.caps[i] !== Caps.upper) return undefined;
  // «gen. Arif Çetin»: only a stop and a given name make a rank of it.
  if (form === 'abbreviated' && atoms.caps[i] === Caps.lower) {
    if (atoms.gap[next] !== Gap.stopSpace || atoms.caps[next] !== Caps.title) return undefined;
    if (!isGiven(reader, next)) return undefined;
  }
  // «Antonio Coronel» is a name.
  if (local && i > 0 && atoms.gap[i] === Gap.space && isGiven(reader, i - 1)) return undefined;
  // «L/Cpl» is no corporal.
  if (form === 'abbreviated' && parsed.text[(atoms.start[i] ?? 0) - 1] === '/') return undefined;
  let unstopped = false;
  for (let k = i; k < next; k++)
    if (isAbbreviation(reader, k) && parsed.text[atoms.end[k] ?? 0] !== '.') unstopped = true;
  const end = atoms.end[next - 1] ?? 0;
  const stopped = isAbbreviation(reader, next - 1) && parsed.text[end] === '.';
  return {
    next,
    value: {
      id,
      span: { start: atoms.start[i] ?? 0, end: end + (stopped ? 1 : 0) },
      form,
      letterCase: readLetterCase(reader, i, next),
      hyphenated: isHyphenated(reader, i, next),
      unstopped,
      wrong,
      plural,
      local: local || undefined,
      uncertain: (followsBody(reader, i) && isDoubtful(lexicon, id)) || isServiceRank(reader, i, id, form),
    },
  };
}

function isDoubtful({ ranks }: Lexicon, id: string): boolean {
  const traits = ranks.form(id)?.traits;
  return traits !== undefined && (traits.includes('uncertain') || traits.includes('office'));
}

/** «Special Forces | Division General X», «Supreme Allied | Commander X»: the word may belong to what stands before it. */
function followsBody({ atoms }: Reader, i: number): boolean {
  return i > 0 && atoms.gap[i] === Gap.space && atoms.caps[i - 1] === Caps.title;
}

/** «U.S. Army General X», «Army Gen. X», «commander of the Army General X»: Army may be the service and General the rank. */
function isServiceRank({ atoms, clues }: Reader, i: number, id: string, form: RankUse['form']): boolean {
  if (id !== 'army-general') return false;
  if (form !== 'full') return true;
  const before = foldedAt(atoms, i - 1);
  if (atoms.gap[i] !== Gap.space && atoms.gap[i] !== Gap.stopSpace) return false;
  return (
    before === 'the' ||
    before === 'of' ||
    before === 's' ||
    before === 'us' ||
    before === 'american' ||
    isAdjective(clues[i - 1])
  );
}

const isAdjective = (clue: number | undefined) => ((clue ?? 0) & Clue.country) !== 0;

/**
 * Reads an office with what stands before it (deputy, country, field) and after it (of the body of the country).
 *
 * @param first what `look` says of the atom
 */
export function readOffice(reader: Reader, i: number, first?: Readonly<Seen>): Read<OfficeUse> | undefined {
  const { atoms, clues, lexicon } = reader;
  let words = none;
  let country: string | undefined;
  let cue: OfficeUse['cue'];
  let field = '';
  let headStart = i;
  for (let k = i, steps = 0; steps < 8 && k < atoms.count; steps++) {
    if (
      k > i &&
      atoms.gap[k] !== Gap.space &&
      atoms.gap[k] !== Gap.hyphen &&
      !(isStop(atoms.gap[k]) && isInitialism(reader, k - 1))
    )
      return undefined;
    if (!mayBeginTitle(clues[k] ?? 0, clues[k + 1] ?? 0)) return undefined;
    const seen = k === i && first ? first : look(reader, k);
    const best = Math.max(seen.rankLength, seen.countryLength, seen.fieldLength, seen.bodyLength);
    if (seen.office && seen.officeLength >= best && !isCut(reader, k, seen, best)) {
      const next = k + seen.officeLength;
      country ??= seen.over;
      return finishOffice(reader, { i, headStart, k, next, wording: seen.office, words, country, cue, field });
    }
    if (seen.rank && seen.rankLength >= best && seen.field === undefined && !seen.body) return undefined;
    if (seen.country && seen.countryLength >= best) {
      country ??= seen.country.code;
      k += seen.countryLength;
      headStart = k;
      continue;
    }
    if (seen.field !== undefined && seen.fieldLength >= best) {
      field = seen.field;
      k += seen.fieldLength;
      continue;
    }
    const modifier = (clues[k] ?? 0) & Clue.modifier ? lexicon.offices.modifiers.get(foldedAt(atoms, k)) : undefined;
    if (modifier) {
      const isKept = modifier === 'deputy' || modifier === 'ordinal';
      if (isKept) words = [...words, foldedAt(atoms, k)];
      else if (modifier === 'passing') cue = 'former';
      else if (modifier === 'acting') cue = 'acting';
      k++;
      if (!isKept) headStart = k;
    } else if (seen.body) {
      k += seen.bodyLength;
      headStart = k;
    } else return undefined;
  }
  return undefined;
}

const none: readonly string[] = [];

/** «Justice Minister»: the word is the minister’s field. «armed forces chief of staff»: the chief is of staff. */
function isCut(reader: Reader, k: number, { office, officeLength, field, fieldLength }: Seen, best: number): boolean {
  if (field !== undefined && fieldLength === officeLength && isOfficeAt(reader, k + best)) return true;
  return office?.row.id === 'army-chief' && foldedAt(reader.atoms, k + officeLength) === 'of';
}

const isOfficeAt = (reader: Reader, i: number): boolean =>
  reader.atoms.gap[i] === Gap.space && look(reader, i).office !== undefined;

interface OfficeParts {
  i: number;
  headStart: number;
  /** Where the office's own words begin and end. */
  k: number;
  next: number;
  wording: OfficeWording;
  words: readonly string[];
  country: string | undefined;
  cue: OfficeUse['cue'];
  field: string;
}

function finishOffice(reader: Reader, parts: OfficeParts): Read<OfficeUse> | undefined {
  const { atoms, parsed } = reader;
  const { i, k, wording, words, cue } = parts;
  let { headStart, next, country, field } = parts;
  const { row, article, plural, short } = wording;
  // «state Sen. X», «federal prosecutor X»: no field of the office’s own.
  if (field && !row.traits?.includes('field') && reader.lexicon.offices.modifiers.get(field) === 'plain') headStart = k;
  const letterCase = readLetterCase(reader, headStart, next);
  // «gov. Holm signed»: with its full stop and a name it is one.
  if (short && atoms.caps[k] === Caps.lower && !(atoms.gap[next] === Gap.stopSpace && atoms.caps[next] === Caps.title))
    return undefined;
  // «head of State Border Service»: a body begins with the office’s last word.
  const goesOn = atoms.gap[next] === Gap.space && atoms.caps[next] === Caps.title;
  if (row.id === 'head-of-state' && letterCase === 'mixed' && goesOn) return undefined;
  if (row.id === 'commander' && i === k && isStop(atoms.gap[next])) return undefined;
  const headEnd = atoms.end[next - 1] ?? 0;
  const tail = readTail(reader, next, row.traits?.includes('field') ?? false);
  if (tail) {
    next = tail.next;
    country ??= tail.value.country;
    field ||= tail.value.field;
  }
  // «the representative of a bank» is none; «secretary of Defense» is.
  if (row.traits?.includes('ambiguous') && !field && letterCase !== 'title') return undefined;
  const fieldId = row.traits?.includes('field') && field ? `:${field}` : '';
  return {
    next,
    value: {
      id: words.length === 0 && !fieldId ? row.id : [...words, row.id].join('-') + fieldId,
      span: { start: atoms.start[i] ?? 0, end: atoms.end[next - 1] ?? 0 },
      country,
      place: 'alone',
      head: { start: atoms.start[headStart] ?? 0, end: headEnd },
      letterCase,
      hyphenated:
        isHyphenated(reader, k, k + (parts.next - k)) && !/-in-/i.test(parsed.text.slice(atoms.start[k], headEnd)),
      article,
      plural,
      cue,
    },
  };
}

/** «of the Armed Forces of Türkiye», «for Foreign Affairs», «to Azerbaijan». */
function readTail(
  reader: Reader,
  from: number,
  takesField: boolean,
): Read<{ country?: string; field: string }> | undefined {
  const { atoms } = reader;
  let country: string | undefined;
  let field = '';
  let end = -1;
  let k = from;
  for (let links = 0; links < 4; links++) {
    if (k >= atoms.count || atoms.gap[k] !== Gap.space || endsPossessive(reader, k - 1)) break;
    const link = foldedAt(atoms, k);
    if (link !== 'of' && link !== 'for' && link !== 'to' && !(link === 'in' && links === 0)) break;
    let p = k + 1;
    if (foldedAt(atoms, p) === 'the' && atoms.gap[p] === Gap.space) p++;
    const from = p;
    while (p < atoms.count && atoms.gap[p] === Gap.space) {
      const seen = look(reader, p);
      const best = Math.max(seen.countryLength, seen.bodyLength, takesField ? seen.fieldLength : 0);
      if (best === 0 || seen.rankLength >= best || (p > from && seen.officeLength >= best)) break;
      const isField = takesField && seen.fieldLength === best;
      if (seen.countryLength === best) country ??= seen.country?.code;
      else if (isField) field ||= seen.field ?? '';
      p += best;
      // «for Energy Affairs»: the field has a word more than the list.
      if (isField && isThing(reader, p)) p++;
      if (endsPossessive(reader, p - 1)) continue;
    }
    if (p === from) p = readUnknownBody(reader, p);
    if (p === from) break;
    end = p;
    k = p;
  }
  return end < 0 ? undefined : { next: end, value: { country, field } };
}

const isThing = ({ atoms, clues }: Reader, i: number): boolean =>
  atoms.gap[i] === Gap.space && atoms.caps[i] === Caps.title && ((clues[i] ?? 0) & Clue.thing) !== 0;

/** A body that the lexicon doesn't know: capitalised words up to a given name, a title or a lower-case word. */
function readUnknownBody(reader: Reader, from: number): number {
  const { atoms, clues } = reader;
  let p = from;
  while (p < atoms.count && p - from < 6) {
    const gap = atoms.gap[p];
    if (gap !== Gap.space && gap !== Gap.hyphen) break;
    const caps = atoms.caps[p];
    if (caps !== Caps.title && caps !== Caps.upper) break;
    if ((clues[p] ?? 0) & Clue.honorific) break;
    if (p > from && (clues[p] ?? 0) & (Clue.rank | Clue.office) && (readRank(reader, p) || readOffice(reader, p)))
      break;
    if (p > from && isGiven(reader, p)) break;
    // «Minister of Construction Nguyễn Danh Huy».
    if (p > from && (clues[p] ?? 0) & Clue.familyFirst) break;
    p++;
    if (endsPossessive(reader, p - 1)) break;
  }
  return p;
}

/** True when an atom carries an ending: «Azerbaijan’s». */
export function endsPossessive({ clues }: Reader, i: number): boolean {
  return ((clues[i] ?? 0) & Clue.ending) !== 0;
}

function isInitialism(reader: Reader, i: number): boolean {
  const { atoms } = reader;
  return atoms.caps[i] === Caps.initial || isAbbreviation(reader, i);
}
