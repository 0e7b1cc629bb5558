import { readFileSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';
import { parse } from 'yaml';
import { romanise } from '../../src/people/index.ts';
import { foldWord } from '../../src/text/index.ts';
import { writeWordList } from '../lexicon/word-list.ts';

interface NameRow {
  language: string;
  source: string;
  names: string;
}

interface NameData {
  faker: { given: string[]; surnames: string[] };
  given: NameRow[];
  surnames: NameRow[];
}

type Locale = (typeof allLocales)[keyof typeof allLocales];
type Part = 'first_name' | 'last_name';

/**
 * Compiles data/given-names.yaml and the names of @faker-js/faker to given-names.txt and surnames.txt: folded words,
 * one a line.
 */
export async function build(outDir: string): Promise<void> {
  const data = parse(readFileSync('data/given-names.yaml', 'utf8')) as NameData;
  writeWordList(outDir, 'given-names', collect(data.given, data.faker.given, 'first_name'));
  writeWordList(outDir, 'surnames', collect(data.surnames, data.faker.surnames, 'last_name'));
}

function collect(rows: readonly NameRow[], locales: readonly string[], part: Part): string[] {
  const names = new Set<string>();
  for (const { language, source, names: list } of rows) {
    if (!source) throw new Error(`data/given-names.yaml: ${language} has no source`);
    for (const name of list.split(/\s+/)) addWord(names, name);
  }
  const known = allLocales as Record<string, Locale>;
  for (const id of locales) {
    const lists = known[id]?.person?.[part];
    if (!lists) throw new Error(`data/given-names.yaml: @faker-js/faker has no ${part} of ${id}`);
    for (const list of Object.values(lists)) for (const name of list ?? []) addWord(names, romanise(name));
  }
  return [...names];
}

// One capitalised word of Latin letters; compounds («Anh Vũ») tell nothing of their parts.
function addWord(names: Set<string>, name: string): void {
  if (/^\p{Lu}[\p{Ll}\p{M}’'-]+(?:\p{Lu}\p{Ll}+)?$/u.test(name) && /^[\p{Script=Latin}’'-]+$/u.test(name))
    names.add(foldWord(name));
}
