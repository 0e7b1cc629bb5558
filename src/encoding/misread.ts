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
const turkish = /^[abcçdefgğhıijklmnoöprsştuüvyzâîûABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎÛ]+$/;
/** Letters of Icelandic, Czech, Slovak, Turkmen, Faroese that stand beside ð þ ý there and never in misread Turkish. */
const elsewhere = /[áéíóúæěščřžňďťůľĺŕäĄąęłőűøåÁÉÍÓÚÆĚŠČŘŽŇĎŤŮĽÄ]/;

/** Windows-1254 read as Windows-1252 (`Erdoðan`) or as Windows-1250: the six Turkish letters stand where ð þ ý or đ ţ ý would. */
export function findMisread(text: string): Repair[] {
  const repairs: Repair[] = [];
  if (elsewhere.test(text) || /[ğışİĞŞ]/.test(text)) return repairs;
  const marks = new Set<string>();
  const found: { start: number; end: number; reading: string }[] = [];
  for (const match of text.matchAll(/\p{L}*[ðþýÐÞÝđţĐŢ]\p{L}*/gu)) {
    const reading = match[0].replace(/[ðþýÐÞÝđţĐŢ]/g, (char) => swaps[char] ?? char);
    // ğ follows a vowel and begins no word; the word keeps to the Turkish alphabet.
    if (!turkish.test(reading) || /(?:^|[^aeıioöuüâîûAEIİOÖUÜ])[ğĞ]/.test(reading)) continue;
    for (const [char] of match[0].matchAll(/[ðþýÐÞÝđţĐŢ]/g)) marks.add(char.toLowerCase());
    found.push({ start: match.index, end: match.index + match[0].length, reading });
  }
  // Only ý: as likely Czech; ð or þ beside it is Turkish.
  if (!['ð', 'þ', 'đ', 'ţ'].some((char) => marks.has(char))) return repairs;
  for (const { start, end, reading } of found) {
    repairs.push({
      start,
      end,
      kind: 'encoding-mojibake',
      readings: [reading],
      certainty: 'proved',
      evidence: { kind: 'round-trip', detail: 'Windows-1254' },
      story: /[đţĐŢ]/.test(text.slice(start, end))
        ? 'Windows-1254 read as Windows-1250'
        : 'Windows-1254 read as Windows-1252',
    });
  }
  return repairs;
}
