import type { IsWord, MisreadVerdicts, Names } from '../knowledge/index.ts';
import { judge, lowerTurkic } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { withCommas } from './turn-page.ts';

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
const elsewhere = /[áéíóúæěščřžňďťůľĺŕäåøăąęłńśźżćőűÁÉÍÓÚÆĚŠČŘŽŇĎŤŮĽÄÅØĂĄĘŁŃŚŹŻĆŐŰ]/;
/** Log odds that a single word must have, and the least for one among others that have more. */
const alone = 1.5;
const among = -1;
/** Names that have less are offered as Turkish, and never put right by themselves. */
const offered = 0.4;
const offered1250 = 0.9;
const surely = 3;
/** What all words of a text must come to where other texts of the document are misread Turkish. */
const amongTold = 0;
/** The least for one beside a Turkish name on the list. */
const amongListed = -4;
/** Log odds that a Turkish name on the list has at least. */
const listed = 4;
/** What a word of the Turkish dictionary is worth: in capitals with its letter inside, and otherwise. */
const wordWorth = 4;
const shortWorth = 2;

/** The page's name in the evidence. */
const misreadPage = 'Windows-1254';

/** Whether a repair is of misread Turkish. */
export function isMisread({ evidence, pages }: Repair): boolean {
  return evidence.detail === misreadPage && pages === undefined;
}

/**
 * Windows-1254 read as Windows-1252 (`Erdoðan`) or as Windows-1250: ğ ş ı İ stand as ð þ ý Ý or đ ţ ý Ý.
 * Icelandic, Faroese, Czech, Slovak and Turkmen write these letters themselves; a trained verdict tells them apart.
 *
 * @param beyond what of it is beyond ASCII, or the text itself
 * @param told whether other texts of the document are misread so
 */
export function findMisread(
  text: string,
  beyond: string,
  verdicts: MisreadVerdicts | undefined,
  names: () => Names,
  given: () => ReadonlySet<string>,
  isWord: IsWord | undefined,
  told = false,
): Repair[] {
  if (!verdicts || !/[ðþýÐÞÝđţĐŢ]/.test(beyond)) return [];
  const found: { start: number; end: number; reading: string; odds: number }[] = [];
  let other = 0;
  let whole = 0;
  let least = among;
  for (const match of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const word = match[0];
    if (elsewhere.test(word)) other += 2;
    if (/[ğışŞĞİ]/.test(word)) whole += 2;
    if (!/[ðþýÐÞÝđţĐŢ]/.test(word)) continue;
    if (isElsewhere(word, names())) {
      other++;
      continue;
    }
    const reading = word.replace(swapped, (char) => swaps[char] ?? char);
    // A capital Ð Þ Ý inside a small word is not a letter of it.
    const possible = turkish.test(reading) && !/\p{Ll}[ÐÞÝĐŢ]/u.test(word);
    const odds = !possible
      ? Number.NEGATIVE_INFINITY
      : isListed(reading, names())
        ? listed
        : weighWord(word, reading, verdicts.word, isWord) +
          weighCompany(text, match.index, word.length, verdicts.company, given());
    if (odds >= listed) least = amongListed;
    if (odds < amongListed) other++;
    else found.push({ start: match.index, end: match.index + word.length, reading, odds });
  }
  // Beside Turkish letters that are whole only a name on the list is a paste from elsewhere.
  const kept = found.filter(({ odds }) => odds >= (whole > 0 ? listed : least));
  other += found.length - kept.length + (kept.length > 0 ? 0 : whole);
  // What the words together say: neighbours of another language speak against all.
  const total = kept.reduce((sum, { odds }) => sum + Math.max(among, Math.min(odds, 4)), 0) - 3 * other;
  const doubted = !told && other === 0 && total < surely && kept.every(({ reading }) => mayBeName(reading));
  const fewest = /[đţĐŢ]/.test(text) ? offered1250 : offered;
  if (total < (told ? amongTold : doubted ? fewest : alone)) return [];
  return kept.map(({ start, end, reading }) => ({
    start,
    end,
    kind: 'encoding-mojibake',
    readings: [reading],
    certainty: doubted ? 'choices' : 'proved',
    evidence: { kind: 'round-trip', detail: misreadPage },
    story: `Windows-1254 read as Windows-${/[đţĐŢ]/.test(text) ? '1250' : '1252'}`,
  }));
}

/** A word with a capital, of three letters at least, in which no ı stands beside a vowel, as Turkmen's ý does. */
function mayBeName(reading: string): boolean {
  return /^\p{Lu}\p{L}{2}/u.test(reading) && !meetsVowel.test(reading);
}

/** Letters of a name that another word ends with. */
const leastInCompound = 4;
/** Letters that follow a name in another word. */
const leastBehind = 3;

/** True for a name of another language as it stands: `Tuđman`, and `Ţiriac` with the cedilla of old fonts. */
function isElsewhere(word: string, names: Names): boolean {
  return [word, withCommas(word)].some((one) => {
    const low = one.toLowerCase();
    return names.match(one).some((match) => match.low === low && !['tr', 'az', 'tk'].includes(match.language));
  });
}

function isBorneByMany(name: string, names: Names): boolean {
  const low = lowerTurkic(name);
  return names.match(name).some((match) => match.low === low && match.frequent && match.language !== 'az');
}

/** True for a Turkish name, also with more behind it or before it: `Hacı` in `Hacıesat`, `Pınar` in `Akpınar`. */
function isListed(reading: string, names: Names): boolean {
  if (names.has(reading) || /\p{L}{3}oğlu$/u.test(reading)) return true;
  const joined = /^(.{3,}ı)[aeıioöuü]/.exec(reading)?.[1];
  if (joined !== undefined && names.has(joined)) return true;
  for (let at = leastInCompound; at <= reading.length - leastBehind; at++) {
    const first = reading.slice(0, at);
    if (/[ğışİŞ]/.test(first) && !/[ğışĞŞ]/.test(reading.slice(at)) && isBorneByMany(first, names)) return true;
  }
  for (let at = 2; at <= reading.length - leastInCompound; at++) {
    const last = reading.slice(at);
    if (!/[ğış]/.test(last)) break;
    if (names.has(last)) return true;
  }
  return false;
}

/** How much one name beside a word may say of it, and how far two may stand from it. */
const mostCompany = 2;
const companyReach = 32;
const namesBefore = /(?<!\p{L})(?:(\p{Lu}\p{Ll}+)[ -])?(\p{Lu}\p{Ll}+)[ -]$/u;
const nameBehind = /^[ -](\p{Lu}[\p{Ll}]+)(?!\p{L})/u;

/** Log odds that the names before and behind a word are Turkish; those that are misread too speak for themselves. */
function weighCompany(
  text: string,
  start: number,
  length: number,
  company: Int8Array,
  given: ReadonlySet<string>,
): number {
  const [, first = '', last = ''] = namesBefore.exec(text.slice(Math.max(0, start - companyReach), start)) ?? [];
  const behind = nameBehind.exec(text.slice(start + length, start + length + companyReach))?.[1] ?? '';
  return (
    [first, last, behind]
      .filter((name) => name !== '' && !/[ðþýÐÞÝđţĐŢ]/.test(name))
      .map((name) => {
        const low = lowerTurkic(name);
        return given.has(low) ? mostCompany : Math.max(-mostCompany, Math.min(mostCompany, judge(low, company)));
      })
      // A word of English before a name says nothing against it.
      .reduce((sum, one, i) => sum + (i === 0 ? Math.max(0, one) : one), 0)
  );
}

/** ı beside a vowel, but where a compound is joined. */
const meetsVowel = /ı(?!o[ğð]|evler)[aeıioöuü]|[aeioöuü]ı/;
/** What a compound ends in, whose vowels are its own. */
const secondPart = /(?:evler|gil|köy|tepe|dere|göl)$/;

/** Log odds that a word which no list holds is misread Turkish. */
function weighWord(word: string, reading: string, verdict: Int8Array, isWord: IsWord | undefined): number {
  // Little can be told of two letters; beside other words they go with those.
  if (reading.length < 3) return isWord?.(reading) ? 0 : amongListed;
  if (/^[ğĞ]|^[^aeıioöuüâîûİ]{3}|^İ[aeıioöuü]/i.test(reading)) return Number.NEGATIVE_INFINITY;
  // Romanian -ţie, -ţional.
  if (/.ţi[aeiou]/i.test(word)) return Number.NEGATIVE_INFINITY;
  const kinds = new Set(word.toLowerCase().match(swapped)).size;
  let odds = judge(word.toLowerCase().replaceAll('đ', 'ð').replaceAll('ţ', 'þ').replaceAll('â', 'a'), verdict);
  // ğ follows a vowel; ı stands beside none but where a compound is joined.
  if (/[^aeıioöuüâîûAEIİOÖUÜ][ğĞ]/.test(reading)) odds -= 4;
  const beside = meetsVowel.test(reading);
  // Where y stands before a vowel as a consonant: the neighbours write a vowel with it.
  if (/(?:[aiu]|.ý)y[aeiouöü]/.test(word)) odds += 3;
  // Neither Icelandic nor Faroese has h but before what is spoken with it.
  if (/[ðþÞ]/.test(word) && /h(?![aeiouyáéíóúýæöøjlnrv])/.test(word)) odds += 3;
  if (kinds < 2 && beside) odds -= 4;
  // Turkmen alone has ç and ü with ý, which is a consonant there; Czech and Icelandic have neither.
  const own = !beside && /[çüÇÜ]/.test(word);
  if (own) odds += 3;
  // A word of the dictionary; but Czech adjectives end in ý, and short words are chance.
  const small = /^\p{Ll}/u.test(word);
  if (reading.length > (small ? 4 : 3) && isWord?.(reading)) {
    const inside = reading.length > 4 && /[ðþýđţ]./i.test(word);
    odds += inside && !small ? wordWorth : inside || !small ? shortWorth : 0;
  }
  // Vowel harmony: e i ö ü beside ı is rare in Turkish, and the rule in Czech.
  if (/[eiöü][^aeıioöuü]*ı|ı[^aeıioöuü]*[eiöü]/i.test(reading.replace(secondPart, ''))) odds -= own ? 0 : 3;
  // Icelandic þ opens a syllable; its ý, and the Czech one, close no later syllable.
  else if (/[aıou][^aeıioöuü]+ı[^aeıioöuü]/.test(reading)) odds += 2;
  // No Turkish word begins with two consonants; Czech and Icelandic ones do.
  if (/^[^aeıioöuüâîûİ]{2}/i.test(reading)) odds -= 3;
  // Azerbaijani has x, and q before any letter; the neighbours don't, but for what Czech takes from abroad.
  if (/q(?!u)/i.test(word) || (/x/i.test(word) && !/ý(?:ch|mi?)?$/.test(word))) odds += 4;
  // «Karamanlý»: from a place; Czech has few names so.
  if (!small && /[aı][^aeıioöuü]*[lc]ı$/.test(reading)) odds += 1;
  if (/þ(?:[^aeiouyýöüjrvlþ]|$)/.test(word)) odds += 3;
  // Icelandic and Faroese, which alone have ð, have neither c nor z.
  if (/ð/.test(word) && /[cz]/i.test(word)) odds += 3;
  if (/^Ý[^aeiouyðþ]/.test(word)) odds += 2;
  // Only Icelandic has them all, and its words with two of them have accents besides.
  return kinds > 1 ? odds + 2 : odds;
}
