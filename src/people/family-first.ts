import { foldedAt, Gap } from './atoms.ts';
import { Clue } from './clues.ts';
import { isCountryHere } from './look.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';
import { isGiven } from './reader.ts';

// A syllable or two of Chinese, Korean or Vietnamese in plain letters.
const syllables = /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsywv])?y?(?:[aeiou]{1,4})(?:ng|n|r|m|l|k|p|t|h|c)?){1,2}$/;
// Countries where the family name stands first. Source: CLDR person names, «surnameFirst» locales.
const eastern = new Set(['CN', 'KP', 'KR', 'VN', 'TW', 'SG']);

/**
 * True when a name of two or three words has its family name first.
 *
 * @param first atom of the first word
 * @param second atom of the second word
 */
export function isFamilyFirst(reader: Reader, first: number, second: number): boolean {
  const { atoms, clues, lexicon } = reader;
  const { gap, caps } = atoms;
  const clue = clues[first] ?? 0;
  const isBeforeHyphen = gap[second + 1] === Gap.hyphen;
  // As nearly always.
  if (!isBeforeHyphen && !(clue & (Clue.familyFirst | Clue.familyDoubtful))) return false;
  const syllable = foldedAt(atoms, second);
  if (!syllables.test(syllable)) return false;
  if (clue & Clue.familyFirst) return true;
  // «Bo Jin-su»: a second syllable in small letters behind a hyphen is the East’s alone.
  const isTied = isBeforeHyphen && caps[second + 1] === Caps.lower && syllables.test(foldedAt(atoms, second + 1));
  if (isTied && syllables.test(foldedAt(atoms, first)) && !isGiven(reader, first)) return true;
  if (!(clue & Clue.familyDoubtful)) return false;
  if (lexicon.nameWords.middles.has(syllable) && caps[second + 1] === Caps.title && gap[second + 1] === Gap.space)
    return true;
  return isTied || followsEasternCountry(reader, first);
}

function followsEasternCountry(reader: Reader, from: number): boolean {
  const { atoms, clues, lexicon } = reader;
  for (let i = Math.max(0, from - 8); i < from; i++) {
    if (!((clues[i] ?? 0) & Clue.country) || !isCountryHere(reader, i)) continue;
    const country = lexicon.offices.countries.longest((k) => foldedAt(atoms, k), i);
    if (country && eastern.has(country.value.code)) return true;
  }
  return false;
}
