import type { SyncOptions, SyncReport } from './fetch/index.ts';

/**
 * Fetches what a configuration extends from elsewhere and pins it in `copydesk.lock` beside it; see fetch/sync.ts. What
 * that needs is loaded only now.
 *
 * @param file the configuration, an absolute path with forward slashes
 */
export async function syncSources(file: string, options: SyncOptions = {}): Promise<SyncReport> {
  return (await import('./fetch/index.ts')).syncSources(file, options);
}
