import { isInside } from '../language/index.ts';
import { Caps, Gap } from './atoms.ts';
import type { NameParts } from './names.ts';
import { beginsName, readName } from './names.ts';
import type { Reader } from './reader.ts';
import { Clue, isAbbreviation, isStop } from './reader.ts';
import type { Titles } from './title-row.ts';
import type { Read } from './titles.ts';
import { endsPossessive } from './titles.ts';

/** The name that titles lead to. */
export function nameAfter(reader: Reader, titles: Titles): Read<NameParts> | undefined {
  const { atoms, lexicon } = reader;
  let k = titles.next;
  if (titles.ranks.length > 0) k = skipRankTail(reader, k, titles);
  if (k >= atoms.count || endsPossessive(reader, k - 1)) return undefined;
  const gap = atoms.gap[k];
  const before = atoms.folded[k - 1] ?? '';
  const retired = isRetired(atoms.folded[k - 1]);
  const tied =
    (retired && k > titles.next) ||
    gap === Gap.space ||
    (gap === Gap.stopSpace && isAbbreviation(reader, before)) ||
    (gap === Gap.stop && isAbbreviation(reader, before));
  const comma = gap === Gap.comma;
  if (!tied && !comma) return undefined;
  const rank = titles.ranks.at(-1);
  const rankLast = rank !== undefined && rank.span.end >= (atoms.end[k - 1] ?? 0);
  const initial = atoms.caps[k] === Caps.initial && isStop(atoms.gap[k + 1]);
  if (rankLast && !initial && lexicon.isNotName(before, atoms.folded[k] ?? '')) {
    titles.blocked = true;
    return undefined;
  }
  if (!beginsName(reader, k, true)) return undefined;
  const name = readName(reader, k, true);
  if (!name || (name.value.words < 2 && (name.value.thing || lexicon.nameWords.things.has(name.value.first))))
    return undefined;
  const known = lexicon.isGivenName(name.value.first) && name.value.words > 1;
  if (reader.allCaps && !known) return undefined;
  if (comma) {
    if (rankLast) rank.comma = { start: atoms.end[k - 1] ?? 0, end: atoms.start[k] ?? 0 };
    if (rankLast && rank.letterCase === 'title') {
      if (!known && name.value.initials === undefined && !isSubject(reader, name)) return undefined;
    } else if (titles.offices.at(-1)?.plural || !(known || isAside(reader, name))) return undefined;
  } else if (name.value.thing) return undefined;
  // Lower-case ordinary words before a capital: «the major Western powers», «a private Swiss bank».
  if (rankLast && rank.letterCase === 'lower') {
    const ambiguous = lexicon.ranks.form(rank.id)?.traits?.includes('ambiguous');
    if (ambiguous && !known && name.value.initials === undefined) return undefined;
  }
  return name;
}

/** «the mayor, Hennadii Trukhanov, said», «… the mayor, Hennadii Trukhanov.»: between commas, or to the end, after an office two or three capitalised words are its holder. */
function isAside({ atoms, clues, parsed, lexicon: { nameWords } }: Reader, { value, next }: Read<NameParts>): boolean {
  if (value.thing || value.words < 2 || value.words > 4 || nameWords.compass.has(value.first)) return false;
  for (let i = next - value.words; i < next; i++) if ((clues[i] ?? 0) & Clue.country) return false;
  const mark = parsed.text[atoms.rawEnd[next - 1] ?? 0];
  return mark === ',' || mark === '.' || nameWords.speech.has(atoms.folded[next] ?? '');
}

/** «Colonel, Nazarov said»: the surname alone after the comma is what the verb speaks of. */
function isSubject({ atoms, parsed, lexicon: { nameWords } }: Reader, { value, next }: Read<NameParts>): boolean {
  const verb = atoms.folded[next] ?? '';
  return (
    value.words === 1 &&
    !value.thing &&
    atoms.gap[next] === Gap.space &&
    (nameWords.speech.has(verb) || nameWords.acts.has(verb)) &&
    !isInside(parsed.quotes, value.span.start)
  );
}

const isRetired = (folded: string | undefined) => folded === 'ret' || folded === 'retd' || folded === 'retired';

/** Over «(ret.)» and «of Justice», «of the Police», «of the Medical Service» between a rank and the name. */
function skipRankTail({ atoms, lexicon: { nameWords } }: Reader, from: number, titles: Titles): number {
  let k = from;
  const rank = titles.ranks.at(-1);
  if (atoms.folded[k] === 'of' && atoms.gap[k] === Gap.space) {
    let p = k + 1;
    if (atoms.folded[p] === 'the') p++;
    if (!nameWords.services.has(atoms.folded[p] ?? '')) return from;
    p++;
    if (atoms.folded[p] === 'service' || atoms.folded[p] === 'troops') p++;
    k = p;
    if (rank) rank.uncertain = true;
  }
  if (isRetired(atoms.folded[k]) && atoms.gap[k] !== Gap.space) {
    k++;
    if (rank) rank.uncertain = true;
  }
  return k;
}
