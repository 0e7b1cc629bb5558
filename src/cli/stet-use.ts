import { dirname, resolve } from 'node:path';
import { createConfigLoader } from '../config/index.ts';
import type { Desk, StetRow } from '../desk/index.ts';
import { createDesk, letsStand, rowsFor } from '../desk/index.ts';
import { nodeAssets, nodeFiles, nodePlugins } from '../node/index.ts';
import { findArticles } from './find-articles.ts';
import { readText } from './read-text.ts';
import { nameArticle } from './stet-lists.ts';

/** Which rows of sidecar lists still let something stand. */
export interface StetUse {
  /** The rows that nothing in any article below the list's folder asks for. */
  findIdle(file: string, rows: readonly StetRow[]): Promise<ReadonlySet<StetRow>>;
}

/** Sets up the search; it checks every article below a list's folder as if nothing were let stand. */
export function createStetUse(): StetUse {
  const loader = createConfigLoader({ files: nodeFiles, assets: nodeAssets, plugins: nodePlugins });
  const desks = new Map<string, Desk>();
  return {
    async findIdle(file, rows) {
      const idle = new Set(rows);
      const { articles } = await findArticles([dirname(dirname(file))]);
      for (const { path } of articles) {
        if (idle.size === 0) break;
        const text = await readText(path).then(
          (read) => read.text,
          () => undefined,
        );
        // Most articles hold none of the words.
        const near =
          text === undefined
            ? []
            : rowsFor([...idle], nameArticle(file, path)).filter((row) => text.includes(row.text.split(' ')[0] ?? ''));
        if (text === undefined || near.length === 0) continue;
        const { settings } = await loader.load(resolve(path).replaceAll('\\', '/'), text);
        const more = settings.plugins ? { rules: settings.plugins } : {};
        const desk = desks.get(settings.key) ?? createDesk(settings, { assets: nodeAssets, ...more });
        desks.set(settings.key, desk);
        for (const message of desk.open({ path, source: text }).check().messages)
          for (const row of near) if (letsStand(row, message, text)) idle.delete(row);
      }
      return idle;
    },
  };
}
