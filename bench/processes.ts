import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { makeArticle } from './corpus.ts';
import { printTable, quantile } from './measure.ts';

/** Times of a whole process in milliseconds. */
export interface ProcessTiming {
  name: string;
  median: number;
  runs: number;
}

/** A program and how its answer looks when it has really read what it was given. */
interface Command {
  name: string;
  args: readonly string[];
  says?: RegExp;
  cwd?: string;
}

/**
 * Times the command line on one 10 KB article and on 2 MB in 900 files beside the peers' and an empty Node process, one
 * after the other in rounds.
 *
 * @throws Error when a peer read nothing: its time would be no time
 */
export function measureProcesses(): ProcessTiming[] {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const article = join(folder, 'one.txt');
  writeFileSync(article, makeArticle(70_000, 10_000));
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let i = 0; i < 900; i++) writeFileSync(join(many, `story-${i}.txt`), makeArticle(71_000 + i, 2_200));
  const commands = [{ name: 'node -e 0', args: ['-e', '0'] }, ...listOurs(article, many), ...listPeers(article, many)];
  const times = commands.map(() => [] as number[]);
  for (let round = 0; round < 5; round++) {
    for (const [i, { name, args, says, cwd }] of commands.entries()) {
      // The peers take a minute for a folder.
      if (name.includes('900') && round > (name.startsWith('copydesk') ? 1 : 0)) continue;
      const begin = performance.now();
      const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
      times[i]?.push(performance.now() - begin);
      if (says && !says.test(stdout)) throw new Error(`${name} read nothing: ${stdout.slice(-400)}`);
    }
  }
  const timings = commands.map(({ name }, i) => ({
    name,
    median: quantile(times[i] ?? [], 0.5),
    runs: times[i]?.length ?? 0,
  }));
  const empty = timings[0]?.median ?? 1;
  console.log('\nWhole processes, milliseconds, and as a multiple of an empty Node process:\n');
  printTable(
    ['', 'median', 'times'],
    timings.map(({ name, median }) => [name, median, median / empty]),
  );
  return timings;
}

function listOurs(article: string, many: string): Command[] {
  if (existsSync('dist/cli.js'))
    return [
      { name: 'copydesk check, 10 KB', args: ['dist/cli.js', 'check', article], says: /1 article: [1-9]/ },
      { name: 'copydesk check, 900 files', args: ['dist/cli.js', 'check', many], says: /900 articles: [1-9]/ },
    ];
  console.log('\nno dist/cli.js (npm run build makes it): the command line is not measured');
  return [];
}

function listPeers(article: string, many: string): Command[] {
  const bin = (name: string) => resolve(`bench/peers/node_modules/.bin/${name}`);
  const rules = ['alex', 'common-misspellings', 'en-capitalization', 'stop-words', 'terminology', 'write-good'];
  const config = resolve('bench/peers/node_modules/.textlintrc.json');
  writeFileSync(config, JSON.stringify({ rules: Object.fromEntries(rules.map((rule) => [rule, true])) }));
  // textlint finds its rules from the working folder; cspell reads nothing outside its root.
  const textlint = { args: [bin('textlint'), '--config', config], says: /[1-9]\d* problems/, cwd: 'bench/peers' };
  const cspell = (root: string, files: string, says: RegExp) => ({
    args: [bin('cspell'), 'lint', '--no-progress', '--no-show-suggestions', '--root', root, files],
    says,
  });
  const retext = resolve('bench/retext-process.ts');
  return [
    { name: 'write-good, 10 KB', args: [bin('write-good'), article], says: /line/ },
    { name: 'alex, 10 KB', args: [bin('alex'), article] },
    { name: 'cspell, 10 KB', ...cspell(dirname(article), article, /Unknown word/) },
    { name: 'textlint, 10 KB', ...textlint, args: [...textlint.args, article] },
    { name: 'retext, 10 KB', args: [retext, article], says: /: [1-9]/ },
    { name: 'cspell, 900 files', ...cspell(many, '**', /Unknown word/) },
    { name: 'textlint, 900 files', ...textlint, args: [...textlint.args, `${many}/*.txt`] },
    { name: 'retext, 900 files', args: [retext, many], says: /: [1-9]/ },
  ];
}

/** What one process needs to load a linter and read one article for the first time. */
export interface Run {
  name: string;
  /** Milliseconds from before loading to the first result. */
  first: number;
  /** Peak resident memory, megabytes. */
  memory: number;
}

/** The heap of a process that checks one article of 10 KB after every one of 20,000 edits, in MB. */
export interface EditedHeap {
  /** After 2,000 edits. */
  early: number;
  /** After all. */
  late: number;
  /** Peak resident memory. */
  peak: number;
}

/** Edits one article 20,000 times in a process of its own. */
export function measureEdits(): EditedHeap {
  const { stdout } = spawnSync(process.execPath, ['--expose-gc', 'bench/edits.ts', '20000'], { encoding: 'utf8' });
  const heap = JSON.parse(stdout.trim().split('\n').at(-1) || '{"early":0,"late":0,"peak":0}') as EditedHeap;
  const { early, late, peak } = heap;
  console.log('\nOne article, 20,000 edits, each checked: MB of heap after 2,000 and after all, peak memory:\n');
  printTable(['', 'early', 'late', 'peak'], [['copydesk', early, late, peak]]);
  return heap;
}

/** Loads each linter in a process of its own and lets it read one article of 100 KB. */
export function measureRuns(names: readonly string[]): Run[] {
  const runs = names.map((name): Run => {
    const { stdout } = spawnSync(process.execPath, ['bench/once.ts', name, '100000'], { encoding: 'utf8' });
    const { first, memory } = JSON.parse(stdout.trim().split('\n').at(-1) || '{"first":0,"memory":0}') as Run;
    return { name, first, memory };
  });
  console.log(
    '\nA fresh process loads the linter and reads 100 KB: milliseconds to the first result, peak memory in MB:\n',
  );
  printTable(
    ['', 'first', 'MB'],
    runs.map(({ name, first, memory }) => [name, first, memory]),
  );
  return runs;
}
