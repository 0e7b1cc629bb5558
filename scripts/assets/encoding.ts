import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Alphabet, AlphabetWords, TableRows } from '../../src/encoding/knowledge/index.ts';
import { listRemains } from '../../src/encoding/knowledge/names.ts';
import { markWords } from '../../src/text/index.ts';
import { trainModels } from '../encoding/models.ts';
import { toAscii } from '../to-ascii.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const data = `${root}data/encoding/`;
const read = (name: string) => parse(readFileSync(data + name, 'utf8')) as Record<string, unknown>;

/**
 * Compiles data/encoding/ and trains the letter models. Training is skipped when neither its data nor its code changed.
 *
 * @param outDir dist/assets
 */
export async function build(outDir: string): Promise<void> {
  const tables = Object.entries(compileTables()).map(([name, rows]) => `${name}\t${toAscii(JSON.stringify(rows))}`);
  writeFileSync(`${outDir}/encoding-tables.bin`, tables.join('\n'));
  const stamp = hashInputs();
  const stampFile = `${outDir}/encoding.stamp`;
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    trainModels(outDir);
    writeFileSync(stampFile, stamp);
  }
  const remains = listRemains(readFileSync(`${outDir}/encoding-names.bin`));
  writeFileSync(`${outDir}/encoding-names.bits`, markWords(remains));
}

function hashInputs(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(`${root}scripts/encoding`).sort())
    hash.update(name).update(readFileSync(`${root}scripts/encoding/${name}`));
  const lists = ['names-tr', 'names-az', 'names-europe', 'words-tr', 'words-az', 'common-words', 'neighbours'].map(
    (name) => `data/encoding/${name}.yaml`,
  );
  for (const file of [...lists, 'src/encoding/knowledge/letters.ts', 'src/encoding/knowledge/pack.ts'])
    hash.update(readFileSync(root + file));
  return hash.digest('hex');
}

function compileTables(): TableRows {
  const pages = (read('codepages.yaml').pages as { id: string; name: string; upper: string[] }[]).map(
    ({ id, name, upper }) => ({ id, name, upper: upper.join('') }),
  );
  for (const { id, upper } of pages)
    check(upper.length === 128, `code page ${id} has ${upper.length} characters, not 128`);
  const marked = read('words-europe.yaml') as Readonly<Record<string, string>>;
  const alphabets: Alphabet[] = [];
  const alphabetWords: Record<string, AlphabetWords> = {};
  for (const { common, ...alphabet } of read('alphabets.yaml').alphabets as (Alphabet &
    Pick<AlphabetWords, 'common'>)[]) {
    alphabets.push(alphabet);
    const words = [...new Set(marked[alphabet.id]?.split(/\s+/))].filter(isMarked).join(' ');
    if (common || words) alphabetWords[alphabet.id] = { ...(common && { common }), ...(words && { words }) };
  }
  for (const { id, lower, upper } of alphabets) check(lower.length === upper.length, `alphabet ${id} is out of step`);
  const { invisible, ligatures, spacingMarks, homoglyphs } = read('characters.yaml') as unknown as TableRows;
  const words = read('common-words.yaml');
  const common = (lists: readonly string[]) => lists.flatMap((id) => String(words[id]).split(/\s+/));
  return {
    pages,
    alphabets,
    alphabetWords,
    entities: read('entities.yaml').entities as Record<string, string>,
    invisible,
    ligatures,
    spacingMarks,
    homoglyphs,
    suffixes: common(['suffixes']),
    oaths: common(['oaths']),
    acronyms: common(['acronyms']),
    endings: common(['endings']),
    contracted: common(['contracted']),
    loans: String(read('loans.yaml').words)
      .split(/\s+/)
      .filter((word) => /^\p{L}{4,}$/u.test(word) && isMarked(word)),
    neighbours: compileNeighbours(),
    common: common(['en', 'tr', 'az']),
    turkic: common(['tr', 'az']),
  };
}

/** Cues and endings of the languages of names-europe.yaml; the names themselves go into encoding-names.bin. */
function compileNeighbours(): TableRows['neighbours'] {
  const { source: _, ...languages } = read('names-europe.yaml') as Record<string, { cues?: string; endings?: string }>;
  return Object.entries(languages).map(([id, { cues = '', endings = '' }]) => ({
    id,
    cues: cues.split(/\s+/),
    endings: [...new Set(endings.split(/\s+/))]
      .filter((ending) => /[^\0-\x7f]/.test(ending))
      .sort((a, b) => b.length - a.length),
  }));
}

/** Without a letter beyond ASCII a word has nothing to lose. */
const isMarked = (word: string) => /[^\0-\x7f]/.test(word);

function check(holds: boolean, message: string): void {
  if (!holds) throw new Error(`data/encoding: ${message}`);
}
