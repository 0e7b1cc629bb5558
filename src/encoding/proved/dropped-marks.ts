import type { IsWord, Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { gatherWords, growToWord } from '../repair.ts';

const about = {
  kind: 'encoding-mojibake',
  story: 'UTF-8 read as Windows-1252, its control characters lost',
} as const;

/** «itâs»: the tail of a contraction or possessive. */
const apostrophe = /(?<!\p{L})(\p{L}+)â(s|t|re|ve|ll|d|m)(?!\p{L})/giu;
const dash = /(?<!\p{L})([\p{L}’']+)â(\p{Ll}+)(?!\p{L})/gu;
const opening = /(?<=^|[\s(])â(?=\p{Lu})/gu;
const closing = /(?<=[.,!?])â(?=\s|$)/gu;
/** «80Â percent»: of a no-break space Â is left, where the space became a plain one. */
const space = /(?<=[\p{Ll}\d.,;:%)’”])Â(?= )/gu;
/** A word so short is in every dictionary: it must be a common one. */
const leastJoined = 3;

/**
 * Typographic marks whose UTF-8 was read as Windows-1252 and lost its control bytes: only â is left of them, `itâs`,
 * `groundâat`. What stands around it must be words of English, which has no â.
 */
export function findDroppedMarks(
  text: string,
  beyond: string,
  { contracted, common }: Tables,
  isEnglish: IsWord | undefined,
): Repair[] {
  if (!/[âÂ]/.test(beyond)) return [];
  const spaces = [...text.matchAll(space)].map(({ index }) => ({ start: index, end: index + 1, text: '' }));
  const repairs = gatherWords(text, spaces, { ...about, certainty: 'single', evidence: { kind: 'rule' } });
  // «parâmetro», beside «não»: prose of a language that has â.
  if (!isEnglish || !text.includes('â') || /[áàãéèêëíîïóôõúùûç]/.test(text)) return repairs;
  for (const { 0: whole, 1: stem = '', 2: tail = '', index } of text.matchAll(apostrophe)) {
    const contraction = contracted.has(`${stem}'${tail}`.toLowerCase());
    if (!contraction && !(tail === 's' && stem.length >= leastJoined && isEnglish(stem))) continue;
    repairs.push({
      ...about,
      start: index,
      end: index + whole.length,
      readings: [`${stem}’${tail}`],
      certainty: 'single',
      evidence: { kind: 'rule' },
    });
  }
  const isFree = (at: number) => repairs.every(({ start, end }) => at < start || at >= end);
  for (const { 0: whole, 1: before = '', 2: after = '', index } of text.matchAll(dash)) {
    const isWhole = (one: string) => (one.length < leastJoined ? common.has(one.toLowerCase()) : isEnglish(one));
    if (!isFree(index) || !isWhole(before) || !isWhole(after)) continue;
    const readings = ['—', '–', '…'].map((mark) => before + mark + after);
    const evidence = { kind: 'model' } as const;
    repairs.push({ ...about, start: index, end: index + whole.length, readings, certainty: 'choices', evidence });
  }
  return [...repairs, ...findDroppedQuotes(text)].sort((a, b) => a.start - b.start);
}

/** «âWe will go,â he said»: both marks of a quotation. */
function findDroppedQuotes(text: string): Repair[] {
  const opened = [...text.matchAll(opening)];
  const closed = [...text.matchAll(closing)];
  if (opened.length === 0 || opened.length !== closed.length) return [];
  if (opened.some(({ index }, i) => index > (closed[i]?.index ?? -1))) return [];
  const evidence = { kind: 'rule' } as const;
  return [
    ...opened.map(({ index }) => {
      const { end } = growToWord(text, index, index + 1);
      const readings = [`“${text.slice(index + 1, end)}`];
      return { ...about, start: index, end, readings, certainty: 'single', evidence } as const;
    }),
    ...closed.map(({ index }) => {
      const readings = ['”'];
      return { ...about, start: index, end: index + 1, readings, certainty: 'single', evidence } as const;
    }),
  ];
}
