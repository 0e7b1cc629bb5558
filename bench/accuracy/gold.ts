import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const gold = '../shared/gold';

/** Scores the default rules on the gold articles. Passes when the gates of the first issue hold. */
export default async function measureGold(): Promise<boolean> {
  if (!existsSync(gold)) {
    console.log('no ../shared/gold here: not measured');
    return true;
  }
  const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
  const files = readdirSync(gold)
    .filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md')
    .map((name) => {
      const path = `${gold}/${name}`;
      const { messages } = desk.open({ path, source: readFileSync(path, 'utf8') }).check();
      return {
        path,
        messages: messages.map(({ ruleId, category, actual, expected, place }) => ({
          ruleId,
          category,
          actual,
          expected,
          line: place.start.line,
          column: place.start.column,
          offset: place.start.offset,
          endOffset: place.end.offset,
        })),
      };
    });
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/gold.json', JSON.stringify({ files }));
  const score = (...flags: string[]) =>
    execFileSync(process.execPath, ['../shared/tools/score.mjs', gold, 'bench/results/gold.json', ...flags], {
      encoding: 'utf8',
    });
  console.log(score(...(process.argv.includes('--misses') ? ['--misses'] : [])));
  const table = JSON.parse(score('--json')) as Record<
    string,
    { recall: number; precision: number; trap: number; hit: number; miss: number; unlisted: number } | undefined
  >;
  const encoding = table.encoding;
  const people = ['rank', 'office', 'capitalization'].map((name) => table[name]).filter((row) => row !== undefined);
  const sum = (key: 'hit' | 'miss' | 'trap' | 'unlisted') => people.reduce((total, row) => total + row[key], 0);
  const recall = sum('hit') / (sum('hit') + sum('miss') || 1);
  const precision = sum('hit') / (sum('hit') + sum('trap') + sum('unlisted') || 1);
  console.log(`rank + office + capitalization: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`);
  return (
    (encoding?.recall ?? 0) >= 0.9 &&
    (encoding?.precision ?? 0) >= 0.95 &&
    (encoding?.trap ?? 1) === 0 &&
    recall >= 0.6 &&
    precision >= 0.9
  );
}
