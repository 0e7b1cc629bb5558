import { readFileSync } from 'node:fs';
import americanDictionary from 'dictionary-en';
import britishDictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { parse } from 'yaml';
import type { DialectSignRows } from '../../src/lexicon/dialect-signs.ts';
import { writeWordList } from '../lexicon/word-list.ts';
import { writeJson } from '../write-json.ts';

interface Group {
  name: string;
  source: string;
  oxford?: boolean;
  endings: string;
  stems: string;
}

interface DialectData {
  groups: Group[];
  words: { source: string; pairs: string }[];
  beside: string;
  name: string;
  neutral: string;
  american: string;
  signs: DialectSignRows['signs'];
  homes: DialectSignRows['homes'];
}

const split = (list: string | null) => (list ?? '').split(/\s+/).filter(Boolean);

/** Compiles data/dialect.yaml to dialect-signs.json and dialect.txt: «word twin flags» a line; g, u: it tells of British, American; o: Oxford; n: also a name; b: another word in Britain. */
export async function build(outDir: string): Promise<void> {
  const data = parse(readFileSync('data/dialect.yaml', 'utf8')) as DialectData;
  const inGB = nspell(britishDictionary);
  const inUS = nspell(americanDictionary);
  const names = new Set(split(data.name));
  const beside = new Set(split(data.beside));
  const both = new Set(split(data.american));
  const neutral = new Set(split(data.neutral));
  const pairs = new Set<string>();
  const lines = new Map<string, string>();
  const add = (gb: string, us: string, oxford: boolean) => {
    if (gb === us || neutral.has(gb) || neutral.has(us) || !inGB.correct(gb) || !inUS.correct(us)) return;
    const british = !inUS.correct(gb) && !both.has(gb);
    const american = !inGB.correct(us);
    if (pairs.has(gb) || !(british || american)) return;
    pairs.add(gb);
    const more = `${oxford ? 'o' : ''}${names.has(gb) || names.has(us) ? 'n' : ''}`;
    if (british) lines.set(gb, `${gb} ${us} g${more}`);
    if (american || beside.has(us)) lines.set(us, `${us} ${gb} u${more}${beside.has(us) ? 'b' : ''}`);
  };
  for (const { name, source, oxford = false, endings, stems } of data.groups) {
    if (!source) throw new Error(`data/dialect.yaml: ${name} has no source`);
    for (const stem of stems ? split(stems) : ['']) {
      for (const ending of split(endings)) {
        const [gb, us, more] = ending.split(':');
        if (!gb || !us || more !== undefined) throw new Error(`data/dialect.yaml: ${name}: «${ending}» is no pair`);
        const root = stem === '~' ? '' : stem;
        add((root + gb).toLowerCase(), (root + us).toLowerCase(), oxford);
      }
    }
  }
  for (const { source, pairs: listed } of data.words) {
    if (!source) throw new Error('data/dialect.yaml: words without a source');
    for (const pair of split(listed)) {
      const [gb, us, more] = pair.split(':');
      if (!gb || !us || more !== undefined) throw new Error(`data/dialect.yaml: «${pair}» is no pair`);
      add(gb, us, false);
    }
  }
  writeJson(`${outDir}/dialect-signs.json`, { signs: data.signs, homes: data.homes });
  writeWordList(outDir, 'dialect', [...lines.values()]);
}
