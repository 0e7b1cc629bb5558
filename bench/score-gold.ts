import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { defaultSettings } from '../src/config/index.ts';
import { createDesk } from '../src/desk/index.ts';
import { nodeAssets } from '../src/node/index.ts';

const gold = '../shared/gold';
const report = 'bench/results/gold.json';

/** How some families fared together. */
export interface Rate {
  recall: number;
  precision: number;
  firstFix: number;
  traps: number;
}

/** The scorer's answer on the gold articles under the default rules. */
export interface GoldScore {
  /** The scorer's table; with its misses when the command line has `--misses`. */
  text: string;
  rate(families: readonly string[]): Rate;
}

type Row = Record<'hit' | 'miss' | 'trap' | 'unlisted' | 'fixRight' | 'fixable', number>;

/** Checks the gold articles and scores the report; undefined where they aren't on this machine. */
export function scoreGold(): GoldScore | undefined {
  if (!existsSync(gold)) {
    console.log(`no ${gold} here: not measured`);
    return undefined;
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
  writeFileSync(report, JSON.stringify({ files }));
  const score = (...flags: string[]) =>
    execFileSync(process.execPath, ['../shared/tools/score.mjs', gold, report, ...flags], { encoding: 'utf8' });
  const table = JSON.parse(score('--json')) as Record<string, Row | undefined>;
  return {
    text: score(...(process.argv.includes('--misses') ? ['--misses'] : [])),
    rate(families) {
      const rows = families.map((family) => table[family]).filter((row) => row !== undefined);
      const sum = (key: keyof Row) => rows.reduce((total, row) => total + row[key], 0);
      return {
        recall: sum('hit') / (sum('hit') + sum('miss') || 1),
        precision: sum('hit') / (sum('hit') + sum('trap') + sum('unlisted') || 1),
        firstFix: sum('fixRight') / (sum('fixable') || 1),
        traps: sum('trap'),
      };
    },
  };
}

/** A line that a person reads. */
export function describeRate(families: readonly string[], { recall, precision, firstFix, traps }: Rate): string {
  return `${families.join(' + ')}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}, traps ${traps}, first fix right ${firstFix.toFixed(3)}`;
}
