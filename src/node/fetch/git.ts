import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Said } from '../../text/index.ts';
import { SaidError, said, saidBy } from '../../text/index.ts';
import { limits } from './take.ts';
import type { Files } from './tar.ts';
import { readTar } from './tar.ts';

const run = promisify(execFile);

/**
 * Fetches one commit of a git repository. Nothing is checked out: the files are read from git's own archive, so no hook,
 * filter, link or submodule takes part.
 *
 * @param ref branch, tag or commit; the remote's default when empty
 * @throws Error with what git said
 */
export async function fetchGit(url: string, ref: string): Promise<{ files: Files; commit: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-git-'));
  const git = async (...args: string[]) => {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'https:ssh:file:http' };
    const options = { cwd: folder, env, encoding: 'buffer' as const, maxBuffer: limits.unpacked, timeout: 120_000 };
    return (await run('git', ['-c', 'core.hooksPath=/dev/null', ...args], options)).stdout;
  };
  try {
    await git('init', '--quiet', '--bare');
    await git('fetch', '--quiet', '--depth=1', '--no-tags', '--end-of-options', url, ref || 'HEAD');
    const commit = (await git('rev-parse', 'FETCH_HEAD^{commit}')).toString().trim();
    return { files: readTar(await git('archive', '--format=tar', commit)), commit };
  } catch (error) {
    throw new SaidError(explain(error));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function explain(error: unknown): Said {
  if (!(error instanceof Error)) return saidBy(error);
  if ('code' in error && error.code === 'ENOENT') return said`git is not installed`;
  const lines = 'stderr' in error ? String(error.stderr).trim().split('\n') : [];
  const reason = lines.find((line) => /^(?:fatal|error):/.test(line))?.replace(/^\w+: /, '') ?? lines[0];
  return reason === undefined ? saidBy(error) : said`${reason}`;
}
