/** A thing to time: `prepare` is not timed and returns what is. */
export interface Subject {
  name: string;
  prepare(): (() => unknown) | Promise<() => unknown>;
}

/** Times in milliseconds. */
export interface Timing {
  name: string;
  median: number;
  p95: number;
  runs: number;
}

/** The value below which a share of the sorted values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Times subjects in turn, round by round, so that a busy moment of the machine hits them alike.
 *
 * @param rounds how often each runs, warm-up not counted
 * @param warm milliseconds that each runs untimed before: as much time for one as for another, since V8 makes fast what
 * has run for long, not what was called ten times
 * @param budget milliseconds for one subject's rounds; a slow one gets fewer, at least one. Who takes all of it for a
 * warm-up is not asked again: that is its time
 */
export async function interleave(
  subjects: readonly Subject[],
  { rounds, warm, budget = 10_000 }: { rounds: number; warm: number; budget?: number },
): Promise<Timing[]> {
  const runs = subjects.map((subject) => ({ subject, warmed: 0, spent: 0, times: [] as number[] }));
  while (runs.some(({ warmed }) => warmed < warm))
    for (const run of runs) {
      if (run.warmed >= warm) continue;
      const time = await timeOnce(run.subject);
      run.warmed += time;
      // That was its time, and the budget for more.
      if (time > budget) {
        run.times.push(time);
        run.spent = time;
      }
    }
  for (let round = 0; round < rounds; round++)
    for (const run of runs) {
      if (run.spent > budget) continue;
      const time = await timeOnce(run.subject);
      run.spent += time;
      run.times.push(time);
    }
  return runs.map(({ subject: { name }, times }) => ({
    name,
    median: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    runs: times.length,
  }));
}

async function timeOnce({ prepare }: Subject): Promise<number> {
  const run = await prepare();
  const begin = performance.now();
  const result = run();
  if (result instanceof Promise) await result;
  return performance.now() - begin;
}

/** Prints rows under headings, numbers to the right. */
export function printTable(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [
    headings,
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatNumber(cell) : cell))),
  ];
  const widths = headings.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  for (const row of cells)
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
}

function formatNumber(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
