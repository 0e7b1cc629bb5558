import type { PackFile, PackHome, ReadPack } from '../style/index.ts';
import { loadPack, planPack } from '../style/index.ts';
import { hashText } from './hash.ts';
import type { KeptPacks } from './kept-packs.ts';
import { joinPath, parentOf, pathWithin } from './paths.ts';
import type { FilePort } from './ports.ts';

/** A pack's files together, in UTF-16 units, from which on it is worth a place on the shelf. */
const longContent = 10_000;

/** Rules may build on others of other packs, and those on others again. */
const roundsMax = 12;

/** Where files that a pack's rules name may lie. */
export interface Places {
  /** The pack's folder. */
  folder: string;
  /** The folder of the configuration that names the pack; undefined for one named on the command line. */
  base: string | undefined;
}

/** Reads a pack with the rules of other packs and the word lists that its rules name. */
export async function readPack(
  texts: readonly PackFile[],
  places: Places,
  files: FilePort,
  kept: KeptPacks,
): Promise<{ read: ReadPack; files: readonly string[] }> {
  const beside: PackFile[] = [];
  const tried = new Set<string>();
  for (let round = 0; ; round++) {
    const read = await loadOnce(texts, { folder: places.folder, beside }, files, kept);
    const missing = read.wants.filter((name) => !tried.has(name));
    if (missing.length === 0 || round === roundsMax) return { read, files: beside.map(({ path }) => path) };
    for (const name of missing) {
      tried.add(name);
      const found = await findBeside(name, 'ignore', places, files);
      if (found) beside.push(found);
    }
  }
}

/**
 * Finds a file that a rule names, as Vale does: among the styles, in the configuration's folder for such files, beside the
 * configuration; and beside the rule. What lies elsewhere is not read.
 *
 * @param kind Vale's name of the folder below `config` of the styles
 */
export async function findBeside(
  name: string,
  kind: 'ignore' | 'dictionaries',
  { folder, base }: Places,
  files: FilePort,
): Promise<PackFile | undefined> {
  const styles = parentOf(folder);
  const roots = [styles, styles && `${styles}/config/${kind}`, folder, base].filter((root) => root !== undefined);
  for (const root of roots) {
    const path = joinPath(root, name);
    if (!roots.some((one) => pathWithin(one, path) !== undefined)) continue;
    const text = await files.read(path);
    if (text !== undefined) return { path, text };
  }
  return undefined;
}

/** Reads a pack, or takes it from what was read before: of this process, or for many terms from the shelf. */
async function loadOnce(
  texts: readonly PackFile[],
  home: PackHome,
  files: FilePort,
  kept: KeptPacks,
): Promise<ReadPack> {
  const content = JSON.stringify([texts, home]);
  const key = hashText(content);
  const shelved = kept.read.has(key) || content.length < longContent ? undefined : await readLong(content, files);
  const read = kept.read.take(key, () => shelved ?? loadPack(texts, home));
  kept.keys.set(read.pack, key);
  return read;

  async function readLong(said: string, { openShelf }: FilePort): Promise<ReadPack> {
    const shelf = await openShelf?.();
    const known = await shelf?.find(said);
    if (known !== undefined) return JSON.parse(known) as ReadPack;
    const read = loadPack(texts, home);
    if (!shelf) return read;
    const planned = { ...read, pack: planPack(read.pack) };
    await shelf.keep(said, JSON.stringify(planned));
    return planned;
  }
}
