import type { ConfigFile } from './file.ts';
import { configNames } from './file.ts';
import type { Layer } from './merge.ts';
import { joinPath, parentOf } from './paths.ts';
import type { ConfigProblem, Placed } from './place.ts';
import { problemAt, topOf } from './place.ts';
import type { LoaderPorts } from './ports.ts';
import { readConfigFile } from './read-file.ts';

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
    else problems.push(problemAt(topOf(ports.configFile), 'No such file'));
  } else {
    for (let at = folder; at !== undefined; at = parentOf(at)) {
      const file = await findHere(at, open);
      if (file) found.push(file);
      const ini = joinPath(at, '.vale.ini');
      if (found.length === 0 && !vale && (await read(ini)) !== undefined) {
        vale = ini;
        files.push(ini);
      }
      if (file?.root) break;
    }
  }

  const layers: Layer[] = [];
  const builtins: Placed<string>[] = [];
  const expand = async (file: ConfigFile, base: string, way: readonly string[]): Promise<void> => {
    for (const entry of file.extends) {
      const { value, place } = entry;
      if (value.startsWith('copydesk:')) {
        builtins.push(entry);
        continue;
      }
      const target = await findExtended(value, file.path, ports);
      if ('fault' in target) problems.push(problemAt(place, target.fault));
      else if (way.includes(target.path)) {
        problems.push(
          problemAt(
            place,
            `“${value}” leads back to itself: ${[...way.slice(way.indexOf(target.path)), target.path].map(baseName).join(' → ')}`,
          ),
        );
      } else {
        const extended = await open(target.path);
        if (extended) await expand(extended, base, [...way, target.path]);
        else problems.push(problemAt(place, `No such file: ${target.path}`));
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

/** Where an `extends` entry lies: a file beside, or a package's configuration. */
async function findExtended(
  value: string,
  from: string,
  { files, trusted = true }: LoaderPorts,
): Promise<{ path: string } | { fault: string }> {
  if (/^https?:/.test(value))
    return { fault: 'Web addresses are not read: keep a copy beside this file, or share it as an npm package' };
  if (/^(?:\.|\/|[A-Za-z]:[\\/])/.test(value) || /\.(?:ya?ml|json)$/i.test(value))
    return { path: joinPath(parentOf(from) ?? '', value) };
  if (!trusted) return { fault: `The package “${value}” is not read: this workspace is not trusted` };
  const path = await files.findPackage?.(value, from);
  return path === undefined ? { fault: `No package “${value}” is installed here` } : { path };
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
