import { judge } from './letters.ts';
import type { Names } from './names.ts';
import type { Repair } from './repair.ts';

const swaps: Record<string, string> = {
  ð: 'ğ',
  þ: 'ş',
  ý: 'ı',
  Ð: 'Ğ',
  Þ: 'Ş',
  Ý: 'İ',
  đ: 'ğ',
  ţ: 'ş',
  Đ: 'Ğ',
  Ţ: 'Ş',
};
const swapped = /[ðþýÐÞÝđţĐŢ]/g;
const turkish = /^[abcçdefgğhıijklmnoöpqrsştuüvxyzâîûABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVXYZÂÎÛ]+$/;
/** Letters that stand beside ð þ ý in their own languages and never in misread Turkish. */
const elsewhere = /[áéíóúæěščřžňďťůľĺŕäåøÁÉÍÓÚÆĚŠČŘŽŇĎŤŮĽÄÅØ]/;
/** Log odds that a single word must have, and the least for one among others that have more. */
const alone = 1.5;
const among = -1;
/** The least for one beside a Turkish name on the list. */
const amongListed = -4;
/** Log odds that a Turkish name on the list has at least. */
const listed = 4;

/**
 * Windows-1254 read as Windows-1252 (`Erdoðan`) or as Windows-1250: ğ ş ı İ stand as ð þ ý Ý or đ ţ ý Ý.
 * Icelandic, Faroese, Czech, Slovak and Turkmen write these letters themselves; a trained verdict tells them apart.
 */
export function findMisread(text: string, verdict: Int8Array | undefined, names: () => Names): Repair[] {
  if (!verdict || !/[ðþýÐÞÝđţĐŢ]/.test(text)) return [];
  const found: { start: number; end: number; reading: string; odds: number }[] = [];
  let other = 0;
  let whole = 0;
  let least = among;
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const word = match[0];
    if (elsewhere.test(word)) other += 2;
    if (/[ğışŞĞİ]/.test(word)) whole += 2;
    if (!/[ðþýÐÞÝđţĐŢ]/.test(word)) continue;
    const reading = word.replace(swapped, (char) => swaps[char] ?? char);
    // A capital Ð Þ Ý inside a small word is not a letter of it.
    const possible = turkish.test(reading) && !/\p{Ll}[ÐÞÝĐŢ]/u.test(word);
    const odds = !possible
      ? Number.NEGATIVE_INFINITY
      : isListed(reading, names())
        ? listed
        : weighWord(word, reading, verdict);
    if (odds >= listed) least = amongListed;
    if (odds < amongListed) other++;
    else found.push({ start: match.index, end: match.index + word.length, reading, odds });
  }
  // Beside Turkish letters that are whole only a name on the list is a paste from elsewhere.
  const kept = found.filter(({ odds }) => odds >= (whole > 0 ? listed : least));
  other += found.length - kept.length + (kept.length > 0 ? 0 : whole);
  // What the words together say: neighbours of another language speak against all.
  const total = kept.reduce((sum, { odds }) => sum + Math.max(among, Math.min(odds, 4)), 0) - 3 * other;
  if (total < alone) return [];
  return kept.map(({ start, end, reading }) => ({
    start,
    end,
    kind: 'encoding-mojibake',
    readings: [reading],
    certainty: 'proved',
    evidence: { kind: 'round-trip', detail: 'Windows-1254' },
    story: `Windows-1254 read as Windows-${/[đţĐŢ]/.test(text) ? '1250' : '1252'}`,
  }));
}

/** True for a Turkish name, also with more behind it: `Hacı` in `Hacıesat`. */
function isListed(reading: string, names: Names): boolean {
  if (names.has(reading)) return true;
  const first = /^(.{3,}ı)[aeıioöuü]/.exec(reading)?.[1];
  return first !== undefined && names.has(first);
}

/** Log odds that a word which no list holds is misread Turkish. */
function weighWord(word: string, reading: string, verdict: Int8Array): number {
  if (reading.length < 3) return Number.NEGATIVE_INFINITY;
  // ğ follows a vowel and begins no word; ı stands beside no vowel but where a compound is joined.
  if (/(?:^|[^aeıioöuüâîûAEIİOÖUÜ])[ğĞ]|^[^aeıioöuüİ]{3}|^İ[aeıioöuü]/i.test(reading)) return Number.NEGATIVE_INFINITY;
  const kinds = new Set(word.toLowerCase().match(swapped)).size;
  if (kinds < 2 && /ı(?!o[ğð])[aeıioöuü]|[aeioöuü]ı/.test(reading)) return Number.NEGATIVE_INFINITY;
  let odds = judge(word.toLowerCase().replaceAll('đ', 'ð').replaceAll('ţ', 'þ'), verdict);
  // Vowel harmony: e i ö ü beside ı is rare in Turkish, and the rule in Czech.
  if (/[eiöü][^aeıioöuü]*ı|ı[^aeıioöuü]*[eiöü]/i.test(reading)) odds -= 3;
  // Icelandic þ opens a syllable; its ý, and the Czech one, close no later syllable.
  else if (/[aıou][^aeıioöuü]+ı[^aeıioöuü]/.test(reading)) odds += 2;
  // No Turkish word begins with two consonants; Czech and Icelandic ones do.
  if (/^[^aeıioöuü]{2}/i.test(reading)) odds -= 3;
  // Azerbaijani has x, and q before any letter; the neighbours don't.
  if (/x|q(?!u)/i.test(word)) odds += 4;
  if (/þ(?:[^aeiouyýöüjrvlþ]|$)/.test(word)) odds += 3;
  if (/^Ý[^aeiouyðþ]/.test(word)) odds += 2;
  // Only Icelandic has them all, and its words with two of them have accents besides.
  return kinds > 1 ? odds + 2 : odds;
}
