import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Alphabet, TableRows } from '../../src/encoding/tables.ts';
import { azerbaijaniSamples, turkishSamples } from '../encoding/corpus.ts';
import { trainLetters } from '../encoding/train.ts';

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
  const turkish = trainLetters(turkishSamples([]), 'çğıöşüi', { bits: 17, rounds: 2, cut: 2 });
  const azerbaijani = trainLetters(azerbaijaniSamples([]), 'çəğıöşüi', { bits: 15, rounds: 12, cut: 2, base: turkish });
  writeFileSync(`${outDir}/encoding-letters-tr.bin`, turkish.weights);
  writeFileSync(`${outDir}/encoding-letters-az.bin`, azerbaijani.weights);
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

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(`data/encoding: ${message}`);
}
