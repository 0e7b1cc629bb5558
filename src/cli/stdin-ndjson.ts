import { createInterface } from 'node:readline';
import type { CheckerOptions } from './checker.ts';
import { createChecker } from './checker.ts';
import { describeProblem } from './describe-problem.ts';
import type { Exit } from './exit.ts';
import type { Output } from './output.ts';
import { reportFailure } from './report.ts';

/**
 * One article a line in (`{"path", "text"}`, further fields are handed through), one report a line out, in order. What
 * is wrong with a line is said in its report; one article is in memory at a time.
 *
 * @returns 0, or 2 when a line could not be checked
 */
export async function checkLines(options: CheckerOptions, output: Output): Promise<Exit> {
  const checker = createChecker(options);
  let number = 0;
  let broken = false;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    let rest: Record<string, unknown> = {};
    let path = `line ${number}`;
    try {
      const { text, ...given } = readLine(line);
      rest = given;
      if (typeof given.path === 'string') path = given.path;
      if (typeof text !== 'string') throw new Error('“text” is missing: the article itself');
      const { report, fixed, problems, notes } = await checker.checkText(path, text);
      for (const note of notes) output.noteOnce(note);
      for (const problem of problems) output.noteOnce(describeProblem(problem));
      await output.write(`${JSON.stringify({ ...rest, ...report, ...(fixed === undefined ? {} : { fixed }) })}\n`);
    } catch (error) {
      broken = true;
      const message = error instanceof Error ? error.message : String(error);
      await output.write(`${JSON.stringify({ ...rest, ...reportFailure(path, message) })}\n`);
    }
  }
  return broken ? 2 : 0;
}

function readLine(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('a line is a JSON object');
  return value as Record<string, unknown>;
}
