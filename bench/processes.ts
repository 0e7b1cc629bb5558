import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { makeArticle } from './corpus.ts';
import { printTable, quantile } from './measure.ts';
import { readPeak, tellPeak } from './memory.ts';
import type { LongTiming } from './server.ts';
import { timeLong, timeServer } from './server.ts';

/** Times of a whole process in milliseconds. */
export interface ProcessTiming {
  name: string;
  median: number;
  runs: number;
}

/** A program on one article, and how its answer looks when it has really read what it was given. */
interface Program {
  name: string;
  /** The arguments for a file, or for a folder of .txt files. */
  one(file: string): Command;
  /** For a folder, and how many of its files are enough to reckon the time of all from; all when left out. */
  many?(folder: string): Command;
  enough?: number;
}

interface Command {
  args: readonly string[];
  says?: RegExp;
  cwd?: string;
}

const rounds = 3;
/** Times in a round that what takes a tenth of a second is run: its share of what else the machine does wavers most. */
const quickly = 5;
/** A folder of 2 MB. */
const files = { count: 900, size: 2_200 };
const article = 10_000;

const ours: Program = {
  name: 'copydesk',
  one: (file) => ({ args: ['dist/cli.js', 'check', file], says: /1 article: [1-9]/ }),
  many: (folder) => ({ args: ['dist/cli.js', 'check', folder], says: /900 articles: [1-9]/ }),
};

/**
 * Times the built command line on one 10 KB article and on 2 MB in 900 files beside the peers' and an empty Node
 * process, one after the other in rounds; and the server from its start to the first diagnostics.
 *
 * @throws Error when a program read nothing: its time would be no time
 */
export async function measureProcesses(): Promise<Record<string, unknown>> {
  const root = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
  const file = join(root, 'one.txt');
  writeFileSync(file, makeArticle(70_000, article));
  const programs = [ours, ...listPeers()];
  const empty: Program = { name: 'node -e 0', one: () => ({ args: ['-e', '0'] }) };
  const times = [empty, ...programs].map(() => [] as number[]);
  // The first run of the built program keeps its compiled code for the next ones.
  for (let i = 0; i < 3; i++) run(ours.name, ours.one(file));
  for (let round = 0; round < rounds; round++) {
    const time = ({ name, one }: Program, i: number) => times[i]?.push(run(name, one(file)));
    for (let again = 0; again < quickly; again++) [empty, ours].forEach(time);
    for (const [i, peer] of programs.entries()) if (peer !== ours) time(peer, i + 1);
  }
  const single = [empty, ...programs].map(({ name }, i) => ({
    name,
    median: quantile(times[i] ?? [], 0.5),
    runs: times[i]?.length ?? 0,
  }));
  const base = single[0]?.median ?? 1;
  const own = single[1]?.median ?? 1;
  console.log('\nWhole processes on 10 KB: milliseconds, and in multiples of an empty Node process and of Copydesk:\n');
  printTable(
    ['', 'median', '× node', '× copydesk'],
    single.map(({ name, median }) => [name, median, median / base, median / own]),
  );
  const memory = measureMemory(root, programs);
  const folder = measureFolder(root, programs, single);
  const server = await measureServer(file);
  return { single, memory, folder, server };
}

/** Peak resident memory of each process that reads one article of 100 KB, in MB. */
function measureMemory(root: string, programs: readonly Program[]) {
  const file = join(root, 'long.txt');
  writeFileSync(file, makeArticle(70_001, 10 * article));
  const rows = programs
    .filter(({ name }) => lean.includes(name))
    .map(({ name, one }) => ({ name, peak: peakOf(one(file)) }));
  const own = rows[0]?.peak ?? 1;
  console.log('\nPeak memory of whole processes on 100 KB: MB, and in multiples of Copydesk:\n');
  printTable(
    ['', 'MB', '× copydesk'],
    rows.map(({ name, peak }) => [name, peak, peak / own]),
  );
  return rows;
}

/** Those that are done with 100 KB in seconds. */
const lean = ['copydesk', 'write-good', 'cspell', 'retext'];

/** Peak resident memory of a process and its threads, in MB. */
function peakOf({ args, cwd }: Command): number {
  return readPeak(spawnSync(process.execPath, [...tellPeak, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 }));
}

function run(name: string, { args, says, cwd }: Command): number {
  const begin = performance.now();
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  const time = performance.now() - begin;
  if (says && !says.test(stdout)) throw new Error(`${name} read nothing: ${stdout.slice(-400)}`);
  return time;
}

/**
 * A folder of 2 MB, one program after the other in rounds: the machine changes its pace within minutes. What a slow peer
 * takes for it is reckoned from one article and a part of the folder, and said so.
 */
function measureFolder(root: string, programs: readonly Program[], single: readonly ProcessTiming[]) {
  const texts = Array.from({ length: files.count }, (_, i) => makeArticle(71_000 + i, files.size));
  const bytes = countBytes(texts);
  const runs = programs.flatMap(({ name, many, enough }) => {
    if (!many) return [];
    const some = texts.slice(0, enough);
    const folder = join(root, `folder-${some.length}`);
    mkdirSync(folder, { recursive: true });
    for (const [i, text] of some.entries()) writeFileSync(join(folder, `story-${i}.txt`), text);
    return [{ name, some, command: many(folder), times: [] as number[] }];
  });
  for (let round = 0; round < rounds; round++)
    // One that is reckoned from a twentieth takes ten seconds for that.
    for (const { name, some, command, times } of runs)
      if (round === 0 || some.length > texts.length / 10) times.push(run(name, command));
  const rows = runs.map(({ name, some, times }) => {
    const time = quantile(times, 0.5);
    if (some.length === texts.length) return { name, time, note: '' };
    const one = single.find((timing) => timing.name === name)?.median ?? 0;
    const perByte = (time - one) / (countBytes(some) - article);
    return { name, time: one + perByte * (bytes - article), note: `from ${some.length} files` };
  });
  const peak = peakOf(ours.many?.(join(root, `folder-${files.count}`)) ?? { args: [] });
  const own = rows[0]?.time ?? 1;
  console.log(`\n${(bytes / 1e6).toFixed(2)} MB in ${files.count} files; Copydesk's peak memory: ${peak} MB:\n`);
  printTable(
    ['', 'ms', 'MB/s', '× copydesk', ''],
    rows.map(({ name, time, note }) => [name, time, bytes / 1000 / time, time / own, note]),
  );
  return { bytes, peak, rows };
}

const countBytes = (texts: readonly string[]): number =>
  texts.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);

/** The server's process, from its start to the diagnostics of a 10 KB article. */
async function measureServer(file: string) {
  const text = readFileSync(file, 'utf8');
  const timings = [];
  // As with the command line: the first sessions keep compiled code.
  for (let i = 0; i < 2; i++) await timeServer(file, text);
  for (let i = 0; i < rounds; i++) timings.push(await timeServer(file, text));
  const medianOf = (times: readonly number[]) => quantile(times, 0.5);
  const ready = medianOf(timings.map((timing) => timing.ready));
  const diagnostics = medianOf(timings.map((timing) => timing.diagnostics));
  // The letters that a fresh server is slow with count.
  const strokes = timings.flatMap((timing) => timing.strokes);
  const [stroke, stroke95] = [medianOf(strokes), quantile(strokes, 0.95)];
  console.log(
    '\nThe server on 10 KB: milliseconds from the start of its process until it is ready and until all is marked; from a\nletter typed until all is marked anew, median and 95 of 100:\n',
  );
  printTable(['', 'ready', 'diagnostics', 'letter', 'p95'], [['copydesk', ready, diagnostics, stroke, stroke95]]);
  const megabyte = makeArticle(70_001, 1_000_000);
  const long: LongTiming[] = [];
  for (let i = 0; i < rounds; i++) long.push(await timeLong(file, megabyte));
  const [seen, whole] = [medianOf(long.map((timing) => timing.seen)), medianOf(long.map((timing) => timing.whole))];
  console.log(
    '\nThe server on 1 MB: milliseconds from the start of its process until what is seen is marked, and until all is:\n',
  );
  printTable(['', 'seen', 'all'], [['copydesk', seen, whole]]);
  return { ready, diagnostics, stroke, stroke95, seen, whole, runs: rounds };
}

function listPeers(): Program[] {
  const bin = (name: string) => resolve(`bench/peers/node_modules/.bin/${name}`);
  const rules = ['alex', 'common-misspellings', 'en-capitalization', 'stop-words', 'terminology', 'write-good'];
  const config = resolve('bench/peers/node_modules/.textlintrc.json');
  writeFileSync(config, JSON.stringify({ rules: Object.fromEntries(rules.map((rule) => [rule, true])) }));
  // textlint finds its rules from the working folder; cspell reads nothing outside its root.
  const textlint = (path: string): Command => ({
    args: [bin('textlint'), '--config', config, path],
    says: /[1-9]\d* problems/,
    cwd: 'bench/peers',
  });
  const cspell = (root: string, path: string): Command => ({
    args: [bin('cspell'), 'lint', '--no-progress', '--no-show-suggestions', '--root', root, path],
    says: /Unknown word/,
  });
  // As JavaScript, like the others: Node takes time and memory to read TypeScript.
  const bundle = resolve('bench/results/retext-process.mjs');
  buildSync({
    entryPoints: ['bench/retext-process.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  const retext = (path: string): Command => ({ args: [bundle, path], says: /: [1-9]/ });
  return [
    { name: 'write-good', one: (file) => ({ args: [bin('write-good'), file], says: /line/ }) },
    { name: 'alex', one: (file) => ({ args: [bin('alex'), file] }) },
    { name: 'cspell', one: (file) => cspell(dirname(file), file), many: (folder) => cspell(folder, '**') },
    { name: 'textlint', one: textlint, many: (folder) => textlint(`${folder}/*.txt`), enough: 45 },
    { name: 'retext', one: retext, many: retext, enough: 225 },
  ];
}
