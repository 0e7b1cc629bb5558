import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import type { LetterModel } from '../../src/encoding/knowledge/index.ts';
import { fillHoles } from '../../src/encoding/knowledge/index.ts';
import { lower } from './corpus.ts';
import type { Sample } from './train.ts';

const require = createRequire(import.meta.url);

/** In how many ways a word of the web is written: small, with a capital first, in capitals. */
export interface Writings {
  small: boolean;
  title: boolean;
  capitals: boolean;
}

const plain = /^[a-zçəğıöşü]{2,24}$/;
const marked = /[çəğıöşü]|^i/;
// Parts of a traineddata file, by their numbers in tesseract's tessdatamanager.h.
const systemDawg = 19;
const unicharset = 21;
// Flags of an edge, in tesseract's dawg.h.
const lastOfNode = 1;
const backwards = 2;
const endsWord = 4;
const flagBits = 3;

/** The file that the words of a language come from. */
export const webWordsFile = (code: string): string =>
  require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`);

/**
 * The words that the OCR engine tesseract expects in a language: the commonest of the web, without counts
 * (tessdata, Apache-2.0; the npm packages @tesseract.js-data/*, MIT).
 *
 * @param code the package's name: `aze`, `tur`
 * @returns words in lower case and how they are written
 * @throws Error when the file is not as tesseract 4 writes it
 */
export function readWebWords(code: string): Map<string, Writings> {
  const file = webWordsFile(code);
  const data = gunzipSync(readFileSync(file));
  const part = (number: number) => {
    const offsets = Array.from({ length: data.readInt32LE(0) }, (_, i) => Number(data.readBigInt64LE(4 + 8 * i)));
    const start = offsets[number] ?? -1;
    if (start < 0) throw new Error(`${file}: part ${number} is missing`);
    return data.subarray(start, Math.min(data.length, ...offsets.filter((offset) => offset > start)));
  };
  const letters = part(unicharset)
    .toString('utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split(' ')[0] ?? '');
  const found = new Map<string, Writings>();
  for (const word of walkDawg(part(systemDawg), letters)) {
    const low = lower(word);
    const writings = found.get(low) ?? { small: false, title: false, capitals: false };
    const rest = word.slice(1);
    if (word === low) writings.small = true;
    else if (rest === lower(rest)) writings.title = true;
    else writings.capitals = true;
    found.set(low, writings);
  }
  return found;
}

const ways = ({ small, title, capitals }: Writings) => Number(small) + Number(title) + Number(capitals);

/** Words of the web to learn letters from: those that are written in more ways count more. */
export function webSamples(words: ReadonlyMap<string, Writings>): Sample[] {
  return [...words].flatMap(([word, writings]) =>
    plain.test(word) && marked.test(word) && ways(writings) > 1 ? [{ word, weight: (ways(writings) - 1) / 2 }] : [],
  );
}

/** Words that are written in small letters and in capitals: no names, and no slips. */
export function usualSmall(words: ReadonlyMap<string, Writings>): string[] {
  return [...words].flatMap(([word, writings]) =>
    plain.test(word) && writings.small && ways(writings) === 3 ? [word] : [],
  );
}

/** Usual words of the web that a letter model reads wrongly when ə, ğ, ı and ş are lost, as far as no other is read so. */
export function misreadWords(words: ReadonlyMap<string, Writings>, model: LetterModel): string[] {
  const usual = usualSmall(words).filter((word) => /[əğış]/.test(word));
  return misread(usual, usual, ['ə', 'ğ', 'ı', 'ş'], model);
}

/**
 * Names of the web that a letter model reads wrongly when ğ, ı and ş are lost, as far as no other word is read so.
 *
 * @param forms what the Turkish dictionary has; I of English words was taken for ı
 */
export function misreadNames(
  words: ReadonlyMap<string, Writings>,
  forms: ReadonlySet<string>,
  model: LetterModel,
): string[] {
  const all = [...words.keys()].filter((word) => /[ğış]/.test(word) && plain.test(word));
  const names = all.filter((word) => {
    const writings = words.get(word);
    return writings?.title && !/^ı/.test(word) && !forms.has(word);
  });
  return misread(names, [...forms, ...all], ['ğ', 'ı', 'ş'], model);
}

/** Those of some words that a model reads wrongly when letters are lost, unless another of all words is left as they are. */
function misread(
  some: readonly string[],
  all: readonly string[],
  letters: readonly string[],
  model: LetterModel,
): string[] {
  const lost = new RegExp(`[${letters.join('')}]`, 'g');
  const owners = new Map<string, string | undefined>();
  for (const word of all) {
    const pattern = word.replace(lost, '?');
    owners.set(pattern, owners.has(pattern) && owners.get(pattern) !== word ? undefined : word);
  }
  return some.filter((word) => {
    const pattern = word.replace(lost, '?');
    if (owners.get(pattern) !== word) return false;
    const places = [...pattern].map((letter, i) =>
      letter === '?' ? letters.filter((one) => i > 0 || one !== 'ğ') : [letter],
    );
    return fillHoles(places, model)[0]?.text !== word;
  });
}

/** Words of a squished dawg, as tesseract's dawg.cpp lays it out: edges of 64 bits, a node's edges side by side. */
function* walkDawg(bytes: Buffer, letters: readonly string[]): Generator<string> {
  const [magic, symbols, edges] = [bytes.readInt16LE(0), bytes.readInt32LE(2), bytes.readInt32LE(6)];
  if (magic !== 42) throw new Error(`a dawg begins with 42, not ${magic}`);
  const letterBits = BigInt(Math.ceil(Math.log2(symbols + 1)));
  const letterMask = (1n << letterBits) - 1n;
  const nodeBits = letterBits + BigInt(flagBits);
  const stack: { at: number; before: string }[] = [{ at: 0, before: '' }];
  for (let one = stack.pop(); one; one = stack.pop()) {
    for (let at = one.at; at < edges; at++) {
      const edge = bytes.readBigUInt64LE(10 + 8 * at);
      const flags = Number((edge >> letterBits) & 7n);
      if (flags & backwards) break;
      const text = one.before + (letters[Number(edge & letterMask)] ?? '');
      if (flags & endsWord) yield text;
      const next = Number(edge >> nodeBits);
      if (next > 0 && next < edges) stack.push({ at: next, before: text });
      if (flags & lastOfNode) break;
    }
  }
}
