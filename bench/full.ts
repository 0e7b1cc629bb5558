import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import type { Desk } from '../src/desk/index.ts';
import { makeArticle } from './corpus.ts';
import { openDesk, openLadenDesk, openTypewriter } from './engine.ts';
import type { Subject, Timing } from './measure.ts';
import { interleave, printTable, quantile } from './measure.ts';
import { measureEdits, measureRuns } from './memory.ts';
import { peers } from './peers/index.ts';
import { measureProcesses } from './processes.ts';
import type { Lint } from './retext.ts';
import { plainRetext, popularRetext, spellRetext } from './retext.ts';
import { measureStyle } from './style.ts';

const sizes = [10_000, 100_000, 1_000_000] as const;
const names = ['10 KB', '100 KB', '1 MB'] as const;
const rounds = [11, 7, 7] as const;
/** Milliseconds that each linter has at each size before it is timed: most have no faster code to come then. */
const warm = 2_000;
/** Milliseconds that a linter may take at one size; slow ones run once. The whole bench is to take five minutes. */
const budget = 2_000;

// Seen: 5 and more, 33. The gates leave room for noise.
const gates = { 'retext, popular plugins and spell': 3, 'textlint (six English rules)': 15 } as const;

interface Linter {
  name: string;
  most: number;
  lint: Lint;
}

/** Sets Copydesk beside its peers: fresh text, keystrokes, growth, whole processes, memory, a large style folder. Takes five minutes. */
export async function measureFull() {
  installPeers();
  const { timings, exponent } = await measureTexts(await openLinters());
  const keystrokes = measureKeystrokes();
  const processes = await measureProcesses();
  const runs = measureRuns([
    'copydesk',
    'plain retext',
    'retext, popular plugins and spell',
    ...peers.map(({ name }) => name),
  ]);
  const edits = measureEdits();
  const style = await measureStyle();
  return { timings, exponent, keystrokes, processes, runs, edits, style };
}

/** Installs what the bench compares with into bench/peers/node_modules, once. */
function installPeers(): void {
  const stamp = 'bench/peers/node_modules/.package-lock.json';
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync('bench/peers/package-lock.json').mtimeMs) return;
  console.error('Installing the peers of the bench (once, about a minute)…');
  const options = {
    cwd: 'bench/peers',
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  } as const;
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { ...options, stdio: [...options.stdio] });
}

/** What is clearly slower beside a peer than it was, a line each. */
export function findSlowRatios({ timings }: { timings: readonly (readonly Timing[])[] }): string[] {
  const [ours, ...others] = timings[0] ?? [];
  return others.flatMap(({ name, median }) => {
    const gate = (gates as Readonly<Record<string, number>>)[name];
    const ratio = median / (ours?.median ?? 1);
    return gate === undefined || ratio >= gate
      ? []
      : [`Too slow: ${name} takes ${ratio.toFixed(1)} times as long as Copydesk for 10 KB; the gate is ${gate}.`];
  });
}

async function openLinters(): Promise<Linter[]> {
  const lintAt =
    (desk: Desk): Lint =>
    async (source) =>
      desk.open({ path: 'a.txt', source }).check().messages.length;
  const linters: Linter[] = [
    { name: 'copydesk', most: 2_000_000, lint: lintAt(openDesk()) },
    { name: 'copydesk, all packs', most: 100_000, lint: lintAt(await openLadenDesk()) },
    { name: 'plain retext', most: 100_000, lint: plainRetext() },
    { name: 'retext-spell alone', most: 100_000, lint: spellRetext() },
    { name: 'retext, popular plugins and spell', most: 1_000_000, lint: popularRetext() },
  ];
  for (const { name, most, load } of peers) linters.push({ name, most, lint: await load() });
  return linters;
}

async function measureTexts(linters: readonly Linter[]): Promise<{ timings: Timing[][]; exponent: number }> {
  let seed = 10_000;
  const subject = ({ name, lint }: Linter, size: number): Subject => ({
    name,
    prepare() {
      const text = makeArticle(seed++, size);
      return () => lint(text);
    },
  });
  const timings: Timing[][] = [];
  for (const [i, size] of sizes.entries()) {
    const subjects = linters.filter(({ most }) => most >= size).map((linter) => subject(linter, size));
    timings.push(await interleave(subjects, { rounds: rounds[i] ?? 3, warm, budget }));
  }
  const ours = linters[0];
  const twice = ours ? await interleave([subject(ours, 2_000_000)], { rounds: 5, warm }) : [];
  const small = timings[0]?.[0]?.median ?? 0;
  const exponent = Math.log((twice[0]?.median ?? 0) / small) / Math.log(200);
  timings.push(twice);
  console.log('\nMilliseconds on text not seen before, warm, and how many times slower than Copydesk:\n');
  printTable(
    ['', ...names.flatMap((name) => [name, 'times'])],
    linters.map(({ name }) => {
      const row: (string | number)[] = [name];
      sizes.forEach((_, i) => {
        const own = timings[i]?.find((timing) => timing.name === name)?.median;
        if (own === undefined) row.push('', '');
        else row.push(own, own / (timings[i]?.[0]?.median ?? 1));
      });
      return row;
    }),
  );
  console.log(
    `\nCopydesk, 2 MB: ${(twice[0]?.median ?? 0).toFixed(0)} ms; exponent from 10 KB to 2 MB: ${exponent.toFixed(3)}`,
  );
  return { timings, exponent };
}

function measureKeystrokes(): Timing[] {
  const desk = openDesk();
  const timings = sizes.map((size, i): Timing => {
    const typewriter = openTypewriter(desk, makeArticle(90_000 + i, size));
    const times: number[] = [];
    const end = performance.now() + budget;
    for (let stroke = -20; stroke < 200 && (stroke < 3 || performance.now() < end); stroke++) {
      const begin = performance.now();
      typewriter.press();
      if (stroke >= 0) times.push(performance.now() - begin);
    }
    return { name: names[i] ?? '', median: quantile(times, 0.5), p95: quantile(times, 0.95), runs: times.length };
  });
  console.log('\nOne keystroke to all messages, milliseconds of the engine:\n');
  printTable(
    ['', 'median', 'p95'],
    timings.map(({ name, median, p95 }) => [name, median, p95]),
  );
  return timings;
}
