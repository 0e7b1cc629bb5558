import type { CodePage, Names, Tables } from '../knowledge/index.ts';
import { judge, lowerTurkic } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import type { Turned } from './turn-page.ts';
import { toPageRepair, turnPage } from './turn-page.ts';

/** Pages that Turkish was written with, and those that it may have been read with; Windows on Windows is misread.ts's. */
const written = ['cp857', 'mac-turkish', 'windows-1254'];
const read = [
  'windows-1252',
  'iso-8859-1',
  'windows-1250',
  'windows-1254',
  'macintosh',
  'cp437',
  'cp850',
  'cp857',
  'windows-1251',
  'windows-1253',
];
const windows = /^windows-125[024]/;
const mixed = /[a-z][\u0370-\u04ff]|[\u0370-\u04ff][a-z]/i;

/** Letters, and what may stand for one: signs of another page, but not what copy sets between letters. */
const word = /[\p{L}\p{M}\u0080-\u009f\u00a1-\u00bf÷×ˆ˜˛˝˙˘‚„†‡…‰‹›“”€¤⁄™−∞≠≤≥∂∑∏π∫Ωτ≡ⁿ√\u2500-\u25ff\uf8ff]+/gu;
/** A word of two scripts, and letters that these pages often leave. */
const mayBeOdd = /[a-z][\u0370-\u04ff]|[\u0370-\u04ff][a-z]|[ßÛﬁﬂ\u0080-\u009f]/i;
const letters = /^[a-zçğıöşüâîûA-ZÇĞİÖŞÜÂÎÛ]+$/;
/** Signs that stand inside a word only where its page is not the text's. */
const inside = /\p{L}[^\p{L}\p{M}\u00ad·]\p{L}/u;
/** Signs that may be a name's first or last letter. */
const edge = /^[÷ˆ˜˛˝˙˘¤‹\u2500-\u25ff]\p{Ll}|\p{Ll}[ˆ˜˛˝˙˘¤›\u2500-\u25ff]$/u;
/** Ligatures, which the Mac's page has where its Turkish one has letters. */
const joined = /[ﬁﬂ]/;
/** The same with any sign, and a capital inside a small word. */
const odd = /\p{L}[^\p{L}\p{M}\u00ad·]\p{L}|\p{Ll}[^\0-\x7f\P{Lu}]\p{Ll}/u;
/** Log odds that all words together must have. */
const enough = 5;
const mostOdds = 2;

/**
 * Turkish written with a page of DOS, of the Mac or of Windows and read with another: `T‡rk‡e`, `Y²ld²r²m`. A byte is a
 * letter there and a sign here; all words of a text must agree on the two pages.
 *
 * @param verdict whether a word is Turkish rather than English prose
 */
export function findOneByte(
  text: string,
  beyond: string,
  tables: Tables,
  names: () => Names,
  verdict: () => Int8Array | undefined,
): Repair[] {
  // Most copy with letters beyond ASCII has none that is out of place.
  if (!mayHoldOdd(beyond)) return [];
  const words = [...text.matchAll(word)].filter(([one]) => /[^\0-\x7f]/.test(one) && /[A-Za-z]/.test(one));
  if (!words.some(([one]) => isOdd(one) || mayBeOdd.test(one) || edge.test(one))) return [];
  const prose = verdict();
  if (!prose) return [];
  let best: { odds: number; found: Turned[]; pages: [CodePage, CodePage] } | undefined;
  for (const from of tables.pages.filter(({ id }) => written.includes(id)))
    for (const to of tables.pages.filter(({ id }) => read.includes(id))) {
      if (from === to || (windows.test(from.id) && windows.test(to.id))) continue;
      const { odds, found } = weighPages(words, from, to, names(), prose);
      if (odds >= enough && odds > (best?.odds ?? 0)) best = { odds, found, pages: [from, to] };
    }
  if (!best) return [];
  const [from, to] = best.pages;
  return best.found.map((one) => toPageRepair(one, from, to));
}

function weighPages(
  words: readonly RegExpMatchArray[],
  from: CodePage,
  to: CodePage,
  names: Names,
  prose: Int8Array,
): { odds: number; found: Turned[] } {
  const found: Turned[] = [];
  const plain: Turned[] = [];
  const kinds = new Set<string>();
  let odds = 0;
  let named = false;
  for (const match of words) {
    const [one] = match;
    const reading = turn(one, from, to);
    if (reading === one) continue;
    const start = match.index ?? 0;
    if (reading === undefined || /\p{Ll}\p{Lu}/u.test(reading)) {
      odds -= 2;
      continue;
    }
    const known = names.has(reading) || /\p{L}{3}oğlu$/u.test(reading);
    const sign = isOdd(one) || edge.test(one) || (known && joined.test(one));
    if (!known && !sign) {
      if (judge(lowerTurkic(reading), prose) > 0) plain.push({ start, end: start + one.length, reading });
      else odds -= 1;
      continue;
    }
    if (known && reading.length > 4) named = true;
    odds += (known ? 3 : Math.max(-mostOdds, Math.min(mostOdds, judge(lowerTurkic(reading), prose)))) + (sign ? 2 : 0);
    for (const char of one) if (char > '\u007f') kinds.add(char);
    found.push({ start, end: start + one.length, reading });
  }
  // One sign for one letter may be chance: «don”t».
  return kinds.size > 1 || named ? { odds, found: [...found, ...plain] } : { odds: 0, found: [] };
}

/** Whether a word of the text may be odd, or holds a letter that these pages often leave. */
export function mayHoldOdd(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    if (code < 0xa0 || code === 0xdf || code === 0xdb || code === 0xfb01 || code === 0xfb02) return true;
    // Dashes and apostrophes part words.
    if (code >= 0x2010 && code <= 0x2019) continue;
    if (code >= 0x370 && code < 0x500 && mixed.test(text.slice(Math.max(0, i - 1), i + 2))) return true;
    // Small letters: most of what copy holds beyond ASCII.
    if ((code > 0xdf && code < 0x100 && code !== 0xf7) || (code >= 0x250 && code < 0x2b0)) continue;
    if (code & 1 && ((code >= 0x100 && code < 0x138) || (code >= 0x14a && code < 0x178))) continue;
    if (isEdge(code) && (mayBeLetter(text.charCodeAt(i - 1)) || mayBeLetter(text.charCodeAt(i + 1)))) return true;
    if (
      mayBeLetter(text.charCodeAt(i - 1)) &&
      mayBeLetter(text.charCodeAt(i + 1)) &&
      odd.test(text.slice(i - 1, i + 2))
    )
      return true;
  }
  return false;
}

/** ÷ ¤ ‹ ›, spacing marks and drawn boxes. */
const isEdge = (code: number) =>
  code === 0xf7 ||
  code === 0xa4 ||
  code === 0x2039 ||
  code === 0x203a ||
  (code >= 0x2c6 && code < 0x2de) ||
  (code >= 0x2500 && code < 0x2600);
const mayBeLetter = (code: number) => code >= 0x80 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** A sign or a capital inside a small word. */
function isOdd(one: string): boolean {
  return inside.test(one) || mixed.test(one) || /\p{Ll}[^\0-\x7f\P{Lu}]\p{Ll}/u.test(one);
}

/** A word's bytes in the page it was read with, read with the page it was written with; undefined where no word results. */
function turn(one: string, from: CodePage, to: CodePage): string | undefined {
  const out = turnPage(one, from, to);
  return out !== undefined && letters.test(out) ? out : undefined;
}
