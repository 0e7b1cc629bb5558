import type { LoadedPack, Settings } from '../../config/index.ts';
import { configNames, readStylePacks } from '../../config/index.ts';
import { baseName, toPath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';

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

/** The pack that a rule's file belongs to, as it stands in the editor, with the settings that hold there. */
export async function findPack(
  { files, assets, configOf, readFile }: Workspace,
  uri: string,
): Promise<{ loaded: LoadedPack; settings: Settings } | undefined> {
  const path = toPath(uri);
  if (!/\.ya?ml$/i.test(path)) return undefined;
  const { packs, settings } = await configOf(path);
  const has = ({ pack }: LoadedPack) => pack.rules.some(({ place }) => place.file === path);
  const named = packs.find(has);
  if (named) return { loaded: named, settings };
  // A draft that no configuration names yet.
  const home = path.slice(0, path.lastIndexOf('/'));
  if ((await readFile(`${home}/pack.yaml`)) === undefined) return undefined;
  const draft = (await readStylePacks(home, files, assets)).packs.find(has);
  return draft && { loaded: draft, settings };
}
