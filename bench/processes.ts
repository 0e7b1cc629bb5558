import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeArticle } from './corpus.ts';
import { printTable, quantile } from './measure.ts';

/** Times of a whole process in milliseconds. */
export interface ProcessTiming {
  name: string;
  median: number;
  runs: number;
}

/** Times the command line on one 10 KB article and on 2 MB in 900 files beside the peers' and an empty Node process. */
export function measureProcesses(): ProcessTiming[] {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const article = join(folder, 'one.txt');
  writeFileSync(article, makeArticle(70_000, 10_000));
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let i = 0; i < 900; i++) writeFileSync(join(many, `story-${i}.txt`), makeArticle(71_000 + i, 2_200));
  const textlintRules = ['alex', 'common-misspellings', 'en-capitalization', 'stop-words', 'terminology', 'write-good'];
  writeFileSync(
    'bench/peers/node_modules/.textlintrc.json',
    JSON.stringify({ rules: Object.fromEntries(textlintRules.map((rule) => [rule, true])) }),
  );
  const bin = (name: string) => `bench/peers/node_modules/.bin/${name}`;
  const commands: [name: string, command: string[]][] = [['node -e 0', ['-e', '0']]];
  if (existsSync('dist/cli.js')) {
    commands.push(['copydesk check, 10 KB', ['dist/cli.js', 'check', article]]);
    commands.push(['copydesk check, 900 files', ['dist/cli.js', 'check', many]]);
  } else console.log('\nno dist/cli.js (npm run build makes it): the command line is not measured');
  commands.push(
    ['write-good, 10 KB', [bin('write-good'), article]],
    ['alex, 10 KB', [bin('alex'), article]],
    ['cspell, 10 KB', [bin('cspell'), 'lint', '--no-progress', '--no-show-suggestions', article]],
    ['textlint, 10 KB', [bin('textlint'), '--config', 'bench/peers/node_modules/.textlintrc.json', article]],
    ['cspell, 900 files', [bin('cspell'), 'lint', '--no-progress', '--no-show-suggestions', `${many}/**`]],
  );
  const times = commands.map(() => [] as number[]);
  for (let round = 0; round < 5; round++) {
    for (const [i, [name, command]] of commands.entries()) {
      if (round > 1 && name.includes('900')) continue;
      const begin = performance.now();
      spawnSync(process.execPath, command, { stdio: 'ignore', cwd: process.cwd() });
      times[i]?.push(performance.now() - begin);
    }
  }
  const timings = commands.map(([name], i) => ({
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
