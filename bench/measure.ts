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
 * @param warm untimed rounds before
 * @param budget milliseconds for one subject, for its warm-up and again for its rounds; a slow one gets fewer, at least
 * one, which may be its warm-up
 */
export async function interleave(
  subjects: readonly Subject[],
  { rounds, warm = 3, budget = 10_000 }: { rounds: number; warm?: number; budget?: number },
): Promise<Timing[]> {
  const times = subjects.map(() => [] as number[]);
  const spent = subjects.map(() => 0);
  for (let round = -warm; round < rounds; round++) {
    if (round === 0) for (const [i, list] of times.entries()) if (list.length === 0) spent[i] = 0;
    for (const [i, subject] of subjects.entries()) {
      const isLate = (spent[i] ?? 0) > budget;
      if (isLate && (round < 0 || (times[i]?.length ?? 0) >= 1)) continue;
      const run = await subject.prepare();
      const begin = performance.now();
      const result = run();
      if (result instanceof Promise) await result;
      const time = performance.now() - begin;
      spent[i] = (spent[i] ?? 0) + time;
      // Who takes the whole budget for a warm-up is not asked again.
      if (round >= 0 || time > budget) times[i]?.push(time);
    }
  }
  return subjects.map(({ name }, i) => {
    const list = times[i] ?? [];
    return { name, median: quantile(list, 0.5), p95: quantile(list, 0.95), runs: list.length };
  });
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
