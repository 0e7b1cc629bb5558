import type { Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { gatherWords, growToWord, isWordAt } from '../repair.ts';

const proved = { certainty: 'proved', evidence: { kind: 'rule' } } as const;

const reference = /&(?:amp;|#38;)*(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]\w{1,30}));/g;
/** References of letters whose semicolon was lost, as browsers read them: `caf&eacute`, `Y&#305lmaz`. */
const unclosed =
  /&(?:#(\d{3,4})(?![\d;])|([a-zA-Z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|breve))(?![;=]))/g;

/** Named, numeric and doubly escaped character references. */
export function findEntities(text: string, tables: Tables): Repair[] {
  const hits = [...text.matchAll(reference)].flatMap((match) => {
    const [whole, decimal, hex, name] = match;
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    const char = code === undefined ? tables.entities.get(name ?? '') : fromReference(code, tables);
    return char === undefined ? [] : [{ start: match.index, end: match.index + whole.length, text: char }];
  });
  for (const { 0: whole, 1: decimal, 2: name = '', index } of text.matchAll(unclosed)) {
    const char = decimal ? fromReference(Number(decimal), tables) : tables.entities.get(name);
    if (char && tables.letters.has(char)) hits.push({ start: index, end: index + whole.length, text: char });
  }
  hits.sort((a, b) => a.start - b.start);
  const about = { ...proved, kind: 'encoding-entity', story: 'HTML code left in the text' } as const;
  // A letter is read in its word; a mark stands for itself.
  const letters = hits.filter((hit) => /^\p{L}/u.test(hit.text));
  const marks = hits
    .filter((hit) => !letters.includes(hit))
    .map(({ start, end, text: mark }) => ({ ...about, start, end, readings: [mark] }));
  return [...gatherWords(text, letters, about), ...marks].sort((a, b) => a.start - b.start);
}

/** 128–159 mean Windows-1252 in HTML. */
function fromReference(code: number, tables: Tables): string | undefined {
  if (code >= 128 && code < 160) {
    const char = tables.pages.find(({ id }) => id === 'windows-1252')?.upper.charAt(code - 128);
    return char === '\ufffd' ? undefined : char;
  }
  const plain = code === 9 || code === 10 || (code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000));
  return plain && code !== 0xfffd ? String.fromCodePoint(code) : undefined;
}

const joinerScripts =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Khmer}\p{Script=Mongolian}\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f/u;
/** Scripts that write no spaces: there a zero-width one parts words. */
const unspaced =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Javanese}\p{Script=Balinese}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Characters that nobody sees. Joiners stay in the scripts and emoji that use them, bidi marks in text that runs both ways. */
export function findInvisible(text: string, tables: Tables): Repair[] {
  const hits: { start: number; end: number; text: string }[] = [];
  let mixed: boolean | undefined;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    const name = char > '\u007f' ? tables.invisible.get(char) : undefined;
    if (!name) continue;
    if (char === '\u200c' || char === '\u200d') {
      if (joinerScripts.test(before(text, i)) || joinerScripts.test(text.slice(i + 1, i + 3))) continue;
    } else if (char === '\u200b') {
      if (unspaced.test(before(text, i)) || unspaced.test(text.charAt(i + 1))) continue;
    } else if (char !== '\u00ad' && char !== '\ufeff') {
      mixed ??= rightToLeft.test(text);
      if (mixed) continue;
    }
    const last = hits.at(-1);
    if (last && last.end === i) last.end++;
    else hits.push({ start: i, end: i + 1, text: '' });
  }
  return gatherWords(text, hits, { ...proved, kind: 'encoding-invisible', story: '' }).map((repair) => {
    const seen = [...text.slice(repair.start, repair.end)].flatMap((char) => tables.invisible.get(char) ?? []);
    return { ...repair, story: `an invisible character (${[...new Set(seen)].join(', ')})` };
  });
}

function before(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low < 0xe000 ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}

/** Letters and their marks stored apart (NFD), the dot that lower-casing İ leaves, and marks that a PDF set beside their letter. */
export function findDecomposed(text: string, tables: Tables): Repair[] {
  if (!/[\u0300-\u036f¸˘˙¨´ˇ˛˝˚]/.test(text)) return [];
  const hits: { start: number; end: number; text: string }[] = [];
  for (const match of text.matchAll(/(\p{L})([\u0300-\u036f]+)/gu)) {
    const whole = match[0];
    const composed =
      whole === 'i\u0307' ? 'i' : whole === 'ı\u0307' ? 'i' : whole.normalize('NFC').replace('i\u0307', 'i');
    if (composed !== whole && !/[\u0300-\u036f]/.test(composed)) {
      hits.push({ start: match.index, end: match.index + whole.length, text: composed });
    }
  }
  for (const match of text.matchAll(/(\p{L}?)( ?)([¸˘˙¨´ˇ˛˝˚])(\p{L}?)/gu)) {
    const [whole, left = '', gap = '', mark = '', right = ''] = match;
    const combining = tables.spacingMarks.get(mark);
    if (!combining || (mark === '´' && left && right)) continue;
    const joined = (left + combining).normalize('NFC');
    const after = (right + combining).normalize('NFC');
    // A mark stands after its letter (s¸) or, in other PDFs, before it (¸s, ˘g). Only ´ closes a word of its own.
    if (
      left &&
      joined.length === 1 &&
      tables.letters.has(joined) &&
      (mark === '´' ? right : !gap || (right && !tables.letters.has(after)))
    ) {
      // «C¸ elik»: a capital and its mark were set apart from the word.
      const apart = gap || right ? 0 : aside(text, match.index, whole.length);
      hits.push({ start: match.index, end: match.index + whole.length - right.length + apart, text: joined });
    } else if (right && tables.letters.has(after) && left) {
      const start = match.index + left.length;
      hits.push({ start, end: start + gap.length + 2, text: after });
    }
  }
  // A dot inside a word was İ in capitals, and the word's other i were I: ı. At its head it may be a name's only capital.
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*i\u0307[\p{L}\p{M}]*/gu)) {
    for (const { index } of match[0].matchAll(/i(?!\u0307)/g))
      hits.push({ start: match.index + index, end: match.index + index + 1, text: 'ı' });
  }
  hits.sort((a, b) => a.start - b.start);
  const apart = hits.filter((hit, i) => i === 0 || hit.start >= (hits[i - 1]?.end ?? 0));
  return gatherWords(text, apart, {
    ...proved,
    kind: 'encoding-decomposed',
    story: 'a letter and its mark stored apart',
  }).map((repair) => {
    // Lower-casing left the dot: before it the word was in capitals, and may be a name.
    const [reading = ''] = repair.readings;
    const dotted = text.startsWith('i\u0307', repair.start) && /^i\p{Ll}/u.test(reading);
    return dotted ? { ...repair, readings: [reading, `İ${reading.slice(1)}`] } : repair;
  });
}

/** 1 where a space parts a capital, which stands alone with its mark, from the small letters of its word. */
function aside(text: string, at: number, length: number): number {
  const alone = /\p{Lu}/u.test(text.charAt(at)) && !isWordAt(text, at - 1);
  return alone && /^ \p{Ll}{2}/u.test(text.slice(at + length, at + length + 3)) ? 1 : 0;
}

/** Ligatures that PDFs leave for f-combinations. */
export function findLigatures(text: string, tables: Tables): Repair[] {
  const hits = [...text.matchAll(/[\ufb00-\ufb06]/g)].map((match) => ({
    start: match.index,
    end: match.index + 1,
    text: tables.ligatures.get(match[0]) ?? match[0],
  }));
  return gatherWords(text, hits, { ...proved, kind: 'encoding-ligature', story: 'a ligature left by a PDF' });
}

/** Letters that are drawn like ə, and are letters of their own in languages of Africa. */
const turnedE = /[\u018e\u01dd\u0258]/;
/** What no word of Azerbaijani is written with. */
const notAzerbaijani = /w|(?![a-zçəğıöşüâ]|[\u0307\u018e\u01dd\u0258])./iu;
/** Share of the words with such a letter that can't be Azerbaijani from which it is the text's own. */
const ownShare = 0.2;

/** Cyrillic or Greek letters that look Latin inside a Latin word. */
export function findHomoglyphs(text: string, tables: Tables): Repair[] {
  if (!/[\u0370-\u052f\u018e\u01dd\u0258]/.test(text)) return [];
  const repairs: Repair[] = [];
  const found = [...text.matchAll(/[\p{L}\p{M}]*[\u0370-\u052f\u018e\u01dd\u0258][\p{L}\p{M}]*/gu)];
  const turned = found.filter(([word]) => turnedE.test(word));
  const own = turned.filter(([word]) => notAzerbaijani.test(word)).length > ownShare * turned.length;
  for (const match of found) {
    const word = match[0];
    if (own && turnedE.test(word)) continue;
    const latin = word.match(/[a-z\u00c0-\u024f\u0259]/giu)?.length ?? 0;
    let foreign = 0;
    let reading = '';
    for (const char of word) {
      const twin = tables.homoglyphs.get(char);
      if (twin) foreign++;
      else if (/[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(char)) foreign = Number.POSITIVE_INFINITY;
      reading += twin ?? char;
    }
    // A word mostly of the other script is that script's own; «Δt» and «µm» are symbols; «РM» is none.
    const short = latin === 1 && foreign === 1 && /^\p{Lu}{2}$/u.test(word);
    const article =
      word === 'а' && /[a-z] $/.test(text.slice(0, match.index)) && /^ [a-z]/.test(text.slice(match.index + 1));
    if (!short && !article && (latin < 2 || foreign >= latin)) continue;
    const { start, end } = growToWord(text, match.index, match.index + word.length);
    repairs.push({
      ...proved,
      kind: 'encoding-homoglyph',
      start,
      end,
      readings: [text.slice(start, match.index) + reading + text.slice(match.index + word.length, end)],
      story: 'a look-alike letter of another alphabet',
    });
  }
  return repairs;
}

// A backtick that is no apostrophe itself: it opens or closes code.
const codeMark = /(?<!\p{L}{2})`|`(?!(?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}`]))/gu;

/** `Army`s`, `Ministry"s`, `mayor´s`: another sign where the apostrophe belongs. */
export function findApostrophes(text: string): Repair[] {
  const repairs: Repair[] = [];
  const curly = !/[a-z]'[a-z]/i.test(text);
  for (const match of text.matchAll(/(?<=(\p{L}{2,}))([`´"])(s|t|re|ve|ll|d|m)(?![\p{L}\p{N}`"])/giu)) {
    const [, stem = '', mark = '', tail = ''] = match;
    // «in the "A"s» and inch marks: a double quote needs a whole word before it and no quotation open.
    if (mark === '"' && (tail.toLowerCase() !== 's' || (text.slice(0, match.index).match(/"/g)?.length ?? 0) % 2 === 1))
      continue;
    if (mark === '`' && (text.slice(0, match.index).match(codeMark)?.length ?? 0) % 2 === 1) continue;
    const { start } = growToWord(text, match.index - stem.length, match.index);
    repairs.push({
      ...proved,
      kind: 'encoding-apostrophe',
      start,
      end: match.index + match[0].length,
      readings: [`${text.slice(start, match.index)}${curly ? '’' : "'"}${tail}`],
      story: `${mark === '"' ? 'a double quote' : mark === '`' ? 'a backtick' : 'an acute accent'} in place of an apostrophe`,
    });
  }
  // «residents´ trust», «ministry''s»; where such a mark opens a word somewhere it is a quotation mark.
  const opened = /(?<![\p{L}\p{N}])(?:´|'')\p{L}/u.test(text);
  for (const { index, 0: found } of opened
    ? []
    : text.matchAll(/(?<=\p{L}s)´(?=[\s.,;:])|(?<=\p{L}{2})''(?=s(?!\p{L}))/gu)) {
    const plural = found === '´';
    const { start, end } = growToWord(text, index, index + found.length);
    repairs.push({
      ...proved,
      kind: 'encoding-apostrophe',
      start,
      end,
      readings: [`${text.slice(start, index)}${curly ? '’' : "'"}${text.slice(index + found.length, end)}`],
      story: `${plural ? 'an acute accent' : 'two apostrophes'} in place of an apostrophe`,
    });
  }
  return repairs;
}
