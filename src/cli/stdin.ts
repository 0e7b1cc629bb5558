import { buffer } from 'node:stream/consumers';
import type { CheckedFile, CheckerOptions } from './checker.ts';
import { createChecker } from './checker.ts';
import { decodeText } from './read-text.ts';
import { reportFailure } from './report.ts';

/** Checks the article on standard input; never writes a file. `source` is always there. */
export async function checkStdin(options: CheckerOptions, name = '<stdin>'): Promise<CheckedFile> {
  const bytes = await buffer(process.stdin);
  try {
    const { text } = decodeText(bytes);
    return { source: text, ...(await createChecker(options).checkText(name, text)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { report: reportFailure(name, message), isArticle: true, problems: [], notes: [] };
  }
}
