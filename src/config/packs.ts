import type { MatcherOptions, Pack, PackFile } from '../style/index.ts';
import { loadPack } from '../style/index.ts';
import { said } from '../text/index.ts';
import { hashText } from './hash.ts';
import type { KeptPacks } from './kept-packs.ts';
import { joinPath, parentOf } from './paths.ts';
import type { ConfigProblem, Place } from './place.ts';
import { problemAt } from './place.ts';
import type { FilePort } from './ports.ts';

/** A pack's files together, in UTF-16 units, from which on it is worth a place on the shelf. */
const longContent = 200_000;

type ReadPack = ReturnType<typeof loadPack>;

/** A pack and where it lies: its folder, or its file when it is one, or `copydesk:NAME`. */
export interface LoadedPack {
  pack: Pack;
  path: string;
}

/** Packs read from one place. */
export interface FoundPacks {
  packs: readonly LoadedPack[];
  files: readonly string[];
  problems: readonly ConfigProblem[];
}

/** Where packs are read from, and those read already. */
export interface PackSource {
  files: FilePort;
  found: Map<string, Promise<FoundPacks>>;
  kept: KeptPacks;
}

/**
 * Reads a folder of rules, or a folder of such folders, or one file of rules.
 *
 * @param place where it is named, for «there is no such folder»
 */
export function readPacks(path: string, place: Place, { files, found, kept }: PackSource): Promise<FoundPacks> {
  const key = JSON.stringify([path, place]);
  const packs = found.get(key) ?? readNewPacks(path, place, files, kept);
  found.set(key, packs);
  return packs;
}

async function readNewPacks(path: string, place: Place, files: FilePort, kept: KeptPacks): Promise<FoundPacks> {
  const paths = /\.ya?ml$/i.test(path) ? [path] : ((await files.list?.(path)) ?? []);
  const rules = paths.filter((file) => /\.ya?ml$/i.test(file));
  if (rules.length === 0) {
    const message = files.list ? said`No style pack in “${path}”` : said`Folders of rules cannot be read here`;
    return { packs: [], files: [], problems: [problemAt(place, message, 'error', undefined, 'remove')] };
  }
  const direct = rules.some((file) => parentOf(file) === path || file === path);
  const folders = new Map<string, string[]>();
  // Rules of spelling name word lists beside them.
  for (const file of paths.filter((one) => /\.(?:ya?ml|txt)$/i.test(one))) {
    const folder = direct ? path : `${path}/${file.slice(path.length + 1).split('/')[0] ?? ''}`;
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const problems: ConfigProblem[] = [];
  const packs: LoadedPack[] = [];
  for (const [folder, members] of folders) {
    if (!members.some((file) => /\.ya?ml$/i.test(file))) continue;
    const texts = await Promise.all(
      members.map(async (file) => ({ path: file, text: (await files.read(file)) ?? '' })),
    );
    const content = JSON.stringify(texts);
    const key = hashText(content);
    const shelved =
      kept.read.has(key) || content.length < longContent ? undefined : await readLong(texts, content, files);
    const loaded = kept.read.take(key, () => shelved ?? loadPack(texts));
    packs.push({ pack: loaded.pack, path: folder });
    problems.push(...loaded.problems);
    for (const { rule, reason } of loaded.unsupported)
      problems.push(problemAt(place, said`“${rule}” does not run here: ${reason}`, 'warning'));
  }
  return { packs, files: rules, problems };
}

/** Reads a pack of many terms, or takes it from the shelf when it was read before. */
async function readLong(texts: readonly PackFile[], content: string, files: FilePort): Promise<ReadPack> {
  const shelf = await files.openShelf?.();
  const known = await shelf?.find(content);
  if (known !== undefined) return JSON.parse(known) as ReadPack;
  const read = loadPack(texts);
  await shelf?.keep(content, JSON.stringify(read));
  return read;
}

/** Options of two sources taken together; the second wins. */
export function joinOptions(a: MatcherOptions, b: MatcherOptions): MatcherOptions {
  return {
    levels: new Map([...(a.levels ?? []), ...(b.levels ?? [])]),
    onlyNamed: [...(a.onlyNamed ?? []), ...(b.onlyNamed ?? [])],
    minLevel: b.minLevel ?? a.minLevel,
    accept: [...(a.accept ?? []), ...(b.accept ?? [])],
    tokenIgnores: [...(a.tokenIgnores ?? []), ...(b.tokenIgnores ?? [])],
    blockIgnores: [...(a.blockIgnores ?? []), ...(b.blockIgnores ?? [])],
  };
}

/** Where a style pack's folder or file lies. */
export function stylePath(from: string, written: string): string {
  return joinPath(parentOf(from) ?? '', written).replace(/\/+$/, '');
}
