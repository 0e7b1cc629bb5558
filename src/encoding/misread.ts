import { judge } from './letters.ts';
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
const turkish = /^[abcçdefgğhıijklmnoöprsştuüvyzâîûABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎÛ]+$/;
/** Letters that stand beside ð þ ý in their own languages and never in misread Turkish. */
const elsewhere = /[áéíóúæěščřžňďťůľĺŕäåøÁÉÍÓÚÆĚŠČŘŽŇĎŤŮĽÄÅØ]/;
/** Log odds that a single word must have, and the least for one among others that have more. */
const alone = 1.5;
const among = -1;

/**
 * Windows-1254 read as Windows-1252 (`Erdoðan`) or as Windows-1250: ğ ş ı İ stand as ð þ ý Ý or đ ţ ý Ý.
 * Icelandic, Faroese, Czech, Slovak and Turkmen write these letters themselves; a trained verdict tells them apart.
 */
export function findMisread(text: string, verdict: Int8Array | undefined): Repair[] {
  if (!verdict || !/[ðþýÐÞÝđţĐŢ]/.test(text)) return [];
  const found: { start: number; end: number; reading: string; odds: number }[] = [];
  let other = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const word = match[0];
    if (elsewhere.test(word) || /[ğışŞĞİ]/.test(word)) other += 2;
    if (!/[ðþýÐÞÝđţĐŢ]/.test(word)) continue;
    const reading = word.replace(swapped, (char) => swaps[char] ?? char);
    // ğ follows a vowel and begins no word; ı stands beside no vowel; the word keeps to the Turkish alphabet.
    const possible =
      turkish.test(reading) &&
      !/(?:^|[^aeıioöuüâîûAEIİOÖUÜ])[ğĞ]/.test(reading) &&
      !/ı(?!o[ğð])[aeıioöuü]|[aeioöuü]ı|^[^aeıioöuüİ]{3}/i.test(reading) &&
      // A capital Ð Þ Ý inside a small word is not a letter of it.
      !/\p{Ll}[ÐÞÝĐŢ]/u.test(word);
    const low = word.toLowerCase().replaceAll('đ', 'ð').replaceAll('ţ', 'þ');
    // Vowel harmony: e i ö ü beside ı is rare in Turkish, and the rule in Czech.
    const discord = /[eiöü][^aeıioöuü]*ı|ı[^aeıioöuü]*[eiöü]/i.test(reading) ? 3 : 0;
    const odds = possible ? judge(low, verdict) - discord : Number.NEGATIVE_INFINITY;
    if (odds < among) other++;
    else found.push({ start: match.index, end: match.index + word.length, reading, odds });
  }
  // What the words together say: neighbours of another language speak against all.
  const total = found.reduce((sum, { odds }) => sum + Math.min(odds, 4), 0) - 3 * other;
  if (total < alone) return [];
  return found.map(({ start, end, reading }) => ({
    start,
    end,
    kind: 'encoding-mojibake',
    readings: [reading],
    certainty: 'proved',
    evidence: { kind: 'round-trip', detail: 'Windows-1254' },
    story: `Windows-1254 read as Windows-${/[đţĐŢ]/.test(text) ? '1250' : '1252'}`,
  }));
}
