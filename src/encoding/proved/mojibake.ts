import { findChunks } from '../chunks.ts';
import type { CodePage, Tables } from '../knowledge/index.ts';
import { keepAnswersBy } from '../knowledge/index.ts';
import type { Hit, Repair } from '../repair.ts';
import { gatherWords } from '../repair.ts';

/** Typography that copy has beside the letters. */
const typography = new Set(
  '–—―‘’‚“”„†‡•…‰‹›«»€£¥₺₼₽₴₾¢§©®™°±²³¹·×÷½¼¾¿¡ªº\u00a0\u00ad\ufeff\u200b\u200c\u200d\u200e\u200f\u2009\u202f\u2010\u2011−→←',
);
const cyrillicOrGreek = /[\u0370-\u03ff\u0400-\u04ff]/;
/** Signs that stand behind a number or a word. */
const noLetterBehind = /[ªº¹²³¼½¾¯¸¨´®]/;
const emoji = /\p{Extended_Pictographic}|\ufe0f/u;
const maxTimes = 3;
/** Letters in a row that a script beyond Latin has in a word. */
const leastLetters = 3;

/** Finds stretches of a text that are UTF-8 read with a one-byte code page. The proof is the way back: the bytes decode. */
export function findMojibake(text: string, beyond: string, tables: Tables): Repair[] {
  if (!/[^\0-\x7f]{2}/.test(beyond)) return [];
  const chunks = findChunks(text, /[^\0-\x7f](?=[^\0-\x7f])/g);
  if (chunks.length === 0) return [];
  const all = chunks.map((chunk) => (isCode(chunk.text) ? [] : readChunk(chunk.text, tables)));
  const isOwn = findOwnLetters(text, chunks, all);
  const readings = all.map((list) => list.filter((reading) => !isOwn(reading)));
  // The page is a property of the document: the one that reads most of it wins where several would do.
  const votes = new Map<CodePage, number>();
  for (const list of readings) for (const { page, worth } of list) votes.set(page, (votes.get(page) ?? 0) + worth);
  return readings.flatMap((list, i) => {
    let best = list[0];
    for (const reading of list)
      if (best && (votes.get(reading.page) ?? 0) > (votes.get(best.page) ?? 0)) best = reading;
    if (!best) return [];
    const offset = chunks[i]?.start ?? 0;
    const hits = best.hits.map((hit) => ({ ...hit, start: hit.start + offset, end: hit.end + offset }));
    return gatherWords(text, hits, {
      kind: 'encoding-mojibake',
      // A word of which a letter stays damaged is not put right.
      certainty: best.whole ? 'proved' : 'choices',
      evidence: { kind: 'round-trip', detail: best.page.name },
      story: `UTF-8 read as ${best.page.name}${best.times > 1 ? `, ${best.times} times over` : ''}`,
    });
  });
}

/** Whether a stretch between spaces may be so, by itself. */
export function mayBeMojibake(chunk: string, tables: Tables): boolean {
  return /[^\0-\x7f]{2}/.test(chunk) && !isCode(chunk) && readChunk(chunk, tables).length > 0;
}

/**
 * «ƒãa» in prose of Ewe, which has ƒ: a letter that stands more often by itself than before a second byte is no first
 * one. Å and Ä may have lost theirs.
 */
function findOwnLetters(
  text: string,
  chunks: readonly { text: string }[],
  all: readonly (readonly ChunkReading[])[],
): (reading: ChunkReading) => boolean {
  const count = (whole: string, letter: string) => whole.split(letter).length - 1;
  return ({ page, first }) => {
    if (!/^\p{L}$/u.test(first) || /[ÃÄÅ]/.test(first)) return false;
    let led = 0;
    let inside = 0;
    for (const [i, chunk] of chunks.entries()) {
      const same = all[i]?.find((one) => one.page === page);
      if (same?.first === first) led++;
      for (const { start, end } of same?.hits ?? []) inside += count(chunk.text.slice(start, end), first);
    }
    return count(text, first) - inside > led;
  };
}

/** A call or a name of a program: there the damage may be meant. */
function isCode(chunk: string): boolean {
  return /\w_\w|=>|\\u/.test(chunk);
}

interface ChunkReading {
  page: CodePage;
  /** The first of its first bytes, as the page shows it. */
  first: string;
  hits: readonly Hit[];
  times: number;
  /** How much of the text it explains, and how well: letters of the desk's languages weigh most. */
  worth: number;
  /** False where a first byte stays whose second was dropped. */
  whole: boolean;
}

const readChunk = keepAnswersBy(listReadings);

function listReadings(chunk: string, tables: Tables): readonly ChunkReading[] {
  const list: ChunkReading[] = [];
  for (const page of pagesOf(chunk, tables)) {
    const hits = decodeHits(chunk, page);
    if (
      hits.length === 0 ||
      startsWithMark(chunk, hits) ||
      leavesStrays(chunk, hits, page) ||
      eatsMark(chunk, hits) ||
      mixesScripts(chunk, hits)
    )
      continue;
    let times = 1;
    let worth = 0;
    const settled: Hit[] = [];
    for (const run of joinHits(chunk, hits)) {
      const deep = decodeAgain(run.text, tables, page);
      times = Math.max(times, deep.times);
      settled.push({ ...run, text: deep.text });
      worth +=
        (run.end - run.start) * 4 + scoreLetters(chunk.charAt(run.start - 1), deep.text, chunk.charAt(run.end), tables);
    }
    const whole = ![...chunk].some(
      (_, i) => !settled.some((hit) => hit.start <= i && i < hit.end) && isBareLead(chunk, i, page),
    );
    if (settled.every(({ text }) => isPlausibleText(text, tables)))
      list.push({ page, first: chunk.charAt(hits[0]?.start ?? 0), hits: settled, times, worth, whole });
  }
  return list;
}

/** In which pages a character is a first byte of UTF-8, and in which a later one: a bit for each page. */
interface Roles {
  first: number;
  later: number;
}

const rolesByTables = new WeakMap<Tables, ReadonlyMap<string, Roles>>();

function rolesOf(tables: Tables): ReadonlyMap<string, Roles> {
  let roles = rolesByTables.get(tables);
  if (!roles) {
    roles = listRoles(tables);
    rolesByTables.set(tables, roles);
  }
  return roles;
}

function listRoles({ pages }: Tables): ReadonlyMap<string, Roles> {
  const all = new Map<string, Roles>();
  for (const [i, { bytes }] of pages.entries())
    for (const [char, byte] of bytes) {
      const { first, later } = all.get(char) ?? { first: 0, later: 0 };
      all.set(char, byte < 0xc0 ? { first, later: later | (1 << i) } : { first: first | (1 << i), later });
    }
  return all;
}

/** The pages in which a first byte stands before a later one somewhere. */
function pagesOf(chunk: string, tables: Tables): readonly CodePage[] {
  const roles = rolesOf(tables);
  let found = 0;
  let first = 0;
  for (let i = 0; i < chunk.length; i++) {
    const role = chunk.charCodeAt(i) < 0x80 ? undefined : roles.get(chunk.charAt(i));
    found |= first & (role?.later ?? 0);
    first = role?.first ?? 0;
  }
  return found === 0 ? [] : tables.pages.filter((_, i) => found & (1 << i));
}

/** A combining mark needs a letter before it, one of ASCII a mark that it is written with: «Y̥» is chance, «i̇» is not. */
function startsWithMark(chunk: string, hits: readonly Hit[]): boolean {
  return hits.some(({ start, text }) => {
    if (!/^\p{M}/u.test(text)) return false;
    const letter = chunk.charAt(start - 1);
    if (!/[\p{L}\p{M}]/u.test(letter)) return true;
    const mark = text.charAt(0);
    return letter < '\u0080' && mark !== '\u0307' && (letter + mark).normalize('NFC').length > 1;
  });
}

/** «“Özel»: the mark and the letter are a pair of bytes by chance. Only where letters are written so in a row are they text. */
function eatsMark(chunk: string, hits: readonly Hit[]): boolean {
  const runs = joinHits(chunk, hits);
  // «“Å”»: a letter alone and the mark that closes its quotation.
  const [only] = hits;
  if (only && hits.length === 1 && /^["“‘«(]/.test(chunk) && /\p{L}/u.test(only.text)) {
    const rest = chunk.slice(0, only.start) + chunk.slice(only.end);
    if (typography.has(chunk.charAt(only.start + 1)) && !/\p{L}/u.test(rest)) return true;
  }
  return hits.some(
    ({ start, end, text }) =>
      end - start === 2 &&
      // «Âşık»: two letters, and a sign that stands before none.
      ((noLetterBehind.test(text) && /^\p{L}{3}/u.test(chunk.slice(start))) || typography.has(chunk.charAt(start))) &&
      // A Latin letter inside a word is one: «H…ôs…ôn».
      !(/\p{Script=Latin}/u.test(text) && /\p{L}/u.test(chunk.charAt(start - 1))) &&
      [...(runs.find((run) => run.start <= start && start < run.end)?.text ?? '')].length < leastLetters,
  );
}

/**
 * «Aðçalý»: a Cyrillic or Greek letter in a word of Latin ones is a pair of bytes by chance; so is one that is the whole
 * word, where what stands is two letters («Ні»).
 */
function mixesScripts(chunk: string, hits: readonly Hit[]): boolean {
  return hits.some(
    ({ start, end, text }) =>
      cyrillicOrGreek.test(text) &&
      (/[\p{Script=Latin}\p{M}]/u.test(chunk.charAt(start - 1) + chunk.charAt(end)) ||
        /^\P{L}?\p{L}{2}\P{L}?$/u.test(chunk.slice(Math.max(0, start - 1), end + 1))),
  );
}

/** Undoes a second and third mix-up, as long as what comes out is plausible. */
function decodeAgain(text: string, tables: Tables, first: CodePage): { text: string; times: number } {
  let best = { text, times: 1 };
  let now = text;
  let page = first;
  for (let times = 2; times <= maxTimes; times++) {
    const next = [page, ...tables.pages].find((one) => {
      const hits = decodeHits(now, one);
      return hits.length > 0 && !leavesStrays(now, hits, one) && takesAll(now, hits);
    });
    if (!next) break;
    page = next;
    now = applyHits(now, decodeHits(now, next));
    if (isPlausibleText(now, tables)) best = { text: now, times };
  }
  return best;
}

/** A second reading must take the whole run, or it is a chance pair in text that is already right. */
function takesAll(text: string, hits: readonly Hit[]): boolean {
  const taken = hits.reduce((sum, hit) => sum + hit.end - hit.start, 0);
  return taken >= [...text].filter((char) => char > '\u007f').length;
}

/** How much the letters look like those of copy: a capital inside a small word is not. */
function scoreLetters(before: string, text: string, after: string, tables: Tables): number {
  let score = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const left = i > 0 ? text.charAt(i - 1) : before;
    const right = i + 1 < text.length ? text.charAt(i + 1) : after;
    if (/\p{Lu}/u.test(char) && /\p{L}/u.test(left) && /\p{Ll}/u.test(left + right)) score -= 3;
    const rank = tables.alphabets.findIndex(({ lower, upper }) => lower.includes(char) || upper.includes(char));
    score += rank < 0 ? 0 : rank < 2 ? 3 : rank < 15 ? 2 : 1;
    // Most of what is damaged are names.
    if (/\p{Lu}/u.test(char) && !/\p{L}/u.test(left) && /\p{Ll}/u.test(right)) score += 1;
  }
  return score;
}

function isPlausibleText(text: string, tables: Tables): boolean {
  return [...text].every((char) => isPlausible(char, tables));
}

function applyHits(text: string, hits: readonly Hit[]): string {
  let out = '';
  let taken = 0;
  for (const hit of hits) {
    out += text.slice(taken, hit.start) + hit.text;
    taken = hit.end;
  }
  return out + text.slice(taken);
}

/** Hits that touch, as one, so that what they decode to can be decoded again. */
function joinHits(chunk: string, hits: readonly Hit[]): Hit[] {
  const runs: Hit[] = [];
  for (const hit of hits) {
    const last = runs.at(-1);
    if (last && last.end === hit.start) {
      last.end = hit.end;
      last.text += hit.text;
    } else runs.push({ ...hit });
  }
  return runs.map((run) => ({ ...run, text: run.text || chunk.slice(run.start, run.end) }));
}

/** Valid UTF-8 sequences of two to four bytes among the characters of a code page. */
function decodeHits(chunk: string, page: CodePage): Hit[] {
  const hits: Hit[] = [];
  for (let i = 0; i < chunk.length; i++) {
    if (chunk.charCodeAt(i) < 0x80) continue;
    const lead = page.bytes.get(chunk.charAt(i)) ?? 0;
    // A closing quotation mark whose last byte no page of Windows holds: «yesâ€,».
    if (
      lead === 0xe2 &&
      page.bytes.get(chunk.charAt(i + 1)) === 0x80 &&
      /^(?:$|[.,;:!?)\ufffd])/.test(chunk.slice(i + 2))
    ) {
      hits.push({ start: i, end: i + (chunk.charAt(i + 2) === '\ufffd' ? 3 : 2), text: '”' });
      i++;
      continue;
    }
    const more =
      lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    if (more === 0) continue;
    let code = more === 1 ? lead & 0x1f : more === 2 ? lead & 0x0f : lead & 0x07;
    let whole = true;
    for (let k = 1; k <= more && whole; k++) {
      const byte = page.bytes.get(chunk.charAt(i + k)) ?? 0;
      if (byte < 0x80 || byte > 0xbf) whole = false;
      code = (code << 6) | (byte & 0x3f);
    }
    const least = more === 1 ? 0x80 : more === 2 ? 0x800 : 0x10000;
    if (!whole || code < least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) continue;
    hits.push({ start: i, end: i + more + 1, text: String.fromCodePoint(code) });
    i += more;
  }
  return hits;
}

/** True when letters of the page remain that no sequence took: then the run was not UTF-8 bytes. */
function leavesStrays(chunk: string, hits: readonly Hit[], page: CodePage): boolean {
  let at = 0;
  for (let i = 0; i < chunk.length; i++) {
    while (hits[at] && (hits[at]?.end ?? 0) <= i) at++;
    const hit = hits[at];
    if (hit && i >= hit.start) continue;
    const char = chunk.charAt(i);
    if (char > '\u007f' && page.bytes.has(char) && !typography.has(char)) {
      // `ÅÃ³dÅº`: the second byte of the first letter was dropped; dropped.ts reads it.
      if (isBareLead(chunk, i, page)) continue;
      const near = (hit && hit.start - i <= 2) || (hits[at - 1] && i - (hits[at - 1]?.end ?? 0) <= 1);
      if (near || cyrillicOrGreek.test(char)) return true;
    }
  }
  return false;
}

/** A first byte of a Latin letter without the second, as Windows-1252 shows it. */
function isBareLead(chunk: string, at: number, { id }: CodePage): boolean {
  return (
    (id === 'windows-1252' || id === 'iso-8859-1') &&
    /[ÃÄÅ]/.test(chunk.charAt(at)) &&
    /^(?:[\0-\x7f\ufffdÃÄÅ]|$)/.test(chunk.charAt(at + 1))
  );
}

function isPlausible(char: string, tables: Tables): boolean {
  return (
    tables.letters.has(char) ||
    typography.has(char) ||
    cyrillicOrGreek.test(char) ||
    emoji.test(char) ||
    /[\u0300-\u036f]/.test(char)
  );
}
