import { isMap, isScalar, LineCounter, parseDocument, stringify } from 'yaml';
import { said } from '../text/index.ts';
import type { ConfigProblem } from './place.ts';
import { notYaml, placeBetween, placeOfNode, problemAt } from './place.ts';

/** The name of the file that pins what `extends` fetches, beside the configuration. */
export const lockName = 'copydesk.lock';

/** What was fetched for one `extends` entry. */
export interface LockedSource {
  /** SHA-512 of the files taken: `sha512-` and Base64. */
  integrity: string;
  /** The configuration among them. */
  entry: string;
  /** The commit of a git checkout. */
  commit?: string;
}

/** Reads a lock. Never throws: a row that is damaged is a problem, the others hold. */
export function readLock(
  path: string,
  text: string,
): { sources: Map<string, LockedSource>; problems: ConfigProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, logLevel: 'silent' });
  const problems = document.errors.map(({ message, pos }) =>
    notYaml(placeBetween(path, lines, pos[0], pos[1]), message),
  );
  const sources = new Map<string, LockedSource>();
  const rows = isMap(document.contents) ? document.contents.get('sources') : undefined;
  for (const { key, value } of isMap(rows) ? rows.items : []) {
    const name = isScalar(key) ? String(key.value) : '';
    const { integrity, entry, commit } = isMap(value) ? (value.toJSON() as Record<string, unknown>) : {};
    const isWhole =
      typeof integrity === 'string' &&
      /^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) &&
      typeof entry === 'string' &&
      isInner(entry);
    if (isWhole) sources.set(name, { integrity, entry, ...(typeof commit === 'string' ? { commit } : {}) });
    else {
      const place = placeOfNode(path, lines, isScalar(key) ? key : rows && isMap(rows) ? rows : undefined);
      problems.push(problemAt(place, said`This row is damaged: “copydesk style sync --update” writes it anew`));
    }
  }
  return { sources, problems };
}

/** Writes a lock; the rows are sorted, so that two people who fetch the same write the same. */
export function formatLock(sources: ReadonlyMap<string, LockedSource>): string {
  const rows = Object.fromEntries([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `# Written by “copydesk style sync”; share it with the configuration.\n${stringify({ version: 1, sources: rows }, { lineWidth: 0 })}`;
}

/** The folder, beside the lock, that holds what was fetched. */
export function cacheFolder(lockFolder: string, { integrity }: LockedSource): string {
  const name = integrity.slice('sha512-'.length).replace(/[^A-Za-z0-9]/g, '');
  return `${lockFolder === '/' ? '' : lockFolder}/.copydesk/cache/${name.slice(0, 24)}`;
}

/** True for a relative path with forward slashes that stays where it is. */
export function isInner(path: string): boolean {
  return (
    path !== '' &&
    !/[\\:]/.test(path) &&
    !path.includes('\0') &&
    !path.startsWith('/') &&
    path.split('/').every((part) => part !== '..' && part !== '.' && part !== '')
  );
}
