import type { StetRow } from '../desk/index.ts';
import { parseStetRows, rowsFor } from '../desk/index.ts';

/** Where a sidecar list lies below the folder that it speaks for. */
export const sidecarName = '.copydesk/stet.yaml';

/** The sidecar lists of stets: for each article the nearest one upward. */
export interface Sidecars {
  /** The list of an article and the rows that speak of it; no file when there is none yet. */
  find(path: string): Promise<{ file: string | undefined; rows: readonly StetRow[] }>;
  /** Lists are read anew from now on. */
  forget(): void;
}

/** Sets up the lists. `today` gives `YYYY-MM-DD`; what is wrong in a list is told once to `onProblem`. */
export function createSidecars(ports: {
  read(path: string): Promise<string | undefined>;
  today(): string;
  onProblem(file: string, line: number, message: string): void;
}): Sidecars {
  let lists = new Map<string, Promise<readonly StetRow[] | undefined>>();

  async function read(file: string): Promise<readonly StetRow[] | undefined> {
    const text = await ports.read(file).catch(() => undefined);
    if (text === undefined) return undefined;
    const { rows, problems } = parseStetRows(text, ports.today());
    for (const { line, message } of problems) ports.onProblem(file, line, message);
    return rows;
  }

  return {
    async find(path) {
      for (const folder of foldersAbove(path)) {
        const file = `${folder}/${sidecarName}`;
        const list = lists.get(file) ?? read(file);
        lists.set(file, list);
        const rows = await list;
        if (rows) return { file, rows: rowsFor(rows, path.slice(folder.length + 1)) };
      }
      return { file: undefined, rows: [] };
    },
    forget() {
      lists = new Map();
    },
  };
}

/** The folders of a path, nearest first, without a slash at the end. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  // A URI's scheme and authority are no folders.
  const floor = /^[A-Za-z][A-Za-z0-9+.-]+:\/\/[^/]*/.exec(path)?.[0].length ?? 0;
  for (let end = path.lastIndexOf('/'); end >= floor && end >= 0; end = path.lastIndexOf('/', end - 1)) {
    folders.push(path.slice(0, end));
    if (end === 0) break;
  }
  return folders;
}
