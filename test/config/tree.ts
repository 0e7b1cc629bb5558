import type { FilePort, LoadedConfig, LoaderPorts } from '../../src/config/index.ts';
import { createConfigLoader } from '../../src/config/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { fillSaid } from '../../src/text/index.ts';

/** Files that only a test knows; an Error in the place of a text is thrown when it is read. */
export type Tree = Readonly<Record<string, string | Error>>;

/** A port that reads a tree; paths are absolute. */
export function treePort(tree: Tree): FilePort {
  return {
    read: async (path) => {
      const text = tree[path];
      if (text instanceof Error) throw text;
      return text;
    },
    list: async (folder) => Object.keys(tree).filter((path) => path.startsWith(`${folder}/`)),
    names: async (folder) =>
      Object.keys(tree)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''),
    findPackage: async (name) => Object.keys(tree).find((path) => path.includes(`/node_modules/${name}/`)),
  };
}

/** The configuration of an article in a tree. */
export function loadTree(
  tree: Tree,
  path = '/desk/news/a.txt',
  more: Partial<LoaderPorts> = {},
): Promise<LoadedConfig> {
  return createConfigLoader({ files: treePort(tree), assets: nodeAssets, ...more }).load(path);
}

/** Problems as a terminal shows them. */
export function listProblems({ problems }: LoadedConfig): string[] {
  return problems.map(
    ({ file, line, column, severity, message }) => `${file}:${line}:${column}: ${severity}: ${fillSaid(message)}`,
  );
}
