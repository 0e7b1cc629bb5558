import type { Span } from '../article/index.ts';
import type { Repair } from './repair.ts';
import { gatherWords } from './repair.ts';
import type { CodePage, Tables } from './tables.ts';

/** Typography that copy has beside the letters. */
const typography = new Set(
  '–—―‘’‚“”„†‡•…‰‹›«»€£¥₺₼₽₴₾¢§©®™°±²³¹·×÷½¼¾¿¡ªº\u00a0\u00ad\ufeff\u200b\u200c\u200d\u200e\u200f\u2009\u202f\u2010\u2011−→←',
);
const cyrillicOrGreek = /[\u0370-\u03ff\u0400-\u04ff]/;
const emoji = /\p{Extended_Pictographic}|\ufe0f/u;
const maxTimes = 3;

/** Finds stretches of a text that are UTF-8 read with a one-byte code page. The proof is the way back: the bytes decode. */
export function findMojibake(text: string, tables: Tables): Repair[] {
  const chunks = [...text.matchAll(/[^ \t\r\n]*[\u0080-\uffff][^ \t\r\n]*/g)];
  if (chunks.length === 0) return [];
  const readings = chunks.map((chunk) => readChunk(chunk[0], tables));
  // The page is a property of the document: the one that reads most sequences wins where several would do.
  const votes = new Map<CodePage, number>();
  for (const list of readings) for (const { page, hits } of list) votes.set(page, (votes.get(page) ?? 0) + hits.length);
  return readings.flatMap((list, i) => {
    let best = list[0];
    for (const reading of list)
      if (best && (votes.get(reading.page) ?? 0) > (votes.get(best.page) ?? 0)) best = reading;
    if (!best) return [];
    const offset = chunks[i]?.index ?? 0;
    const hits = best.hits.map((hit) => ({ ...hit, start: hit.start + offset, end: hit.end + offset }));
    return gatherWords(text, hits, {
      kind: 'encoding-mojibake',
      certainty: 'proved',
      evidence: { kind: 'round-trip', detail: best.page.name },
      story: `UTF-8 read as ${best.page.name}${best.times > 1 ? `, ${best.times} times over` : ''}`,
    });
  });
}

interface Hit extends Span {
  text: string;
}

interface ChunkReading {
  page: CodePage;
  hits: Hit[];
  times: number;
}

function readChunk(chunk: string, tables: Tables): ChunkReading[] {
  const list: ChunkReading[] = [];
  for (const page of tables.pages) {
    const hits = decodeHits(chunk, page);
    if (hits.length === 0 || leavesStrays(chunk, hits, page)) continue;
    let times = 1;
    const settled: Hit[] = [];
    for (const run of joinHits(chunk, hits)) {
      const deep = decodeAgain(run.text, page, tables);
      times = Math.max(times, deep.times);
      settled.push({ ...run, text: deep.text });
    }
    if (settled.every(({ text }) => [...text].every((char) => isPlausible(char, tables)))) {
      list.push({ page, hits: settled, times });
    }
  }
  return list;
}

function decodeAgain(text: string, page: CodePage, tables: Tables): { text: string; times: number } {
  let now = text;
  for (let times = 1; times < maxTimes; times++) {
    const hits = decodeHits(now, page);
    if (hits.length === 0) {
      // The second mix-up may have been of another page than the first.
      const other = tables.pages.find(
        (one) => one !== page && decodeHits(now, one).length > 0 && decodesWhole(now, one, tables),
      );
      if (!other) return { text: now, times };
      now = applyHits(now, decodeHits(now, other));
    } else now = applyHits(now, hits);
  }
  return { text: now, times: maxTimes };
}

function decodesWhole(text: string, page: CodePage, tables: Tables): boolean {
  const hits = decodeHits(text, page);
  return !leavesStrays(text, hits, page) && hits.every((hit) => isPlausible(hit.text, tables));
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
    const lead = page.bytes.get(chunk.charAt(i)) ?? 0;
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
      const near = (hit && hit.start - i <= 2) || (hits[at - 1] && i - (hits[at - 1]?.end ?? 0) <= 1);
      if (near || cyrillicOrGreek.test(char)) return true;
    }
  }
  return false;
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
