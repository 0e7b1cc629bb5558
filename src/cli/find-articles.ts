import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { articleExtensions } from '../article/index.ts';

/** An article to check. */
export interface FoundArticle {
  /** Relative to the working folder, with forward slashes; as given when it was named. */
  path: string;
  /** It was named itself, not found in a folder or by a glob. */
  chosen: boolean;
}

/**
 * Finds the articles that paths name. A file is an article whatever its extension; folders and globs are searched for
 * article extensions.
 *
 * @param paths files, folders and globs; the working folder when empty
 * @returns articles in the order of the paths, each once, and the paths that name nothing
 */
export async function findArticles(paths: readonly string[]): Promise<{ articles: FoundArticle[]; missing: string[] }> {
  const articles = new Map<string, FoundArticle>();
  const missing: string[] = [];
  const add = (path: string, chosen: boolean) => {
    const key = resolve(path);
    if (!articles.has(key)) articles.set(key, { path, chosen });
  };
  for (const given of paths.length > 0 ? paths : ['.']) {
    const path = given.replaceAll('\\', '/');
    const kind = await stat(given).catch(() => undefined);
    if (kind?.isDirectory()) for (const file of await searchFolder(given)) add(file, false);
    else if (kind) add(path, true);
    else if (/[*?{}[\]!()]/.test(path)) {
      const found = await searchGlob(path);
      if (found.length === 0) missing.push(given);
      for (const file of found) add(file, false);
    } else missing.push(given);
  }
  return { articles: [...articles.values()], missing };
}

const isArticleName = (path: string) => {
  const name = path.toLowerCase();
  return articleExtensions.some((extension) => name.endsWith(extension));
};

async function searchFolder(folder: string): Promise<string[]> {
  return search(['**/*'], folder);
}

async function searchGlob(glob: string): Promise<string[]> {
  return search([glob], '.');
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
  return found
    .filter(isArticleName)
    .map((path) => relative(process.cwd(), path).replaceAll('\\', '/'))
    .sort();
}
