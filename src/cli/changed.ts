import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import type { FoundArticle } from './find-articles.ts';
import { findArticles } from './find-articles.ts';
import { UsageError } from './usage.ts';

const run = promisify(execFile);

/**
 * Finds the articles that differ from a git revision: changed, staged, added or not yet tracked.
 *
 * @param ref any name of a commit
 * @param paths as {@link findArticles} takes them
 * @throws UsageError when this is no git work tree or there is no such commit
 */
export async function findChanged(
  ref: string,
  paths: readonly string[],
): Promise<{ articles: FoundArticle[]; faults: string[] }> {
  // A revision never begins with a dash; git would read it as an option.
  if (ref.startsWith('-')) throw new UsageError(`“${ref}” is not a git revision`);
  const root = (await git(['rev-parse', '--show-toplevel'])).trim();
  await git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`], `“${ref}” is not a git revision`);
  const changed = await git(['-C', root, 'diff', '--name-only', '--diff-filter=d', '-z', ref]);
  const untracked = await git(['-C', root, 'ls-files', '--others', '--exclude-standard', '-z']);
  const names = new Set(
    `${changed}${untracked}`
      .split('\0')
      .filter(Boolean)
      .map((name) => resolve(root, name)),
  );
  const { articles, faults } = await findArticles(paths.length > 0 ? paths : [inHere(root)]);
  return { articles: articles.filter(({ path }) => names.has(resolve(path))), faults };
}

function inHere(root: string): string {
  const path = relative(process.cwd(), root);
  return path === '' || !existsSync(path) ? '.' : path.split(sep).join('/');
}

async function git(args: readonly string[], complaint?: string): Promise<string> {
  try {
    return (await run('git', [...args], { maxBuffer: 1 << 28 })).stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new UsageError(complaint ?? `--changed needs git: ${said}`);
  }
}
