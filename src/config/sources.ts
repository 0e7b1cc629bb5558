import type { Said } from '../text/index.ts';
import { said } from '../text/index.ts';
import type { ConfigFile, ConfigPart } from './file.ts';
import { configNames } from './file.ts';
import { cacheFolder, lockName, readLock } from './lock.ts';
import type { Layer } from './merge.ts';
import { missingFile } from './missing.ts';
import { joinPath, parentOf, pathWithin } from './paths.ts';
import type { ConfigProblem, Placed } from './place.ts';
import { problemAt, topOf } from './place.ts';
import type { LoaderPorts } from './ports.ts';
import { readConfigFile } from './read-file.ts';
import { isRemote, readRemote } from './remote.ts';

/** What was found on the way up from an article. */
export interface Sources {
  /** From the farthest to the nearest, what each extends before it. */
  layers: readonly Layer[];
  /** A `.vale.ini` with no configuration of ours nearer. */
  vale?: string;
  /** Every file that was read, nearest first. */
  files: readonly string[];
  /** `extends: copydesk:NAME`, farthest first. */
  builtins: readonly Placed<string>[];
  problems: readonly ConfigProblem[];
}

/** Names of Vale's configuration. */
const valeNames = ['.vale.ini', '_vale.ini'];

/** Reads a file once; undefined when there is none. A file that cannot be read is a problem. */
export type ReadOnce = (path: string) => Promise<string | undefined>;

/** Finds configurations and reads them with what they extend. */
export async function findSources(folder: string | undefined, read: ReadOnce, ports: LoaderPorts): Promise<Sources> {
  const problems: ConfigProblem[] = [];
  const files: string[] = [];
  const found: ConfigFile[] = [];
  let vale: string | undefined;
  const open = async (path: string) => {
    const text = await read(path);
    if (text === undefined) return undefined;
    files.push(path);
    const file = readConfigFile(path, text);
    problems.push(...file.problems);
    return file;
  };
  if (ports.configFile !== undefined) {
    const file = await open(ports.configFile);
    if (file) found.push(file);
    else problems.push(problemAt(topOf(ports.configFile), said`No such file`));
  } else {
    for (let at = folder; at !== undefined; at = parentOf(at)) {
      const file = await findHere(at, open);
      if (file) found.push(file);
      for (const name of found.length === 0 && !vale ? valeNames : []) {
        const ini = joinPath(at, name);
        if (vale || (await read(ini)) === undefined) continue;
        vale = ini;
        files.push(ini);
      }
      if (file?.root) break;
    }
  }

  const layers: Layer[] = [];
  const builtins: Placed<string>[] = [];
  const roots = new Map<ConfigFile, string>();
  const locks = new Map<string, ReturnType<typeof readLock>>();
  /** Where something that was fetched lies, by the lock beside the configuration that began. */
  const findFetched = async (value: string, base: string): Promise<Found> => {
    const remote = readRemote(value);
    if (remote && 'fault' in remote) return remote;
    const path = joinPath(base, lockName);
    let lock = locks.get(path);
    if (!lock) {
      const text = await read(path);
      lock = readLock(path, text ?? '');
      if (text !== undefined) files.push(path);
      problems.push(...lock.problems);
      locks.set(path, lock);
    }
    const locked = lock.sources.get(value);
    if (!locked)
      return {
        fault: said`Not fetched yet: “copydesk style sync” fetches it and pins it in ${lockName}`,
        fix: 'fetch',
      };
    const root = cacheFolder(base, locked);
    const target = joinPath(root, locked.entry);
    if ((await read(target)) === undefined)
      return { fault: said`Pinned, but not on this machine: “copydesk style sync” fetches it`, fix: 'fetch' };
    if ((await ports.files.isIntact?.(root, locked.integrity)) === false) {
      const fault = said`What lies in the cache is not what ${lockName} pins: “copydesk style sync” fetches it again`;
      return { fault, fix: 'fetch' };
    }
    return { path: target, root };
  };
  const expand = async (file: ConfigFile, base: string, way: readonly string[]): Promise<void> => {
    for (const entry of file.extends) {
      const { value, place } = entry;
      if (value.startsWith('copydesk:')) {
        builtins.push(entry);
        continue;
      }
      const target = isRemote(value) ? await findFetched(value, base) : await findExtended(value, file.path, ports);
      if ('fault' in target)
        problems.push(problemAt(place, target.fault, 'error', undefined, 'fix' in target ? target.fix : 'remove'));
      else if (way.includes(target.path)) {
        const round = [...way.slice(way.indexOf(target.path)), target.path];
        problems.push(problemAt(place, said`“${value}” leads back to itself: ${round.map(baseName).join(' → ')}`));
      } else {
        const extended = await open(target.path);
        // What was fetched reaches nothing outside of itself.
        const root = target.root ?? roots.get(file);
        if (extended && root !== undefined) roots.set(extended, root);
        const kept = extended && root !== undefined ? keepInside(extended, root, problems) : extended;
        if (kept && root !== undefined) roots.set(kept, root);
        if (kept) await expand(kept, base, [...way, target.path]);
        else problems.push(await missingFile(target.path, entry, ports.files));
      }
    }
    layers.push({ file, folder: base });
  };
  for (const file of [...found].reverse()) await expand(file, parentOf(file.path) ?? '', [file.path]);
  return { layers, ...(vale ? { vale } : {}), files: [...new Set(files)], builtins, problems };
}

async function findHere(folder: string, open: (path: string) => Promise<ConfigFile | undefined>) {
  for (const name of configNames) {
    const file = await open(joinPath(folder, name));
    if (file) return file;
  }
  return undefined;
}

/** Where an entry lies, with the folder that it may not leave; or why it is not read. */
type Found = { path: string; root?: string } | { fault: Said; fix?: 'fetch' };

/** The configuration without the paths that lead out of a folder; each is a problem. */
function keepInside(file: ConfigFile, root: string, problems: ConfigProblem[]): ConfigFile {
  const isInside = ({ value, place }: Placed<string>) => {
    if (value.startsWith('copydesk:') || isRemote(value)) return true;
    const isPath = /^(?:\.|\/|[A-Za-z]:[\\/])/.test(value) || /[\\/]/.test(value);
    if (!isPath || pathWithin(root, joinPath(parentOf(file.path) ?? '', value)) !== undefined) return true;
    problems.push(problemAt(place, said`“${value}” leads out of what was fetched`));
    return false;
  };
  const keep = <T extends ConfigPart>(part: T): T => ({
    ...part,
    lexicon: part.lexicon.filter(isInside),
    styles: part.styles.filter(isInside),
    dictionaries: part.dictionaries.filter(isInside),
  });
  return {
    ...keep(file),
    extends: file.extends.filter(isInside),
    overrides: file.overrides.map(keep),
  };
}

/** Where an `extends` entry lies: a file beside, or a package's configuration. */
async function findExtended(value: string, from: string, { files, trusted = true }: LoaderPorts): Promise<Found> {
  if (/^(?:\.|\/|[A-Za-z]:[\\/])/.test(value) || /\.(?:ya?ml|json)$/i.test(value))
    return { path: joinPath(parentOf(from) ?? '', value) };
  if (!trusted) return { fault: said`The package “${value}” is not read: this workspace is not trusted` };
  const path = await files.findPackage?.(value, from);
  return path === undefined ? { fault: said`No package “${value}” is installed here` } : { path };
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
