import type { Dirent, Stats } from 'node:fs';
import { readdir, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { articleExtensions, sharedExtensions } from '../article/index.ts';

/** An article to check. */
export interface FoundArticle {
  /** Relative to the working folder, with forward slashes; as given when it was named. */
  path: string;
  /**
   * `named` itself; else found in a folder or by a glob: by an extension of articles (`own`), by one that other files
   * have too (`shared`: its content decides), or neither (`other`: only a configuration's `files` makes it an article).
   */
  by: 'named' | 'own' | 'shared' | 'other';
}

/**
 * Finds what paths name: files are articles whatever their extension; of what folders and globs hold, the extension, the
 * content or a configuration says whether it is one.
 *
 * @param paths files, folders and globs; the working folder when empty
 * @returns articles in the order of the paths, each once, and for people what was not found or not read
 */
export async function findArticles(paths: readonly string[]): Promise<{ articles: FoundArticle[]; faults: string[] }> {
  const articles = new Map<string, FoundArticle>();
  const faults: string[] = [];
  const add = (path: string, by: FoundArticle['by']) => {
    const key = resolve(path);
    if (by === 'named' || !articles.has(key)) articles.set(key, { path, by });
  };
  for (const given of paths.length > 0 ? paths : ['.']) {
    const path = given.replaceAll('\\', '/');
    const kind = look(given);
    if (kind?.isDirectory()) for (const file of await search(['**/*'], given, faults)) add(file, readKind(file));
    else if (kind) add(path, 'named');
    else if (/[*?{}[\]!()]/.test(path)) {
      const found = await search([path], '.', faults);
      if (found.length === 0) faults.push(`${given}: no such file or folder`);
      for (const file of found) add(file, readKind(file));
    } else faults.push(`${given}: no such file or folder`);
  }
  return { articles: [...articles.values()], faults };
}

/** What stands at a path; undefined where nothing does that can be reached. */
function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function readKind(path: string): FoundArticle['by'] {
  const name = path.toLowerCase();
  const ends = (extensions: readonly string[]) => extensions.some((extension) => name.endsWith(extension));
  return ends(articleExtensions) ? 'own' : ends(sharedExtensions) ? 'shared' : 'other';
}

/** Files below a folder; adds the folders among them that may not be read to the faults. */
async function search(patterns: string[], folder: string, faults: string[]): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const inHere = (path: string) => relative(process.cwd(), path).replaceAll('\\', '/') || '.';
  const readFolder = (
    path: string,
    options: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
  ) =>
    readdir(path, options, (error, entries) => {
      // The search itself passes over them.
      if (error?.code === 'EACCES' || error?.code === 'EPERM')
        faults.push(`${inHere(path)}: this folder may not be read`);
      done(error, entries);
    });
  const found = await glob(patterns, {
    cwd: folder,
    absolute: true,
    // A folder is read as it stands: hidden ones and other people's code hold no copy.
    ignore: ['**/node_modules/**', '**/.*/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
    fs: { readdir: readFolder as typeof readdir },
  });
  return found.map(inHere).sort();
}
