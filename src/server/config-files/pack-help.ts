import type { CompletionItem, Hover, Position } from 'vscode-languageserver';
import { CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { checkKinds, describeRuleKey, keysBelow, keysOfKind, manifestKeys, ruleValues } from '../../style/index.ts';
import { toPath } from '../uris.ts';
import type { Workspace } from '../workspace.ts';
import type { ConfigPlace } from './place.ts';
import { placeInConfig } from './place.ts';

/** What a file of a pack is: its `pack.yaml`, or rules. */
export type PackFileKind = 'manifest' | 'rules';

/** The keys and values that may stand at a position of a pack's file. */
export function completePack(text: string, position: Position, file: PackFileKind = 'rules'): CompletionItem[] {
  const place = placeInConfig(text, position);
  if (!place) return [];
  const { start, end, isLast } = place;
  const range = { start: { ...position, character: start }, end: { ...position, character: end } };
  return choose(place, text, position, file).map(({ label, detail }) =>
    detail === undefined
      ? { label, kind: CompletionItemKind.EnumMember, textEdit: { range, newText: label } }
      : {
          label,
          kind: CompletionItemKind.Property,
          detail,
          textEdit: { range, newText: isLast ? `${label}: ` : label },
        },
  );
}

/** A key with what it means, or a value. */
interface Choice {
  label: string;
  detail?: string;
}

const keysWith = (keys: Readonly<Record<string, string>>) =>
  Object.entries(keys).map(([label, detail]): Choice => ({ label, detail }));

function choose(place: ConfigPlace, text: string, position: Position, file: PackFileKind): Choice[] {
  const found = locate(place);
  if (!found) return [];
  const { above, key, held } = found;
  if (file === 'manifest')
    return above === undefined && key === undefined ? withoutWritten(keysWith(manifestKeys), text, position) : [];
  const below = above === undefined ? undefined : keysBelow(above);
  if (below && key === undefined)
    return withoutWritten(keysWith(below), text, position).filter(({ label }) => !held.has(label));
  const name = key ?? above;
  if (name !== undefined) {
    // A list of values hangs below its key; `name` has values only in an action.
    if ((name === 'name') !== (key !== undefined && above === 'action')) return [];
    return (ruleValues[name] ?? []).map((label) => ({ label }));
  }
  const { kind } = readAround(text, position);
  const keys = [...new Set(kind ? keysOfKind(kind) : checkKinds.flatMap(keysOfKind))];
  const choices = keys.map((label): Choice => ({ label, detail: describeRuleKey(label) ?? '' }));
  return withoutWritten(choices, text, position);
}

function withoutWritten(choices: readonly Choice[], text: string, position: Position): Choice[] {
  const { written } = readAround(text, position);
  return choices.filter(({ label }) => !written.has(label.toLowerCase()));
}

/** What a key of a pack's file means; undefined when the word is none. */
export function explainPack(
  text: string,
  position: Position,
  markdown: boolean,
  file: PackFileKind = 'rules',
): Hover | undefined {
  const place = placeInConfig(text, position);
  const value = place && explain(place, file);
  if (!place || value === undefined) return undefined;
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: { start: { ...position, character: place.start }, end: { ...position, character: place.end } },
  };
}

function explain(place: ConfigPlace, file: PackFileKind): string | undefined {
  const { word, isKey } = place;
  const found = locate(place);
  if (!isKey || !found || found.key !== undefined) return undefined;
  if (file === 'rules') return describeRuleKey(word, found.above);
  return found.above === undefined ? keysWith(manifestKeys).find(({ label }) => label === word)?.detail : undefined;
}

/** What an open file is to a pack: below a folder that a configuration names as one, or beside a `pack.yaml`. */
export async function packFileKind(workspace: Workspace, uri: string): Promise<PackFileKind | undefined> {
  const path = toPath(uri);
  if (/\/pack\.ya?ml$/i.test(path)) return 'manifest';
  if (!/\.ya?ml$/i.test(path) || /\/\.copydesk\.ya?ml$/i.test(path)) return undefined;
  const { packs } = await workspace.configOf(path);
  if (packs.some(({ path: home }) => path.startsWith(`${home}/`))) return 'rules';
  const manifest = await workspace.readFile(`${path.slice(0, path.lastIndexOf('/'))}/pack.yaml`);
  return manifest === undefined ? undefined : 'rules';
}
/**
 * The key above a place within its rule, the key in whose value it lies, and the keys before it in a map on one line;
 * undefined where only names of rules stand.
 */
function locate({ path, key, lead }: ConfigPlace) {
  const inner = insideRule(path);
  if (!inner) return undefined;
  if (!lead.startsWith('{')) return { above: inner.at(-1), key, held: new Set<string>() };
  const own = /[{,]\s*([\w-]+)\s*:[^,{}]*$/.exec(lead)?.[1];
  const held = new Set(Array.from(lead.matchAll(/[{,]\s*([\w-]+)\s*:/g), ([, name = '']) => name));
  return { above: key ?? inner.at(-1), key: own, held };
}

/** The keys below the rule's own level; undefined where only names of rules stand. */
function insideRule(path: readonly string[]): readonly string[] | undefined {
  if (path[0] !== 'rules') return path;
  return path.length < 2 ? undefined : path.slice(2);
}

/** The kind of the rule around a line, and the keys that stand beside the line's own. */
function readAround(text: string, { line }: Position) {
  const lines = text.split(/\r\n|\r|\n/);
  const isItem = (i: number) => /^ *-(?: |$)/.test(lines[i] ?? '');
  // What follows an item's dash stands as far right as the lines below it.
  const indentOf = (i: number) => /^ *(?:- *)?/.exec(lines[i] ?? '')?.[0].length ?? 0;
  const indent = indentOf(line);
  const isInside = (i: number) => /^\s*(?:#|$)/.test(lines[i] ?? '') || indentOf(i) >= indent;
  const begins = (i: number) => isItem(i) && indentOf(i) === indent;
  let from = line;
  while (from > 0 && !begins(from) && isInside(from - 1)) from--;
  let to = line;
  while (to < lines.length - 1 && isInside(to + 1) && !begins(to + 1)) to++;
  const written = new Set<string>();
  let kind: (typeof checkKinds)[number] | undefined;
  for (let i = from; i <= to; i++) {
    const [, key = '', value] = /^ *(?:- *)?([\w-]+):\s*["']?([\w-]*)/.exec(lines[i] ?? '') ?? [];
    if (i === line || key === '' || indentOf(i) !== indent) continue;
    written.add(key.toLowerCase());
    if (key === 'extends') kind = checkKinds.find((one) => one === value);
  }
  return { kind, written };
}
