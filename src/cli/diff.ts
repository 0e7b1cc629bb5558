const context = 3;

/**
 * A unified diff of two versions of a file, as `patch` and `git apply` read it.
 *
 * @param path shown as `a/path` and `b/path`
 */
export function formatDiff(path: string, before: string, after: string): string {
  if (before === after) return '';
  const old = splitLines(before);
  const now = splitLines(after);
  const hunks = joinHunks(matchLines(old, now)).map((hunk) => widen(hunk, old.length));
  const body = hunks.map(({ oldStart, oldEnd, newStart, newEnd, runs }) => {
    const lines: string[] = [];
    let at = oldStart;
    for (const run of runs) {
      for (; at < run.oldStart; at++) lines.push(markLine(' ', old[at]));
      for (; at < run.oldEnd; at++) lines.push(markLine('-', old[at]));
      for (let i = run.newStart; i < run.newEnd; i++) lines.push(markLine('+', now[i]));
    }
    for (; at < oldEnd; at++) lines.push(markLine(' ', old[at]));
    return `@@ -${extent(oldStart, oldEnd)} +${extent(newStart, newEnd)} @@\n${lines.join('')}`;
  });
  const name = path.replace(/^\/+/, '');
  return `--- a/${name}\n+++ b/${name}\n${body.join('')}`;
}

/** A run of lines that differ. Indices from 0, half-open. */
interface Run {
  oldStart: number;
  oldEnd: number;
  newStart: number;
  newEnd: number;
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function markLine(mark: string, line = ''): string {
  return line.endsWith('\n') ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}

function extent(start: number, end: number): string {
  const count = end - start;
  return count === 1 ? `${start + 1}` : `${count === 0 ? start : start + 1},${count}`;
}

/**
 * Finds where the lines differ: from each difference to the nearest pair of equal lines. Fixes change words within
 * lines, so the way back is short; it is not the shortest diff of any two texts.
 */
function matchLines(old: readonly string[], now: readonly string[]): Run[] {
  const runs: Run[] = [];
  let a = 0;
  let b = 0;
  while (a < old.length || b < now.length) {
    if (a < old.length && b < now.length && old[a] === now[b]) {
      a++;
      b++;
      continue;
    }
    const [skipA, skipB] = findMeeting(old, now, a, b);
    runs.push({ oldStart: a, oldEnd: a + skipA, newStart: b, newEnd: b + skipB });
    a += skipA;
    b += skipB;
  }
  return runs;
}

/** The least number of lines to skip on both sides until two lines meet. */
function findMeeting(old: readonly string[], now: readonly string[], a: number, b: number): [number, number] {
  const most = old.length - a + now.length - b;
  for (let sum = 1; sum < most; sum++) {
    for (let skipA = Math.max(0, sum - (now.length - b)); skipA <= Math.min(sum, old.length - a); skipA++) {
      const line = old[a + skipA];
      if (line !== undefined && line === now[b + sum - skipA]) return [skipA, sum - skipA];
    }
  }
  return [old.length - a, now.length - b];
}

function joinHunks(all: readonly Run[]): (Run & { runs: Run[] })[] {
  return all.reduce<(Run & { runs: Run[] })[]>((hunks, run) => {
    const last = hunks.at(-1);
    const lastRun = last?.runs.at(-1);
    if (last && lastRun && run.oldStart - lastRun.oldEnd <= context * 2) {
      last.runs.push(run);
      last.oldEnd = run.oldEnd;
      last.newEnd = run.newEnd;
    } else {
      hunks.push({ ...run, runs: [run] });
    }
    return hunks;
  }, []);
}

/** The hunk with the lines around it. */
function widen<T extends Run>(hunk: T, length: number): T {
  const before = Math.min(context, hunk.oldStart);
  const after = Math.min(context, length - hunk.oldEnd);
  return {
    ...hunk,
    oldStart: hunk.oldStart - before,
    newStart: hunk.newStart - before,
    oldEnd: hunk.oldEnd + after,
    newEnd: hunk.newEnd + after,
  };
}
