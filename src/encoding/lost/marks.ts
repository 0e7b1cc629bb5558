import type { Span } from '../../article/index.ts';
import type { Tables } from '../knowledge/index.ts';

/** A quotation mark, apostrophe, dash or sign that became a question mark or U+FFFD. One character long. */
export interface LostMark extends Span {
  /** Best first; several where nothing says which. */
  readings: readonly string[];
}

/** How far apart the quotation marks of one quotation may stand, in UTF-16 code units. */
const longestQuotation = 600;
const opener = /(?<=^|[\s([–—-])[?\ufffd](?=[\p{L}\d])/gu;
const closer = /(?<=[\p{L}\d.,!…])[?\ufffd](?=[\s.,;:)\]–—-]|$)(?!\?)/gu;
/** After a sign of money: thousands, cents, or a word for millions. */
const amount =
  /(?<=^|[\s(])(?:\ufffd(?=\d)|\?(?=\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\?)|\d+[.,]\d{2}(?!\d)|\d+(?:[.,]\d+)?\s?(?:m|bn|million|billion|milyon|milyar)\b))/g;
const years = /(?<![\d?])(1[5-9]\d\d|20\d\d)[?\ufffd](1[5-9]\d\d|20\d\d|\d\d)(?![\d?]|[?\ufffd]\d)/g;
/** The same where nothing else is copy: three years, or a range between spaces. */
const plainYears =
  /(?<=(?:^|\s)(?:(?:1[5-9]|20)\d\d\?)?)((?:1[5-9]|20)\d\d)\?(?=((?:1[5-9]|20)\d\d)(?:\?(?:1[5-9]|20)\d\d)?(?:[\s,.;)]|$))/g;
/** «45?50 pages», «9:00?17:30». */
const counts =
  /(?<![\d?.,])(\d{1,4})\?(?=(\d{1,4}) ?(?:pages?|per ?cent|%|years?|months?|weeks?|days?|hours?|minutes?|seconds?|km|kilomet\w+|met(?:er|re)s|miles|people|members|points?|million|billion|tons?|tonnes)(?!\p{L}))/gu;
const hours = /(?<=\d[:.]\d\d)\?(?=\d{1,2}[:.]\d\d(?!\d))/g;
/** Before or behind an amount: money is spoken of. */
const money =
  /[€£₺₼]|\b(?:price[sd]?|costs?|paid|pays?|fees?|fares?|salary|wages?|rents?|tickets?|worth|euros?|pounds?|bilet\w*|fiyat\w*|[üu?]cret\w*|aidat|kira\w*|prix|preis\w*|precios?|qiym[əe?]t\w*)(?![\p{L}])/iu;
/** «150 ?», «14,50 ?», where the sentence goes on; «?150». */
const behind = /(?<=(?<![\d?.,])\d{1,3}(?:[., ]\d{3})*(?:[.,]\d\d)? )\?(?=,| \p{Ll}| [»”)])/gu;
const before = /(?<=^|[\s(])\?(?=\d{2,}(?![\d?:]))/g;
const pages = /(?<=\b(?:pages?|pp\.|chapters?|verses?|aged|ages|rows?|lines?) \d{1,4})\?(?=\d{1,4}(?![\d?]))/gi;
const degrees = /(?<=\d ?)[?\ufffd](?=[CF](?![\p{L}'’]))/gu;

/**
 * Finds marks that became question marks or U+FFFD. A question's own mark is never one of a pair, a range or an amount.
 *
 * @param prose true for Turkish prose, where a `?` before a small word is a letter
 * @param isEnglish what an English dictionary says, where there is one
 */
export function findMarks(
  text: string,
  tables: Tables,
  prose: boolean,
  isEnglish: ((word: string) => boolean) | undefined,
): LostMark[] {
  // Code, and addresses; U+FFFD stands in neither.
  if (!text.includes('\ufffd') && /[=<>{}|\\^*$#~]|:\/\//.test(text)) return findYears(text);
  const isWhole = (word: string) =>
    !prose && (tables.common.has(word) || (word.length > 2 && isEnglish?.(word) === true));
  const quotations = findQuotations(text, isWhole);
  const isFree = ({ start }: LostMark) => quotations.every((one) => one.start !== start);
  return [
    ...quotations,
    ...[...findDashes(text), ...(besideDigit.test(text) ? findFigures(text) : [])].filter(isFree),
  ].sort((a, b) => a.start - b.start);
}

/** The expressions for figures look behind each character: most text has none beside a hole. */
const besideDigit = /\d ?[?\ufffd]|[?\ufffd]\d/;

/** Ranges, amounts and degrees. */
function findFigures(text: string): LostMark[] {
  return [...findRanges(text), ...findAmounts(text), ...findDegrees(text)];
}

/** «?We will go,? he said»: an opening and a closing mark, where one of the two can't end a question. */
function findQuotations(text: string, isWhole: (word: string) => boolean): LostMark[] {
  const marks: LostMark[] = [];
  let taken = 0;
  for (const { index: start } of text.matchAll(opener)) {
    if (start < taken || !opensQuotation(text.slice(start + 1, start + 40), isWhole)) continue;
    closer.lastIndex = start + 2;
    const end = closer.exec(text)?.index ?? -1;
    closer.lastIndex = 0;
    if (end < 0 || end - start > longestQuotation || !closesQuotation(text, end)) continue;
    marks.push({ start, end: start + 1, readings: ['“'] }, { start: end, end: end + 1, readings: ['”'] });
    taken = end;
  }
  return marks;
}

/** A word stands whole behind the mark: one of the language's own, or one with its capital. */
function opensQuotation(rest: string, isWhole: (word: string) => boolean): boolean {
  const word = /^[\p{L}’']+/u.exec(rest)?.[0] ?? '';
  // «?i c?»: a letter, and what stood beside it.
  if (word.length === 1 && /^\p{Ll}/u.test(word) && word !== 'a') return false;
  if (/[?\ufffd]/.test(rest.charAt(word.length)) && (word.length < 3 || !isWhole(word))) return false;
  return isWhole(word.toLowerCase()) || /^\p{Lu}(?:\p{Ll}{2}|$)/u.test(word);
}

function closesQuotation(text: string, at: number): boolean {
  if (text.charAt(at) === '\ufffd') return true;
  return /[.,]/.test(text.charAt(at - 1)) || /^(?:[.,;:]| \p{Ll})/u.test(text.slice(at + 1, at + 3));
}

/** «2008?2009» between spaces, «2008?2009?2010». */
function findYears(text: string): LostMark[] {
  return [...text.matchAll(plainYears)]
    .filter(([, from = '', to = '']) => from < to)
    .map(({ index }) => ({ start: index + 4, end: index + 5, readings: ['–'] }));
}

/** «2008?2009», «1914?18», «pages 12?14», «45?50 pages». */
function findRanges(text: string): LostMark[] {
  const found = [...text.matchAll(years)].filter(([, from = '', to = '']) => from.slice(-to.length) < to);
  const counted = [...text.matchAll(counts)].filter(([, from, to]) => Number(from) < Number(to));
  const taken = new Set(found.map(({ index }) => index + 4));
  return [
    ...findYears(text).filter(({ start }) => !taken.has(start)),
    ...counted
      .map(({ 1: from = '', index }) => index + from.length)
      .map((start) => ({ start, end: start + 1, readings: ['–', '-'] })),
    ...[...text.matchAll(hours)].map(({ index }) => ({ start: index, end: index + 1, readings: ['–', '-'] })),
    ...found.map(({ index }) => ({ start: index + 4, end: index + 5, readings: ['–'] })),
    ...[...text.matchAll(pages)].map(({ index }) => ({ start: index, end: index + 1, readings: ['–', '-'] })),
  ];
}

/** «41?C». */
function findDegrees(text: string): LostMark[] {
  return [...text.matchAll(degrees)].map(({ index }) => ({ start: index, end: index + 1, readings: ['°'] }));
}

/** «the deal ? his last ? failed», «won 3?1». French sets a space before its question mark, but ends the sentence there. */
function findDashes(text: string): LostMark[] {
  // The expressions below look behind each character.
  if (!/ [?\ufffd] |\d\?\d/.test(text)) return [];
  const dash = text.includes('–') ? ['–'] : text.includes('—') ? ['—'] : ['–', '—'];
  const pairs = [
    ...text.matchAll(
      /(?<=[\p{L}\d]) \?(?= \p{Ll}[^.!?]{2,120}[\p{L}\d] \? \p{Ll})|(?<=[\p{L}\d] \? \p{Ll}[^.!?]{2,120}[\p{L}\d]) \?(?= \p{Ll})/gu,
    ),
  ];
  const scores = [
    ...text.matchAll(
      /(?<=\b(?:w[io]n|won|lost|lose|beat|drew|draw|score|victory|defeat|lead|led)\b[^.!?]{0,40}(?<![\d?])\d{1,2})\?(?=\d{1,2}(?![\d?]))/gi,
    ),
  ];
  // What is no question mark, and stands alone, is a dash; but a text with one alone may speak of it.
  const alone =
    text.indexOf('\ufffd') < text.lastIndexOf('\ufffd')
      ? [...text.matchAll(/(?<=[\p{L}\d,”’] )\ufffd(?= [\p{L}\d“])/gu)]
      : [];
  return [
    ...alone.map(({ index }) => ({ start: index, end: index + 1, readings: dash })),
    ...pairs.map(({ index }) => ({ start: index + 1, end: index + 2, readings: dash })),
    ...scores.map(({ index }) => ({ start: index, end: index + 1, readings: ['–', '-'] })),
  ];
}

/** «?18.000», «?4.5 million»: which money it was, the text around says. */
function findAmounts(text: string): LostMark[] {
  const spoken = money.test(text) ? [...text.matchAll(before), ...text.matchAll(behind)] : [];
  const found = [...new Map([...text.matchAll(amount), ...spoken].map((match) => [match.index, match])).values()];
  if (found.length === 0) return [];
  const readings = ['€', '£', '₺'];
  const told = /\bmanat|\bAZN\b|\bqiym[əe?]t/i.test(text)
    ? '₼'
    : /\blira|\bTL\b|\bTRY\b|[ğşİ]|Kiral|\bfiyat|\baidat|T[uü?]rk/i.test(text)
      ? '₺'
      : /\bpound|sterling|\bLondon\b/i.test(text)
        ? '£'
        : '€';
  const ranked = [told, ...readings.filter((one) => one !== told)].slice(0, 3);
  return found.map(({ index }) => ({ start: index, end: index + 1, readings: ranked }));
}
