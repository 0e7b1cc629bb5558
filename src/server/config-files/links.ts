import type { Location, Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Pair, Scalar } from 'yaml';
import { isScalar, parseDocument, visit } from 'yaml';
import type { FilePort, LoadedConfig } from '../../config/index.ts';
import { joinPath } from '../../config/index.ts';
import { toUri } from '../uris.ts';

const pathKeys: readonly string[] = ['extends', 'styles', 'lexicon'];

/**
 * Where something that a configuration names stands: a list, a file, the first file of a pack, a rule of a pack. YAML
 * and JSON alike.
 */
export async function findDefinition(
  path: string,
  text: string,
  position: Position,
  { packs }: LoadedConfig,
  files: FilePort,
): Promise<Location[]> {
  const offset = TextDocument.create('', '', 0, text).offsetAt(position);
  const found = findScalar(text, offset);
  if (!found) return [];
  const { value, keys, isKey } = found;
  const at = (file: string, line = 1, column = 1): Location => {
    const start = { line: line - 1, character: column - 1 };
    return { uri: toUri(file), range: { start, end: start } };
  };
  if (isKey && keys.at(-1) === 'rules') {
    const rule = packs.flatMap(({ pack }) => pack.rules).find(({ id }) => id === value);
    const own = packs.find(({ pack }) => pack.name === value);
    if (rule && isFile(rule.place.file)) return [at(rule.place.file, rule.place.line, rule.place.column)];
    return own && isFile(own.path) ? openFolder(own.path) : [];
  }
  if (isKey || !pathKeys.includes(keys.at(-1) ?? '') || value.startsWith('copydesk:')) return [];
  const target = joinPath(path.slice(0, path.lastIndexOf('/')), value).replace(/\/+$/, '');
  if ((await files.read(target).catch(() => undefined)) !== undefined) return [at(target)];
  return openFolder(target);

  async function openFolder(folder: string): Promise<Location[]> {
    if (/\.ya?ml$/i.test(folder)) return [at(folder)];
    const inside = (await files.list?.(folder)) ?? [];
    const manifest = inside.find((file) => /\/pack\.ya?ml$/i.test(file));
    const first = manifest ?? inside.find((file) => /\.ya?ml$/i.test(file));
    return first === undefined ? [] : [at(first)];
  }
}

/** Packs that ship lie inside the program. */
const isFile = (path: string) => /^(?:\/|[A-Za-z]:\/|[a-z][\w+.-]*:\/\/)/.test(path);

/** The text at an offset, and the keys above it. */
function findScalar(text: string, offset: number): { value: string; keys: string[]; isKey: boolean } | undefined {
  let found: { value: string; keys: string[]; isKey: boolean } | undefined;
  visit(parseDocument(text, { logLevel: 'silent', uniqueKeys: false }), {
    Scalar(key, node: Scalar, path) {
      if (!node.range || offset < node.range[0] || offset > node.range[1]) return undefined;
      const pairs = path.filter((one): one is Pair => typeof one === 'object' && 'key' in one);
      const keys = pairs.flatMap((pair) => (isScalar(pair.key) && pair.key !== node ? [String(pair.key.value)] : []));
      found = { value: String(node.value), keys, isKey: key === 'key' };
      return visit.BREAK;
    },
  });
  return found;
}
