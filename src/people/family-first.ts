import { Caps, Gap } from './atoms.ts';
import type { Reader } from './reader.ts';
import { Clue } from './reader.ts';
import { isCountryHere } from './titles.ts';

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
  const { folded, gap, caps } = reader.atoms;
  const { families_first: families, families_doubtful: doubtful, middles } = reader.lexicon.nameWords;
  const family = folded[first] ?? '';
  // As nearly always.
  if (gap[second + 1] !== Gap.hyphen && !families.has(family) && !doubtful.has(family)) return false;
  if (!syllables.test(folded[second] ?? '')) return false;
  if (families.has(family)) return true;
  // «Bo Jin-su»: a second syllable in small letters behind a hyphen is the East’s alone.
  const isTied =
    gap[second + 1] === Gap.hyphen && caps[second + 1] === Caps.lower && syllables.test(folded[second + 1] ?? '');
  if (isTied && syllables.test(family) && !reader.lexicon.isGivenName(family)) return true;
  if (!doubtful.has(family)) return false;
  if (middles.has(folded[second] ?? '') && caps[second + 1] === Caps.title && gap[second + 1] === Gap.space)
    return true;
  return isTied || followsEasternCountry(reader, first);
}

function followsEasternCountry(reader: Reader, from: number): boolean {
  const { atoms, clues, lexicon } = reader;
  for (let i = Math.max(0, from - 8); i < from; i++) {
    if (!((clues[i] ?? 0) & Clue.country) || !isCountryHere(reader, i)) continue;
    const country = lexicon.offices.countries.longest((k) => atoms.folded[k], i);
    if (country && eastern.has(country.value.code)) return true;
  }
  return false;
}
