import type { LoadedPack } from '../config/index.ts';
import { configNames, readStylePacks } from '../config/index.ts';
import { baseName } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** The style packs that the workspace's configurations name, and those of folders with a `pack.yaml`; none that ships. */
export async function findPacks(
  { folders, files, assets, findFiles, configOf }: Workspace,
  isCancelled: () => boolean,
): Promise<LoadedPack[]> {
  const names = [...configNames, '.vale.ini', 'pack.yaml', 'pack.yml'];
  const found = new Map<string, LoadedPack>();
  for (const folder of folders) {
    for (const file of await findFiles(folder, names, isCancelled)) {
      if (isCancelled()) return [];
      const name = baseName(file);
      if (!names.includes(name)) continue;
      const home = file.slice(0, -name.length - 1);
      const { packs } = name.startsWith('pack.')
        ? await readStylePacks(home, files, assets)
        : await configOf(`${home}/article.txt`);
      for (const one of packs) if (!one.path.startsWith('copydesk:')) found.set(one.path, one);
    }
  }
  return [...found.values()];
}
