import type { Node, Pair, YAMLMap } from 'yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { rules as allRules } from '../rules/index.ts';
import type { Letters, Said } from '../text/index.ts';
import { hintAt, nearestName, said } from '../text/index.ts';
import type { ConfigFile, ConfigPart, RuleEntry } from './file.ts';
import { configKeys, overrideKeys, rankStyles, ruleSeverities } from './file.ts';
import { readOptions } from './options.ts';
import type { ConfigProblem, Place, Placed } from './place.ts';
import { notYaml, placeBetween, placeOfNode, problemAt, topOf } from './place.ts';

/**
 * Reads a configuration file: YAML, of which JSON is a part. Never throws: what is wrong is a problem at its place, the
 * rest holds.
 */
export function readConfigFile(path: string, text: string): ConfigFile {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  const problems: ConfigProblem[] = document.errors.map(({ message, pos }) =>
    notYaml(placeBetween(path, lines, pos[0], pos[1]), message),
  );
  const sheet: Sheet = { path, lines, problems, broken: problems.length > 0 };
  const { contents } = document;
  const empty = { path, root: false, extends: [], overrides: [], problems, ...emptyPart };
  if (contents === null || (isScalar(contents) && contents.value === null)) return empty;
  if (!isMap(contents)) {
    if (problems.length === 0) problems.push(problemAt(topOf(path), said`A configuration is a map of keys and values`));
    return empty;
  }
  const fields = readFields(contents, configKeys, sheet);
  const root = fields.get('root');
  if (root && !(isScalar(root.value) && typeof root.value.value === 'boolean'))
    complain(sheet, root.value ?? root.key, said`“root” is true or false`);
  const files = fields.has('files') ? texts(fields.get('files')?.value, 'files', sheet) : undefined;
  const overrides = fields.get('overrides')?.value;
  if (overrides && !isSeq(overrides)) complain(sheet, overrides, said`“overrides” is a list of {files, …}`);
  return {
    path,
    root: root !== undefined && isScalar(root.value) && root.value.value === true,
    extends: texts(fields.get('extends')?.value, 'extends', sheet),
    ...(files
      ? { files: { value: files.map(({ value }) => value), place: placeOf(sheet, fields.get('files')?.value) } }
      : {}),
    ...readPart(fields, sheet),
    overrides: isSeq(overrides) ? overrides.items.flatMap((item) => readOverride(item as Node, sheet)) : [],
    problems,
  };
}

/** Keys that an article's front matter may set, under `copydesk:`. */
export const articleKeys = ['language', 'style', 'rules'] as const;

/** The front matter of an article that sets keys of ours; empty when there is none. */
export function findArticleKeys(source: Letters): string {
  if (source.slice(0, 3) !== '---') return '';
  const yaml = /^---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source.toString())?.[0] ?? '';
  return /^copydesk[ \t]*:/m.test(yaml) ? yaml : '';
}

/**
 * Reads what an article says of its own configuration: `copydesk: {style: ap}` in its front matter.
 *
 * @param yaml the front matter with its marks, from the article's first letter on
 */
export function readArticleKeys(path: string, yaml: string): ConfigFile {
  const lines = new LineCounter();
  // The marks become remarks, so that lines and columns stay the article's.
  const text = yaml.replace(/^---/, '#--').replace(/(?:---|\.\.\.)[ \t]*\r?\n?$/, '');
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false });
  const [fault] = document.errors;
  const broken = fault ? [notYaml(placeBetween(path, lines, fault.pos[0], fault.pos[1]), fault.message)] : [];
  const sheet: Sheet = { path, lines, problems: broken, broken: fault !== undefined };
  const own = isMap(document.contents) ? document.contents.get('copydesk') : undefined;
  const empty = { path, root: false, extends: [], overrides: [], problems: sheet.problems, ...emptyPart };
  if (document.errors.length > 0 || own === undefined || own === null) return empty;
  if (!isMap(own)) {
    const pair =
      isMap(document.contents) && document.contents.items.find(({ key }) => isScalar(key) && key.value === 'copydesk');
    complain(sheet, (pair && (pair.key as Node)) || null, said`“copydesk” is a map of ${articleKeys.join(', ')}`);
    return empty;
  }
  return { ...empty, ...readPart(readFields(own, articleKeys, sheet), sheet) };
}

const emptyPart: ConfigPart = { rules: [], lexicon: [], styles: [], plugins: [], dictionaries: [] };

interface Sheet {
  path: string;
  lines: LineCounter;
  problems: ConfigProblem[];
  /** Whether some of it is no YAML. */
  broken: boolean;
}
interface Field {
  key: Node;
  value: Node | null;
}
type Fields = ReadonlyMap<string, Field>;

function placeOf({ path, lines }: Sheet, node: Node | null | undefined): Place {
  return placeOfNode(path, lines, node);
}

function complain(
  sheet: Sheet,
  node: Node | null,
  message: Said,
  expected?: readonly string[],
  fix?: ConfigProblem['fix'],
): void {
  sheet.problems.push(problemAt(placeOf(sheet, node), message, 'error', expected, fix));
}

function readFields(map: YAMLMap, known: readonly string[], sheet: Sheet): Fields {
  const fields = new Map<string, Field>();
  for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
    const name = isScalar(key) ? String(key.value) : '';
    if (fields.has(name)) complain(sheet, key, said`“${name}” stands twice: the first holds`, undefined, 'remove');
    else if (known.includes(name) || name === '$schema') fields.set(name, { key, value });
    // What is no YAML may have put a key where it does not belong.
    else if (!sheet.broken) {
      const near = nearestName(name, known);
      complain(
        sheet,
        key,
        said`No key “${name}”: ${hintAt(near, said`there are ${known.join(', ')}`)}`,
        near ? [near] : undefined,
        'remove',
      );
    }
  }
  return fields;
}

/** A list of texts, or one text for a list of one. */
function texts(node: Node | null | undefined, name: string, sheet: Sheet): Placed<string>[] {
  if (!node || (isScalar(node) && node.value === null)) return [];
  const items = isSeq(node) ? (node.items as Node[]) : [node];
  return items.flatMap((item) => {
    if (isScalar(item) && typeof item.value === 'string' && item.value !== '')
      return [{ value: item.value, place: placeOf(sheet, item) }];
    complain(sheet, item, said`“${name}” is a list of texts`);
    return [];
  });
}

function readPart(fields: Fields, sheet: Sheet): ConfigPart {
  const language = fields.get('language')?.value;
  const style = fields.get('style')?.value;
  return {
    ...readLanguage(language, sheet),
    ...readStyle(style, sheet),
    rules: readRules(fields.get('rules')?.value, sheet),
    lexicon: texts(fields.get('lexicon')?.value, 'lexicon', sheet),
    styles: texts(fields.get('styles')?.value, 'styles', sheet),
    plugins: texts(fields.get('plugins')?.value, 'plugins', sheet),
    dictionaries: texts(fields.get('dictionaries')?.value, 'dictionaries', sheet),
  };
}

function readLanguage(node: Node | null | undefined, sheet: Sheet): Pick<ConfigPart, 'language'> {
  if (!node) return {};
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && (value === 'auto' || /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(value)))
    return { language: { value, place: placeOf(sheet, node) } };
  complain(sheet, node, said`“language” is auto, or a language as in en-GB, en-US or tr`);
  return {};
}

function readStyle(node: Node | null | undefined, sheet: Sheet): Pick<ConfigPart, 'style'> {
  if (!node) return {};
  if (!isScalar(node)) {
    complain(sheet, node, said`“style” is one of ${rankStyles.join(', ')}`);
    return {};
  }
  const value = String(node.value);
  const style = rankStyles.find((one) => one === value);
  if (style) return { style: { value: style, place: placeOf(sheet, node) } };
  const near = nearestName(value, rankStyles);
  complain(sheet, node, said`No style “${value}”: there are ${rankStyles.join(', ')}`, near ? [near] : rankStyles);
  return {};
}

function readRules(node: Node | null | undefined, sheet: Sheet): RuleEntry[] {
  if (!node || (isScalar(node) && node.value === null)) return [];
  if (!isMap(node)) {
    complain(sheet, node, said`“rules” is a map of rule ids and severities`);
    return [];
  }
  return (node.items as Pair<Node, Node | null>[]).flatMap(({ key, value }) => {
    const id = isScalar(key) ? String(key.value) : '';
    const rule = allRules.find((one) => one.id === id);
    const [first, second] = isSeq(value) ? (value.items as Node[]) : [value];
    const severity = readSeverity(id, first ?? null, sheet);
    if (isSeq(value) && value.items.length > 2)
      complain(sheet, value, said`“${id}” is a severity, or [severity, {options}]`);
    const place = placeOf(sheet, key);
    const locate = (one: Node) => placeOf(sheet, one);
    const options = second && rule ? readOptions(rule, second, locate, sheet.problems) : new Map();
    const raw = second && !rule && isMap(second) ? (second.toJSON() as unknown) : undefined;
    return severity || options.size > 0 ? [{ id, place, ...(severity ? { severity } : {}), options, raw }] : [];
  });
}

function readSeverity(id: string, node: Node | null, sheet: Sheet): RuleEntry['severity'] {
  const given = isScalar(node) ? node.value : undefined;
  const value = given === true ? 'on' : given === false ? 'off' : ruleSeverities.find((one) => one === given);
  if (value) return { value, place: placeOf(sheet, node) };
  const near = typeof given === 'string' ? nearestName(given, ruleSeverities) : undefined;
  const known = ruleSeverities.slice(0, -1).join(', ');
  complain(
    sheet,
    node,
    near
      ? said`“${id}” is ${known} or [severity, {options}]: did you mean “${near}”?`
      : said`“${id}” is ${known} or [severity, {options}]`,
    near ? [near] : undefined,
  );
  return undefined;
}

function readOverride(node: Node, sheet: Sheet): ConfigFile['overrides'][number][] {
  if (!isMap(node)) {
    complain(sheet, node, said`An override is {files: glob, rules: …}`);
    return [];
  }
  const fields = readFields(node, overrideKeys, sheet);
  const globs = texts(fields.get('files')?.value, 'files', sheet);
  if (globs.length === 0) {
    complain(sheet, fields.get('files')?.value ?? node, said`An override needs “files”: the articles that it is for`);
    return [];
  }
  return [{ ...readPart(fields, sheet), globs, place: placeOf(sheet, node) }];
}
