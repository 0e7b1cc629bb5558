import { isInside } from '../language/index.ts';
import { foldedAt, Gap, isStop } from './atoms.ts';
import { Clue } from './clues.ts';
import type { NameParts } from './names.ts';
import { readName } from './names.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';
import { isAbbreviation, isGiven } from './reader.ts';
import type { Titles } from './title-row.ts';
import { endsPossessive } from './titles.ts';

/** The name that titles lead to. */
export function nameAfter(reader: Reader, titles: Titles): NameParts | undefined {
  const { atoms, clues, lexicon } = reader;
  let k = titles.next;
  if (titles.rank) k = skipRankTail(reader, k, titles);
  if (k >= atoms.count || endsPossessive(reader, k - 1)) return undefined;
  const gap = atoms.gap[k];
  const tied =
    gap === Gap.space ||
    ((gap === Gap.stopSpace || gap === Gap.stop) && isAbbreviation(reader, k - 1)) ||
    (k > titles.next && isRetired(reader, k - 1));
  const comma = gap === Gap.comma;
  if (!tied && !comma) return undefined;
  const { rank } = titles;
  const rankLast = rank !== undefined && rank.span.end >= (atoms.end[k - 1] ?? 0);
  const initial = atoms.caps[k] === Caps.initial && isStop(atoms.gap[k + 1]);
  if (rankLast && !initial && lexicon.isNotName(foldedAt(atoms, k - 1), foldedAt(atoms, k))) {
    titles.blocked = true;
    return undefined;
  }
  const name = readName(reader, k, true);
  if (!name || (name.words < 2 && (name.thing || (clues[name.from] ?? 0) & Clue.thing))) return undefined;
  const known = name.words > 1 && isGiven(reader, name.from);
  if (reader.allCaps && !known) return undefined;
  if (comma) {
    if (rankLast) rank.comma = { start: atoms.end[k - 1] ?? 0, end: atoms.start[k] ?? 0 };
    if (rankLast && rank.letterCase === 'title') {
      if (!known && name.initials === undefined && !isSubject(reader, name)) return undefined;
    } else if (titles.offices.at(-1)?.plural || !(known || isAside(reader, name))) return undefined;
  } else if (name.thing) return undefined;
  // Lower-case ordinary words before a capital: «the major Western powers», «a private Swiss bank».
  if (rankLast && rank.letterCase === 'lower') {
    const ambiguous = lexicon.ranks.form(rank.id)?.traits?.includes('ambiguous');
    if (ambiguous && !known && name.initials === undefined) return undefined;
  }
  return name;
}

/** «the mayor, Hennadii Trukhanov, said», «… the mayor, Hennadii Trukhanov.»: between commas, or to the end, after an office two or three capitalised words are its holder. */
function isAside({ atoms, clues, parsed }: Reader, { from, next, words, thing }: NameParts): boolean {
  if (thing || words < 2 || words > 4 || (clues[from] ?? 0) & Clue.compass) return false;
  for (let i = next - words; i < next; i++) if ((clues[i] ?? 0) & Clue.country) return false;
  const last = next - 1;
  const mark = parsed.text[((clues[last] ?? 0) & Clue.ending ? atoms.rawEnd[last] : atoms.end[last]) ?? 0];
  return mark === ',' || mark === '.' || ((clues[next] ?? 0) & Clue.speech) !== 0;
}

/** «Colonel, Nazarov said»: the surname alone after the comma is what the verb speaks of. */
function isSubject({ atoms, clues, parsed }: Reader, { next, words, thing, span }: NameParts): boolean {
  return (
    words === 1 &&
    !thing &&
    atoms.gap[next] === Gap.space &&
    ((clues[next] ?? 0) & (Clue.speech | Clue.act)) !== 0 &&
    !isInside(parsed.quotes, span.start)
  );
}

function isRetired({ atoms }: Reader, i: number): boolean {
  const folded = foldedAt(atoms, i);
  return folded === 'ret' || folded === 'retd' || folded === 'retired';
}

/** Over «(ret.)» and «of Justice», «of the Police», «of the Medical Service» between a rank and the name. */
function skipRankTail(reader: Reader, from: number, titles: Titles): number {
  const { atoms, lexicon } = reader;
  let k = from;
  const { rank } = titles;
  if (foldedAt(atoms, k) === 'of' && atoms.gap[k] === Gap.space) {
    let p = k + 1;
    if (foldedAt(atoms, p) === 'the') p++;
    if (!lexicon.nameWords.services.has(foldedAt(atoms, p))) return from;
    p++;
    if (foldedAt(atoms, p) === 'service' || foldedAt(atoms, p) === 'troops') p++;
    k = p;
    if (rank) rank.uncertain = true;
  }
  if (atoms.gap[k] !== Gap.space && isRetired(reader, k)) {
    k++;
    if (rank) rank.uncertain = true;
  }
  return k;
}
