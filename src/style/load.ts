import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Said } from '../text/index.ts';
import { said } from '../text/index.ts';
import { readRule } from './definition.ts';
import { layOverParent } from './inherit.ts';
import { manifestKeys } from './keys.ts';
import type { Pack, PackProblem, PackRule } from './pack.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readVocabulary } from './vale-ini.ts';
import { Fields } from './yaml-fields.ts';

/** A file of a pack. The path only names it in problems and tells the pack's folder. */
export interface PackFile {
  path: string;
  text: string;
}

/** A pack as read. */
export interface ReadPack {
  pack: Pack;
  problems: readonly PackProblem[];
  /** Rules that do not run here, with the reason. */
  unsupported: readonly { rule: string; reason: Said }[];
  /** Files that rules ask for and are not there, as they are named: `Other/Rule.yml`, `words.txt`. */
  wants: readonly string[];
}

/** What is known of a pack besides its files. */
export interface PackHome {
  /** The pack's name; else `pack.yaml`'s, else the folder's. */
  name?: string;
  /** Its folder, by which rules in subfolders are named; else the one that all its rules lie in. */
  folder?: string;
  /** Files beside it that its rules may ask for; the path ends as the rule names it. */
  beside?: readonly PackFile[];
}

/**
 * Reads a pack: a folder of YAML rules in Vale's dialect or ours, with or without `pack.yaml`. A file holds one rule,
 * named by the file, or many under `rules:`; one in a subfolder is `Pack.Subfolder.Rule`. Never throws: what is wrong is a
 * problem, the rest holds.
 *
 * @param files those of one pack's folder; files of other kinds are passed over
 */
export function loadPack(files: readonly PackFile[], home: PackHome = {}): ReadPack {
  const problems: PackProblem[] = [];
  const unsupported: { rule: string; reason: Said }[] = [];
  const wants = new Set<string>();
  const yaml = files.filter(({ path }) => isYaml(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifestFile = yaml.find(({ path }) => /(?:^|[/\\])pack\.ya?ml$/i.test(path));
  const manifest = manifestFile && readFields(manifestFile, problems);
  manifest?.rejectUnknown(Object.keys(manifestKeys), (key) => said`“${key}” means nothing in pack.yaml`);
  const folder = home.folder === undefined ? commonFolder(yaml) : segments(home.folder);
  const packName = home.name ?? (manifest?.text('name') || (folder.at(-1) ?? ''));
  const isVale = !manifestFile;
  const rules = new Map<string, PackRule>();

  const readWords = (path: string) => {
    const list = [...files, ...(home.beside ?? [])].find(({ path: one }) => isNamed(one, path));
    if (!list) wants.add(path);
    return list && readVocabulary(list.text);
  };
  const written = new Map<string, Fields>();
  for (const file of yaml) {
    if (file === manifestFile) continue;
    const fields = readFields(file, problems);
    if (!fields) continue;
    const way = segments(file.path).slice(folder.length, -1);
    const base = (segments(file.path).at(-1) ?? '').replace(/\.ya?ml$/i, '');
    const many = fields.map('rules') ?? [[[...way, base.split('.')[0]].join('.'), fields] as const];
    for (const [rule, inner] of many) {
      const id = `${packName}.${rule}`;
      if (written.has(id)) inner.complain('', said`“${id}” is defined twice: the first holds`, 'warning');
      else written.set(id, inner);
    }
  }
  /** A rule's fields as they are written: one of the pack, or one of another's that was brought. */
  const find = (id: string): Fields | undefined => {
    const own = written.get(id);
    if (own) return own;
    const path = `${id.replaceAll('.', '/')}.yml`;
    const file = home.beside?.find((one) => isNamed(one.path, path));
    if (!file) wants.add(path);
    // What is wrong in it is told where its own pack is read.
    return file && readFields(file, []);
  };
  for (const [id, own] of written) {
    const fields = layOverParent(own, find);
    const result = 'reason' in fields ? fields : readRule(id, fields, isVale, readWords);
    if (!result) continue;
    if ('reason' in result) unsupported.push({ rule: id, reason: result.reason });
    else rules.set(id, result);
  }
  return {
    pack: {
      name: packName,
      title: manifest?.text('title') || packName,
      version: manifest?.text('version') ?? '',
      owner: manifest?.text('owner') ?? '',
      link: manifest?.text('link') ?? '',
      vale: isVale,
      rules: [...rules.values()],
    },
    problems,
    unsupported,
    wants: [...wants],
  };
}

const isYaml = (path: string) => /\.ya?ml$/i.test(path);
const segments = (path: string) => path.split(/[/\\]/);
const isNamed = (path: string, named: string) => path === named || path.replaceAll('\\', '/').endsWith(`/${named}`);

/** The folder, cut at its slashes, that all files lie in or below. */
function commonFolder([first, ...others]: readonly PackFile[]): readonly string[] {
  const folder = segments(first?.path ?? '').slice(0, -1);
  for (const { path } of others) {
    const parts = segments(path);
    const apart = folder.findIndex((part, i) => parts[i] !== part || i >= parts.length - 1);
    if (apart >= 0) folder.length = apart;
  }
  return folder;
}

function readFields(file: PackFile, problems: PackProblem[]): Fields | undefined {
  const lines = new LineCounter();
  const plain = readPlainYaml(file.text, lines);
  if (plain) return new Fields(file.path, plain, lines, problems);
  const document = parseDocument(file.text, { lineCounter: lines, uniqueKeys: false });
  for (const error of document.errors) {
    const [start, end] = error.linePos ?? [{ line: 1, col: 1 }];
    problems.push({
      file: file.path,
      line: start.line,
      column: start.col,
      endLine: end?.line ?? start.line,
      endColumn: end?.col ?? start.col + 1,
      severity: 'error',
      message: said`YAML: ${error.message.split(/ at line |\n/, 1)[0] ?? ''}`,
    });
  }
  // Half a rule may mean the opposite of the whole.
  if (document.errors.length > 0) return undefined;
  const root = document.contents;
  if (isMap(root)) return new Fields(file.path, root, lines, problems);
  if (root !== null && !(isScalar(root) && root.value === null)) {
    problems.push({
      file: file.path,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
      severity: 'error',
      message: said`A rule is a map of keys and values`,
    });
  }
  return undefined;
}
