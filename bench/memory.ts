import { spawnSync } from 'node:child_process';
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
