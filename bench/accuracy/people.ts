import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const gold = '../shared/gold';
const families = ['rank', 'office', 'capitalization', 'name', 'place', 'dialect'];

type Row = Record<'hit' | 'miss' | 'trap' | 'unlisted' | 'fixRight' | 'fixable', number>;

/**
 * Scores the default rules of people, places and spelling on the gold articles: recall at least 0.92, precision at
 * least 0.95, no trap flagged; prints how often the first fix is right.
 */
export default async function measurePeople(): Promise<boolean> {
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
        messages: messages.map(({ ruleId, category, actual, expected, place: { start, end } }) => ({
          ruleId,
          category,
          actual,
          expected,
          line: start.line,
          column: start.column,
          offset: start.offset,
          endOffset: end.offset,
        })),
      };
    });
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/people.json', JSON.stringify({ files }));
  const score = (flag: string) =>
    execFileSync(process.execPath, ['../shared/tools/score.mjs', gold, 'bench/results/people.json', flag], {
      encoding: 'utf8',
    });
  const table = JSON.parse(score('--json')) as Record<string, Row | undefined>;
  if (process.argv.includes('--misses')) console.log(score('--misses').replace(/^┌[\s\S]*/m, ''));
  const rows = families.map((family) => table[family]).filter((row) => row !== undefined);
  const sum = (key: keyof Row) => rows.reduce((total, row) => total + row[key], 0);
  const recall = sum('hit') / (sum('hit') + sum('miss') || 1);
  const precision = sum('hit') / (sum('hit') + sum('trap') + sum('unlisted') || 1);
  const firstFix = sum('fixRight') / (sum('fixable') || 1);
  console.log(
    `${families.join(' + ')}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}, traps ${sum('trap')}, first fix right ${firstFix.toFixed(3)}`,
  );
  return recall >= 0.92 && precision >= 0.95 && sum('trap') === 0;
}
