import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { measureQuick } from './quick.ts';

// `npm run bench` sets Copydesk beside its peers; `npm run bench -- --quick` only beside the plain retext pipeline.
const quick = process.argv.includes('--quick');
const results: Record<string, unknown> = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  quick: await measureQuick(),
};
if (!quick) Object.assign(results, await (await import('./full.ts')).measureFull());
mkdirSync('bench/results', { recursive: true });
writeFileSync(`bench/results/${quick ? 'quick' : 'full'}.json`, `${JSON.stringify(results, null, 1)}\n`);
