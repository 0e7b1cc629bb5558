import {
  findAssetFault,
  nodeAssets,
  nodeFiles,
  nodePlugins,
  nodeTagger,
  readdir,
  readFile,
  readToday,
  syncSources,
} from '../node/index.ts';
import type { Host } from './host.ts';

const skipped = new Set(['node_modules', '.git', '.hg', '.svn', '.venv', '__pycache__', 'dist', 'out', 'target']);
const translationFolders = [new URL('../l10n/', import.meta.url), new URL('../../l10n/', import.meta.url)];

/** This machine. */
export const nodeHost: Host = {
  assets: nodeAssets,
  findFault: findAssetFault,
  files: nodeFiles,
  plugins: nodePlugins,
  openTagger: nodeTagger,
  sync: syncSources,
  async findFiles(folder, extensions, isCancelled) {
    const found: string[] = [];
    const walk = async (path: string): Promise<void> => {
      if (isCancelled()) return;
      const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
      entries.sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const entry of entries) {
        const child = `${path.replace(/\/$/, '')}/${entry.name}`;
        if (entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.')) await walk(child);
        else if (entry.isFile() && extensions.some((end) => entry.name.toLowerCase().endsWith(end))) found.push(child);
      }
    };
    await walk(folder);
    return found;
  },
  async readTranslations(locale) {
    for (const folder of translationFolders) {
      try {
        return JSON.parse(await readFile(new URL(`bundle.l10n.${locale}.json`, folder), 'utf8')) as Record<
          string,
          string
        >;
      } catch {
        // Not in this folder, or not readable: English is always there.
      }
    }
    return undefined;
  },
  today: readToday,
  now: () => performance.now(),
};
