import { rm, writeFile } from 'node:fs/promises';
import type { ConfigProblem, LockedSource, RemoteSource } from '../../config/index.ts';
import {
  cacheFolder,
  formatLock,
  isRemote,
  joinPath,
  lockName,
  readConfigFile,
  readLock,
  readRemote,
} from '../../config/index.ts';
import type { Said } from '../../text/index.ts';
import { SaidError, said, saidBy } from '../../text/index.ts';
import { nodeFiles } from '../files.ts';
import { isCached, keepFiles, tidyCache } from './cache.ts';
import { download } from './download.ts';
import { fetchGit } from './git.ts';
import type { Taken } from './take.ts';
import { takeFiles } from './take.ts';

/** How a configuration's sources are to be fetched. */
export interface SyncOptions {
  /** What was pinned is fetched anew and pinned as it is now. */
  update?: boolean;
  /** Nothing new is pinned: what the lock does not have is a problem. */
  frozen?: boolean;
}

/** What became of one source. */
export interface SyncedSource {
  source: string;
  state: 'kept' | 'fetched' | 'pinned' | 'changed';
  commit?: string;
}

/** What a sync did. */
export interface SyncReport {
  sources: readonly SyncedSource[];
  problems: readonly ConfigProblem[];
}

/**
 * Fetches what a configuration extends from elsewhere, and what that extends in turn; pins it in `copydesk.lock` beside
 * the configuration. Never throws for a source: what cannot be fetched is a problem at its place, the others are kept.
 *
 * @param file the configuration, an absolute path with forward slashes
 */
export async function syncSources(
  file: string,
  { update = false, frozen = false }: SyncOptions = {},
): Promise<SyncReport> {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const lockFile = `${folder}/${lockName}`;
  const written = await nodeFiles.read(lockFile);
  const lock = readLock(lockFile, written ?? '');
  const after = new Map<string, LockedSource>();
  const sources: SyncedSource[] = [];
  const problems: ConfigProblem[] = update ? [] : [...lock.problems];

  async function walk(path: string, seen: ReadonlySet<string>): Promise<void> {
    const text = await nodeFiles.read(path);
    if (text === undefined || seen.has(path)) return;
    for (const { value, place } of readConfigFile(path, text).extends) {
      if (isRemote(value)) {
        try {
          const remote = readRemote(value);
          if (!remote || 'fault' in remote) throw new SaidError(remote?.fault ?? said`no address`);
          const locked = after.get(value) ?? (await settle(value, remote));
          after.set(value, locked);
          await walk(joinPath(cacheFolder(folder, locked), locked.entry), new Set([...seen, path]));
        } catch (error) {
          const before = lock.sources.get(value);
          if (before) after.set(value, before);
          problems.push({ ...place, severity: 'error', message: said`“${value}” is not fetched: ${describe(error)}` });
        }
      } else if (/^\.{1,2}\/|\.(?:ya?ml|json)$/i.test(value))
        await walk(joinPath(path.slice(0, path.lastIndexOf('/')), value), new Set([...seen, path]));
    }
  }

  async function settle(source: string, remote: RemoteSource): Promise<LockedSource> {
    const pinned = update ? undefined : lock.sources.get(source);
    if (pinned && (await isCached(folder, pinned))) {
      sources.push({ source, state: 'kept' });
      return pinned;
    }
    if (!pinned && frozen) throw new SaidError(said`${lockName} does not have it, and --frozen pins nothing new`);
    const { commit, ...taken } = await take(remote, pinned);
    if (pinned && taken.integrity !== pinned.integrity)
      throw new SaidError(
        said`it has changed since it was pinned; “copydesk style sync --update” takes it as it is now`,
      );
    const locked: LockedSource = { integrity: taken.integrity, entry: taken.entry, ...(commit ? { commit } : {}) };
    await keepFiles(folder, locked, taken.files);
    const before = lock.sources.get(source);
    const state = pinned ? 'fetched' : !before ? 'pinned' : before.integrity === locked.integrity ? 'kept' : 'changed';
    sources.push({ source, state, ...(commit ? { commit } : {}) });
    return locked;
  }

  await walk(file, new Set());
  const text = formatLock(after);
  if (after.size === 0 && written !== undefined && problems.length === 0) await rm(lockFile);
  else if (after.size > 0 && text !== written && !frozen) await writeFile(lockFile, text);
  if (problems.length === 0) await tidyCache(folder, after.values());
  return { sources, problems };
}

/** Fetches a source; a git checkout at the commit that was pinned, when the server gives it out. */
async function take(remote: RemoteSource, pinned: LockedSource | undefined): Promise<Taken & { commit?: string }> {
  const name = nameOf(remote.url);
  if (remote.kind !== 'git') return takeFiles(await download(remote.url, remote.kind), remote.entry, name);
  const { url, ref, entry } = remote;
  const fetched = pinned?.commit
    ? await fetchGit(url, pinned.commit).catch(() => fetchGit(url, ref))
    : await fetchGit(url, ref);
  return { ...takeFiles(fetched.files, entry, name), commit: fetched.commit };
}

/** The last part of an address without its ending: what a pack without a name is called. */
function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').findLast((part) => part !== '') ?? '';
  return (
    decodeURIComponent(last)
      .replace(/(?:\.git|\.tgz|\.tar|\.tar\.gz|\.zip)$/i, '')
      .replace(/[^\w.-]/g, '-') || 'style'
  );
}

function describe(error: unknown): Said {
  if (!(error instanceof Error)) return saidBy(error);
  if (error.name === 'TimeoutError') return said`the server does not answer`;
  if ('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return said`it is too large`;
  return saidBy(error.cause instanceof Error && error.cause.message ? error.cause : error);
}
