import type { CodePage, IsWord, Tables } from '../knowledge/index.ts';
import type { Hit, Repair } from '../repair.ts';
import { gatherWords } from '../repair.ts';

/** Pages that English was written with and read with: both have its letters, and set its marks elsewhere. */
const mixUps = [
  ['windows-1252', 'macintosh'],
  ['macintosh', 'windows-1252'],
  ['windows-1252', 'cp437'],
  ['windows-1252', 'cp850'],
] as const;
const marks = '‘’“”–—…';
const leastPossessives = 2;

/**
 * Typographic marks of English whose page was taken for another: `mayorÕs`, `ÒWe will payÓ`, `donÆt`. An apostrophe in a
 * contraction, or both marks around words of English, prove the page; then its other marks are told too.
 */
export function findMarksPage(text: string, beyond: string, tables: Tables, isEnglish: IsWord | undefined): Repair[] {
  if (!isEnglish) return [];
  const { contracted, common } = tables;
  const repairs: Repair[] = [];
  for (const { from, to, seen } of showMixUps(tables)) {
    if (!holdsProof(beyond, seen)) continue;
    const isStem = (stem: string) => common.has(stem.toLowerCase()) || (stem.length > 2 && isEnglish(stem));
    const apostrophes = findApostrophes(text, seen.get('’') ?? '', contracted, isStem);
    const pairs = findPairs(text, seen, isEnglish);
    const hits = [...apostrophes, ...pairs, ...findDashes(text, seen)];
    // «Solís»: a small letter in a possessive is no proof, unless two common words have it.
    const ofWords = apostrophes.filter(({ start }) => /(?<!\p{L})\p{Ll}+$/u.test(text.slice(0, start)));
    if (pairs.length === 0 && !apostrophes.some(({ sure }) => sure) && ofWords.length < leastPossessives) continue;
    const free = hits.filter((hit) => repairs.every((one) => one.end <= hit.start || one.start >= hit.end));
    repairs.push(
      ...gatherWords(
        text,
        free.sort((one, other) => one.start - other.start),
        {
          kind: 'encoding-mojibake',
          certainty: 'proved',
          evidence: { kind: 'round-trip', detail: from.name },
          story: `${from.name} read as ${to.name}`,
        },
      ),
    );
  }
  return repairs;
}

/** Whether what may prove a mix-up stands in a text: an apostrophe, or the mark that opens a quotation. */
function holdsProof(text: string, seen: MixUp['seen']): boolean {
  const [apostrophe, open] = [seen.get('’'), seen.get('“')];
  return (apostrophe !== undefined && text.includes(apostrophe)) || (open !== undefined && text.includes(open));
}

/** Whether a word may hold a mark that proves a page. */
export function mayBeMarks(word: string, tables: Tables): boolean {
  return showMixUps(tables).some(({ seen }) => holdsProof(word, seen));
}

interface MixUp {
  from: CodePage;
  to: CodePage;
  /** How each mark looks. */
  seen: ReadonlyMap<string, string>;
}

const shown = new WeakMap<Tables, readonly MixUp[]>();

function showMixUps(tables: Tables): readonly MixUp[] {
  let list = shown.get(tables);
  if (!list) {
    list = mixUps.flatMap(([one, other]): MixUp[] => {
      const from = tables.pages.find(({ id }) => id === one);
      const to = tables.pages.find(({ id }) => id === other);
      if (!from || !to) return [];
      const seen = [...marks]
        .map((mark) => [mark, showMark(mark, from, to)] as const)
        .filter(([, char]) => char !== '');
      return [{ from, to, seen: new Map(seen) }];
    });
    shown.set(tables, list);
  }
  return list;
}

/** How a mark of one page looks in another. */
function showMark(mark: string, from: CodePage, to: CodePage): string {
  const byte = from.bytes.get(mark);
  const char = byte === undefined ? '' : to.upper.charAt(byte - 128);
  return char === '\ufffd' ? '' : char;
}

/** Apostrophes of contractions and possessives; sure where no name may be written so. */
function findApostrophes(
  text: string,
  char: string,
  contracted: ReadonlySet<string>,
  isStem: IsWord,
): (Hit & { sure: boolean })[] {
  if (char === '' || !text.includes(char)) return [];
  const pattern = new RegExp(`(?<!\\p{L})(\\p{L}+)${char}(s|t|re|ve|ll|d|m)(?!\\p{L})`, 'giu');
  return [...text.matchAll(pattern)].flatMap(({ 1: stem = '', 2: tail = '', index }) => {
    const contraction = contracted.has(`${stem}'${tail}`.toLowerCase());
    const start = index + stem.length;
    const sure = contraction || (/\p{Lu}/u.test(char) && /\p{Ll}$/u.test(stem));
    return contraction || (tail === 's' && isStem(stem)) ? [{ start, end: start + 1, text: '’', sure }] : [];
  });
}

/** «ÒWe will payÓ»: behind the opening mark and before the closing one stand words of English. */
function findPairs(text: string, seen: ReadonlyMap<string, string>, isEnglish: IsWord): Hit[] {
  const [open = '', close = ''] = [seen.get('“'), seen.get('”')];
  if (open === '' || close === '' || !text.includes(open) || !text.includes(close)) return [];
  const pattern = new RegExp(
    `(?<=^|[\\s(])${open}(?=(\\p{L}+))(?:(?!${open})[^\\n]){1,600}?(?<=(\\p{L}+)[.,!?]?)${close}(?=[\\s.,;:)]|$)`,
    'gu',
  );
  return [...text.matchAll(pattern)].flatMap(({ 0: found, 1: first = '', 2: last = '', index }) =>
    isEnglish(first.toLowerCase()) && isEnglish(last.toLowerCase())
      ? [
          { start: index, end: index + 1, text: '“' },
          { start: index + found.length - 1, end: index + found.length, text: '”' },
        ]
      : [],
  );
}

/** «the deal Ð if it is one Ð failed». */
function findDashes(text: string, seen: ReadonlyMap<string, string>): Hit[] {
  return ['–', '—'].flatMap((mark) => {
    const char = seen.get(mark);
    if (!char || !text.includes(char)) return [];
    const pattern = new RegExp(`(?<=[\\p{L}\\d,] )${char}(?= [\\p{L}\\d])|(?<=\\d)${char}(?=\\d)`, 'gu');
    return [...text.matchAll(pattern)].map(({ index }) => ({ start: index, end: index + 1, text: mark }));
  });
}
