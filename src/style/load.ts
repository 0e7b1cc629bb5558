import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Said } from '../text/index.ts';
import { said } from '../text/index.ts';
import { readRule } from './definition.ts';
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

/**
 * Reads a pack: a folder of YAML rules in Vale's dialect or ours, with or without `pack.yaml`. A file holds one rule,
 * named by the file, or many under `rules:`. Never throws: what is wrong is a problem, the rest holds.
 *
 * @param files those of one pack's folder; files of other kinds are passed over
 * @param name the pack's name; else `pack.yaml`'s, else the folder's
 */
export function loadPack(
  files: readonly PackFile[],
  name?: string,
): { pack: Pack; problems: readonly PackProblem[]; unsupported: readonly { rule: string; reason: Said }[] } {
  const problems: PackProblem[] = [];
  const unsupported: { rule: string; reason: Said }[] = [];
  const yaml = files.filter(({ path }) => /\.ya?ml$/i.test(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  const manifestFile = yaml.find(({ path }) => /(?:^|[/\\])pack\.ya?ml$/i.test(path));
  const manifest = manifestFile && readFields(manifestFile, problems);
  manifest?.rejectUnknown(Object.keys(manifestKeys), (key) => said`“${key}” means nothing in pack.yaml`);
  const folder = yaml[0]?.path.split(/[/\\]/).at(-2) ?? '';
  const packName = name ?? (manifest?.text('name') || (manifestFile?.path.split(/[/\\]/).at(-2) ?? folder));
  const isVale = !manifestFile;
  const rules = new Map<string, PackRule>();

  const readWords = (path: string) => {
    const list = files.find((file) => file.path === path || file.path.replaceAll('\\', '/').endsWith(`/${path}`));
    return list && readVocabulary(list.text);
  };
  const take = (id: string, fields: Fields) => {
    if (rules.has(id)) {
      fields.complain('', said`“${id}” is defined twice: the first holds`, 'warning');
      return;
    }
    const result = readRule(id, fields, isVale, readWords);
    if (!result) return;
    if ('reason' in result) unsupported.push({ rule: id, reason: result.reason });
    else rules.set(id, result);
  };
  for (const file of yaml) {
    if (file === manifestFile) continue;
    const fields = readFields(file, problems);
    if (!fields) continue;
    const base =
      file.path
        .split(/[/\\]/)
        .at(-1)
        ?.replace(/\.ya?ml$/i, '') ?? '';
    const many = fields.map('rules');
    if (!many) {
      take(`${packName}.${base.split('.')[0]}`, fields);
      continue;
    }
    for (const [rule, inner] of many) take(`${packName}.${rule}`, inner);
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
  };
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
