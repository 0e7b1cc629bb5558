import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { buildAssets, buildBundles } from './build.ts';

// `npm test` runs everything; `npm test -- engine` leaves the real VS Code out, `npm test -- test/people` runs one folder;
// `npm run fuzz` tries the properties with a fresh seed, each twenty times as often.
const [first, ...rest] = process.argv.slice(2);
const isFuzz = first === 'fuzz';
const asked = isFuzz ? rest : process.argv.slice(2);
const all = globSync('test/**/*.test.ts').sort();
const inEditor = (file: string) => file.startsWith('test/vscode/');
const hasProperties = (file: string) => readFileSync(file, 'utf8').includes('/fast-check.ts');
const wanted = (file: string) =>
  (!isFuzz || hasProperties(file)) &&
  (asked.length === 0 || asked.some((word) => (word === 'engine' ? !inEditor(file) : file.startsWith(word))));
if (isFuzz) {
  process.env.FUZZ_SEED ??= String(randomInt(2 ** 31));
  process.env.FUZZ_TIMES ??= '20';
}

let passed = 0;
let failed = 0;

step('types', ['node_modules/.bin/tsc', '-p', '.', '--noEmit']);
step('format and lint', ['node_modules/.bin/biome', 'check', '.']);
console.log('Building…');
await buildAssets();
await buildBundles();
step('generated files are fresh', [process.execPath, 'scripts/generate.ts', '--check']);
step('translations are fresh', [process.execPath, 'scripts/l10n.ts', '--check']);

// The editor's tests own the machine while they run: other work beside them makes gestures late.
await runTests(
  all.filter((file) => wanted(file) && !inEditor(file)),
  2,
);
await runTests(
  all.filter((file) => wanted(file) && inEditor(file)),
  1,
);

console.log(`${passed} passed, ${failed} failed`);
if (isFuzz) console.log(`The same again: FUZZ_SEED=${process.env.FUZZ_SEED} npm run fuzz`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function step(name: string, command: readonly string[]): void {
  if (isFuzz || asked.length > 0) return;
  const { status, stdout, stderr } = spawnSync(command[0] ?? '', command.slice(1), { encoding: 'utf8' });
  if (status === 0) {
    passed++;
    console.log(`✔ ${name}`);
  } else {
    failed++;
    console.log(`✖ ${name}\n${stdout}${stderr}`);
  }
}

async function runTests(files: readonly string[], concurrency: number): Promise<void> {
  if (files.length === 0) return;
  const events = run({ files: [...files], concurrency, timeout: isFuzz ? Number.POSITIVE_INFINITY : 1_200_000 });
  events.on('test:pass', ({ details, skip, todo }) => {
    if (details.type === 'suite') return;
    // A skipped test is not a passed one.
    if (skip !== undefined || todo !== undefined) failed++;
    else passed++;
  });
  events.on('test:fail', ({ details }) => {
    if (details.type !== 'suite') failed++;
  });
  const report = events.compose(spec);
  for await (const text of report) process.stdout.write(text as string);
}
