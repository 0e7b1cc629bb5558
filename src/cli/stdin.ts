import { buffer } from 'node:stream/consumers';
import type { CheckedFile, CheckerOptions } from './checker.ts';
import { createChecker } from './checker.ts';
import { decodeText } from './read-text.ts';
import { reportFailure } from './report.ts';

/** Checks the article on standard input; never writes a file. `source` is always there. */
export async function checkStdin(options: CheckerOptions, name = '<stdin>'): Promise<CheckedFile> {
  const bytes = await buffer(process.stdin);
  try {
    const { text, readAs } = decodeText(bytes);
    const checked = await createChecker(options).checkText(name, text);
    const remarks = readAs ? [`${name}: not UTF-8; read as ${readAs}. Save it as UTF-8`] : [];
    return { source: text, ...checked, remarks };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { report: reportFailure(name, message), isArticle: true, problems: [], notes: [] };
  }
}
