import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { printTable } from './measure.ts';

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

/** Node's arguments for a process that tells its peak memory at the end. */
export const tellPeak = ['--require', resolve('bench/peak.cjs')] as const;

/**
 * What such a process and its threads told, in MB.
 *
 * @throws Error when it told nothing: it did not come to its end
 */
export function readPeak({ stderr }: { stderr: string }): number {
  const peaks = [...stderr.matchAll(/^peak (\d+)$/gm)].map(([, megabytes]) => Number(megabytes));
  if (peaks.length === 0) throw new Error(`no peak memory was told: ${stderr.slice(-400)}`);
  return Math.max(...peaks);
}

/** Edits one article 20,000 times in a process of its own. */
export function measureEdits(): EditedHeap {
  const run = spawnSync(process.execPath, [...tellPeak, '--expose-gc', 'bench/edits.ts', '20000'], {
    encoding: 'utf8',
  });
  const { early, late } = JSON.parse(run.stdout.trim().split('\n').at(-1) || '{"early":0,"late":0}') as Pick<
    EditedHeap,
    'early' | 'late'
  >;
  const peak = readPeak(run);
  console.log('\nOne article, 20,000 edits, each checked: MB of heap after 2,000 and after all, peak memory:\n');
  printTable(['', 'early', 'late', 'peak'], [['copydesk', early, late, peak]]);
  return { early, late, peak };
}

/** Loads each linter in a process of its own and lets it read one article of 100 KB. */
export function measureRuns(names: readonly string[]): Run[] {
  const runs = names.map((name): Run => {
    const run = spawnSync(process.execPath, [...tellPeak, 'bench/once.ts', name, '100000'], { encoding: 'utf8' });
    const { first } = JSON.parse(run.stdout.trim().split('\n').at(-1) || '{"first":0}') as Pick<Run, 'first'>;
    return { name, first, memory: readPeak(run) };
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
