import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { findMissedGates, measureQuick } from './quick.ts';

// `npm run bench` sets Copydesk beside its peers; `npm run bench -- --quick` only beside the plain retext pipeline.
const quick = process.argv.includes('--quick');
const measured = await measureQuick();
const results: Record<string, unknown> = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  quick: measured,
};
const missed = findMissedGates(measured.ratios);
if (!quick) {
  const { measureFull, findSlowRatios } = await import('./full.ts');
  const full = await measureFull();
  Object.assign(results, full);
  missed.push(...findSlowRatios(full));
}
mkdirSync('bench/results', { recursive: true });
writeFileSync(`bench/results/${quick ? 'quick' : 'full'}.json`, `${JSON.stringify(results, null, 1)}\n`);
for (const line of missed) console.error(line);
// Some peers keep workers alive.
process.exit(missed.length > 0 ? 1 : 0);
