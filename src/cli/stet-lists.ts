import { dirname, join, relative, resolve } from 'node:path';
import type { StetRow } from '../desk/index.ts';
import { parseStetRows, rowsFor } from '../desk/index.ts';
import { nodeFiles } from '../node/index.ts';

/** The sidecar list of stets that an article's folder stands under. */
export interface StetList {
  file: string;
  /** Those that speak of the article. */
  rows: readonly StetRow[];
  /** What is wrong in it, with file and line. */
  notes: readonly string[];
}

/** Finds `.copydesk/stet.yaml` upward from an article; each list is read once. */
export function createStetLists(today: string): { find(path: string): Promise<StetList | undefined> } {
  const lists = new Map<string, Promise<StetList | undefined>>();
  const findIn = (folder: string): Promise<StetList | undefined> => {
    const before = lists.get(folder);
    if (before) return before;
    const found = (async () => {
      const file = join(folder, '.copydesk', 'stet.yaml');
      const text = await nodeFiles.read(file);
      if (text !== undefined) {
        const { rows, problems } = parseStetRows(text, today);
        const name = relative(process.cwd(), file) || file;
        return { file, rows, notes: problems.map(({ line, message }) => `${name}:${line}: ${message}`) };
      }
      const parent = dirname(folder);
      return parent === folder ? undefined : findIn(parent);
    })();
    lists.set(folder, found);
    return found;
  };
  return {
    async find(path) {
      const list = await findIn(dirname(resolve(path)));
      return list && { ...list, rows: rowsFor(list.rows, nameArticle(list.file, path)) };
    },
  };
}

/** How the rows of a list name an article: from the folder that the list speaks for. */
export function nameArticle(list: string, path: string): string {
  return relative(dirname(dirname(list)), resolve(path)).replaceAll('\\', '/');
}
