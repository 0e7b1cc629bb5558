import type { MatcherOptions, Pack } from '../style/index.ts';
import { said } from '../text/index.ts';
import type { KeptPacks } from './kept-packs.ts';
import type { PackWords } from './pack-dictionaries.ts';
import { readPackWords } from './pack-dictionaries.ts';
import { readPack } from './pack-files.ts';
import { joinPath, parentOf } from './paths.ts';
import type { ConfigProblem, Place } from './place.ts';
import { problemAt } from './place.ts';
import type { FilePort } from './ports.ts';

/** A pack and where it lies: its folder, or its file when it is one, or `copydesk:NAME`. */
export interface LoadedPack {
  pack: Pack;
  path: string;
  /** Hunspell dictionaries that its rules bring. */
  words?: PackWords;
}

/** Packs read from one place. */
export interface FoundPacks {
  packs: readonly LoadedPack[];
  /** Every file that was read, word lists and dictionaries too. */
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
 * @param isStyle one pack, however its rules lie in folders
 */
export function readPacks(path: string, place: Place, source: PackSource, isStyle = false): Promise<FoundPacks> {
  const key = JSON.stringify([path, place, isStyle]);
  const packs = source.found.get(key) ?? readNewPacks(path, place, source, isStyle);
  source.found.set(key, packs);
  return packs;
}

async function readNewPacks(
  path: string,
  place: Place,
  { files, kept }: PackSource,
  isStyle: boolean,
): Promise<FoundPacks> {
  // What is hidden belongs to the tools of the pack's authors.
  const isShown = (file: string) => !/(?:^|\/)\./.test(file.slice(path.length));
  const listed = isYaml(path) ? [path] : ((await files.list?.(path)) ?? []).filter(isShown);
  // Vale passes over .yaml.
  const paths = isStyle ? listed.filter((file) => !/\.yaml$/i.test(file)) : listed;
  if (!paths.some(isYaml)) {
    const message = files.list ? said`No style pack in “${path}”` : said`Folders of rules cannot be read here`;
    const problems = [problemAt(place, message, 'error', undefined, 'remove')];
    return { packs: [], files: [], problems };
  }
  const isOne = isStyle || paths.some((file) => isYaml(file) && (parentOf(file) === path || file === path));
  const folders = new Map<string, string[]>();
  // Rules of spelling name word lists beside them.
  for (const file of paths.filter((one) => /\.(?:ya?ml|txt)$/i.test(one))) {
    const folder = isOne ? path : `${path}/${file.slice(path.length + 1).split('/')[0] ?? ''}`;
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  const problems: ConfigProblem[] = [];
  const packs: LoadedPack[] = [];
  const used: string[] = [];
  for (const [folder, members] of folders) {
    if (!members.some(isYaml)) continue;
    const texts = await Promise.all(
      members.map(async (file) => ({ path: file, text: (await files.read(file)) ?? '' })),
    );
    const home = isYaml(folder) ? (parentOf(folder) ?? '') : folder;
    const places = { folder: home, base: parentOf(place.file) };
    const { read, files: beside } = await readPack(texts, places, files, kept);
    const words = await readPackWords(read.pack, places, files);
    used.push(...members, ...beside, ...words.files);
    packs.push({ pack: read.pack, path: folder, words });
    problems.push(...read.problems);
    for (const { rule, reason } of read.unsupported)
      problems.push(problemAt(place, said`“${rule}” does not run here: ${reason}`, 'warning'));
  }
  return { packs, files: used, problems };
}

const isYaml = (path: string) => /\.ya?ml$/i.test(path);

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
