import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Alphabet, TableRows } from '../../src/encoding/tables.ts';
import {
  acuteNames,
  azerbaijaniSamples,
  englishWords,
  knownNames,
  lower,
  strokedNames,
  townWords,
  turkishSamples,
} from '../encoding/corpus.ts';
import { trainLetters, trainVerdict } from '../encoding/train.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const data = `${root}data/encoding/`;
const read = (name: string) => parse(readFileSync(data + name, 'utf8')) as Record<string, unknown>;

/**
 * Compiles data/encoding/ and trains the letter models. Both are skipped when neither data nor code changed.
 *
 * @param outDir dist/assets
 */
export async function build(outDir: string): Promise<void> {
  const stamp = hashInputs();
  const stampFile = `${outDir}/encoding.stamp`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  writeFileSync(`${outDir}/encoding-tables.bin`, JSON.stringify(compileTables()));
  const turkishLists = lists('names-tr.yaml');
  const azerbaijaniLists = lists('names-az.yaml');
  const turkish = trainLetters(turkishSamples(turkishLists), 'çğıöşüi', { bits: 18, rounds: 3, cut: 3 });
  const samples = azerbaijaniSamples(azerbaijaniLists);
  const azerbaijani = trainLetters(samples, 'çəğıöşüi', { bits: 15, rounds: 12, cut: 2, base: turkish });
  writeFileSync(`${outDir}/encoding-letters-tr.bin`, turkish.weights);
  writeFileSync(`${outDir}/encoding-letters-az.bin`, azerbaijani.weights);
  const names = knownNames(turkishLists, azerbaijaniLists);
  const azerbaijaniWords = samples.map(({ word }) => word);
  const turkishWords = [...names.tr.map(lower), ...townWords()];
  // The frequent surnames alone: the rare ones would tip every single word towards Turkish.
  const frequent = { ...turkishLists, surnames: (turkishLists.surnames ?? []).slice(0, 1900) };
  const frequentWords = [...knownNames(frequent, {}).tr.map(lower), ...townWords()];
  const language = trainVerdict(frequentWords, azerbaijaniWords, 13, (word, random) => hole(word, random));
  const all = [...frequentWords, ...azerbaijaniWords, ...(lists('names-tr.yaml').words ?? [])];
  const ends = trainVerdict(
    [...all.filter((word) => !/[ğışə]$/.test(word)), ...englishWords()],
    all.flatMap((word) => /^(.{2,})[ğışə]$/.exec(word)?.[1] ?? []),
    14,
    (word, random) => hole(word, random).slice(-6),
  );
  writeFileSync(`${outDir}/encoding-ends.bin`, ends);
  const neighbours = Object.values(lists('neighbours.yaml')).flat();
  const misread = trainVerdict(
    [
      ...neighbours.filter((word) => /[ðþýÐÞÝ]/.test(word)),
      ...neighbours.filter((word) => /[ðþýÐÞÝ]/.test(word)),
      ...acuteNames(),
      ...strokedNames(),
    ].map((word) => word.toLowerCase()),
    [...turkishWords, ...(turkishLists.words ?? []), ...azerbaijaniWords.filter((word) => !word.includes('ə'))]
      .map(misreadTurkish)
      .filter((word) => /[ðþý]/.test(word)),
    13,
    (word) => word,
  );
  writeFileSync(`${outDir}/encoding-misread.bin`, misread);
  writeFileSync(`${outDir}/encoding-language.bin`, language);
  writeFileSync(
    `${outDir}/encoding-names.bin`,
    Object.entries(names)
      .map(([id, list]) => `${id}\t${list.join(' ')}`)
      .join('\n'),
  );
  writeFileSync(stampFile, stamp);
}

function hashInputs(): string {
  const hash = createHash('sha256');
  for (const folder of ['data/encoding/', 'scripts/encoding/']) {
    for (const name of readdirSync(root + folder).sort()) hash.update(name).update(readFileSync(root + folder + name));
  }
  for (const file of ['scripts/assets/encoding.ts', 'src/encoding/letters.ts', 'src/encoding/tables.ts'])
    hash.update(readFileSync(root + file));
  return hash.digest('hex');
}

function compileTables(): TableRows {
  const pages = (read('codepages.yaml').pages as { id: string; name: string; upper: string[] }[]).map(
    ({ id, name, upper }) => ({ id, name, upper: upper.join('') }),
  );
  for (const { id, upper } of pages)
    check(upper.length === 128, `code page ${id} has ${upper.length} characters, not 128`);
  const alphabets = read('alphabets.yaml').alphabets as Alphabet[];
  for (const { id, lower, upper } of alphabets) check(lower.length === upper.length, `alphabet ${id} is out of step`);
  const { invisible, ligatures, spacingMarks, homoglyphs } = read('characters.yaml') as unknown as TableRows;
  const words = read('common-words.yaml');
  return {
    pages,
    alphabets,
    entities: read('entities.yaml').entities as Record<string, string>,
    invisible,
    ligatures,
    spacingMarks,
    homoglyphs,
    common: ['en', 'tr', 'az'].flatMap((language) => String(words[language]).split(/\s+/)),
  };
}

/** Windows-1254 bytes read as Windows-1252, in lower case. */
function misreadTurkish(word: string): string {
  return word.replace(/^i/, 'ý').replaceAll('ı', 'ý').replaceAll('ğ', 'ð').replaceAll('ş', 'þ');
}

/** A word as it looks after a conversion: to Windows-1252, to ASCII, or to nothing worse. */
function hole(word: string, random: number): string {
  return random < 0.6 ? word.replace(/[ğışə]/g, '?') : random < 0.9 ? word.replace(/[ğışəçöü]/g, '?') : word;
}

/** The word lists of a file, each without doubles. */
function lists(name: string): Record<string, string[]> {
  const { source: _, ...rest } = read(name);
  return Object.fromEntries(
    Object.entries(rest).map(([key, words]) => [key, [...new Set(String(words).split(/\s+/))]]),
  );
}

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(`data/encoding: ${message}`);
}
