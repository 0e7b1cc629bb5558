import { readFile, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { readArticle } from '../../article/index.ts';
import type { StetRow } from '../../desk/index.ts';
import { formatStetRows, parseStetRows } from '../../desk/index.ts';
import { readToday } from '../../node/index.ts';
import { indexLines, pointAt } from '../../text/index.ts';
import { parseArguments } from '../arguments.ts';
import type { Exit } from '../exit.ts';
import { findArticles } from '../find-articles.ts';
import type { Output } from '../output.ts';
import { readText } from '../read-text.ts';
import { createStetLists } from '../stet-lists.ts';
import type { StetUse } from '../stet-use.ts';
import { createStetUse } from '../stet-use.ts';

/** `copydesk stet [path…]`: what was let stand, in articles and in the sidecar lists; `--prune` drops those rows of these that have expired or let nothing stand. */
export async function stet(args: readonly string[], output: Output): Promise<Exit> {
  const { values, positionals } = parseArguments(args, { prune: { type: 'boolean', default: false } });
  const { articles, faults } = await findArticles(positionals);
  for (const fault of faults) output.note(fault);
  let broken = faults.length > 0;
  const lists = createStetLists('');
  const found = new Set<string>();
  for (const { path, by } of articles) {
    if (by === 'other') continue;
    const list = await lists.find(path);
    if (list) found.add(list.file);
    try {
      const { text } = await readText(path);
      const lines = indexLines(text);
      for (const { rules, reason, place } of readArticle(text, path).stets) {
        const { line, column } = pointAt(lines, place.start);
        await output.write(
          `${path}:${line}:${column}: ${rules.join(', ') || 'all rules'}${reason ? `: ${reason}` : ''}\n`,
        );
      }
    } catch (error) {
      broken = true;
      output.note(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const use = createStetUse();
  for (const file of found) broken = (await showList(file, values.prune, use, output)) || broken;
  return broken ? 2 : 0;
}

async function showList(file: string, prune: boolean, use: StetUse, output: Output): Promise<boolean> {
  const name = relative(process.cwd(), file) || file;
  const text = await readFile(file, 'utf8');
  const { rows, problems } = parseStetRows(text);
  for (const { line, message } of problems) output.note(`${name}:${line}: ${message}`);
  const today = readToday();
  const isExpired = ({ until }: StetRow) => until !== undefined && until < today;
  const idle = await use.findIdle(file, rows);
  for (const row of rows) {
    const day = row.until ? ` (${isExpired(row) ? 'expired' : 'until'} ${row.until})` : '';
    const idly = idle.has(row) ? ' (unused: nothing here asks for it)' : '';
    const where = row.article ? ` in ${row.article}` : '';
    await output.write(
      `${name}: ${row.rule}: “${row.text}”${where}${row.reason ? `: ${row.reason}` : ''}${day}${idly}\n`,
    );
  }
  const over = (row: StetRow) => isExpired(row) || idle.has(row);
  const gone = rows.filter(over);
  if (prune && gone.length > 0 && problems.length > 0)
    output.note(`${name}: not pruned: put right what is wrong in it first`);
  else if (prune && gone.length > 0) {
    await writeFile(file, formatStetRows(rows.filter((row) => !over(row))));
    output.note(`${name}: ${gone.length} taken out`);
  }
  return problems.length > 0;
}
