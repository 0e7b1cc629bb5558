import type { Stats } from 'node:fs';
import { statSync } from 'node:fs';
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
 * @returns articles in the order of the paths, each once, and the paths that name nothing
 */
export async function findArticles(paths: readonly string[]): Promise<{ articles: FoundArticle[]; missing: string[] }> {
  const articles = new Map<string, FoundArticle>();
  const missing: string[] = [];
  const add = (path: string, by: FoundArticle['by']) => {
    const key = resolve(path);
    if (by === 'named' || !articles.has(key)) articles.set(key, { path, by });
  };
  for (const given of paths.length > 0 ? paths : ['.']) {
    const path = given.replaceAll('\\', '/');
    const kind = look(given);
    if (kind?.isDirectory()) for (const file of await search(['**/*'], given)) add(file, readKind(file));
    else if (kind) add(path, 'named');
    else if (/[*?{}[\]!()]/.test(path)) {
      const found = await search([path], '.');
      if (found.length === 0) missing.push(given);
      for (const file of found) add(file, readKind(file));
    } else missing.push(given);
  }
  return { articles: [...articles.values()], missing };
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

async function search(patterns: string[], folder: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  const found = await glob(patterns, {
    cwd: folder,
    absolute: true,
    // A folder is read as it stands: hidden ones and other people's code hold no copy.
    ignore: ['**/node_modules/**', '**/.*/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return found.map((path) => relative(process.cwd(), path).replaceAll('\\', '/')).sort();
}
