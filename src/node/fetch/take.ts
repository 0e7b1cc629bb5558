import { configNames, isInner } from '../../config/index.ts';
import { SaidError, said } from '../../text/index.ts';
import { hashFiles } from '../integrity.ts';
import type { Files } from './tar.ts';

/** What was taken of a source. */
export interface Taken {
  files: Files;
  /** The configuration among them. */
  entry: string;
  integrity: string;
}

/** How much a source may hold. */
export const limits = { download: 20_000_000, unpacked: 60_000_000, files: 5_000 } as const;

// Only data comes in: no scripts, no modules.
const isData = (path: string) =>
  /\.(?:ya?ml|json|csv|tsv|txt|md|ini|dic|aff)$|(?:^|\/)(?:\.vale\.ini|LICEN[CS]E)$/i.test(path);

/**
 * Takes the data out of what was fetched: files that hold none are left, a lone folder around everything is taken off,
 * and the configuration is found; a bare style pack gets one that names it.
 *
 * @param entry the configuration; looked for when empty
 * @param name what a pack without a name is called
 * @throws Error when a path leads out, there is too much, or no configuration
 */
export function takeFiles(given: Files, entry: string, name: string): Taken {
  const out = [...given.keys()].find((path) => !isInner(path.replace(/^\.\//, '')));
  if (out !== undefined) throw new SaidError(said`“${out}” leads out of the archive, so nothing is taken`);
  const data = [...given]
    .map(([path, bytes]) => [path.replace(/^\.\//, ''), bytes] as const)
    .filter(([path]) => isData(path))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (data.length > limits.files)
    throw new SaidError(said`it holds ${data.length} files; ${limits.files} are taken at most`);
  const size = data.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  if (size > limits.unpacked) throw new SaidError(said`it is larger than ${limits.unpacked / 1_000_000} MB`);
  const top = data[0]?.[0].split('/')[0] ?? '';
  const isNamed = data.some(([path]) => path === entry);
  const wrapped = data.length > 0 && !isNamed && data.every(([path]) => path.startsWith(`${top}/`));
  const files: Files = new Map(data.map(([path, bytes]) => [wrapped ? path.slice(top.length + 1) : path, bytes]));
  if (entry !== '') {
    if (!files.has(entry)) throw new SaidError(said`it holds no “${entry}”`);
    return { files, entry, integrity: hashFiles(files) };
  }
  const names = ['.copydesk.yaml', 'copydesk.yaml', ...configNames, 'copydesk.yml', 'copydesk.json'];
  const found = names.find((one) => files.has(one)) ?? (files.size === 1 ? [...files.keys()][0] : undefined);
  if (found !== undefined) return { files, entry: found, integrity: hashFiles(files) };
  if (![...files.keys()].some((path) => /\.ya?ml$/i.test(path)))
    throw new SaidError(said`it holds no configuration and no style pack`);
  // A pack alone: its own folder, and a configuration beside that names it.
  const packed: Files = new Map([...files].map(([path, bytes]) => [`${name}/${path}`, bytes]));
  packed.set('copydesk.yaml', new TextEncoder().encode(`styles: [${JSON.stringify(`./${name}`)}]\n`));
  return { files: packed, entry: 'copydesk.yaml', integrity: hashFiles(packed) };
}
