import type { CompletionItem, Hover, Position } from 'vscode-languageserver';
import { CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { checkKinds, describeRuleKey, keysOfKind, ruleValues } from '../style/index.ts';
import { placeInConfig } from './config-place.ts';
import { toPath } from './uris.ts';
import type { Workspace } from './workspace.ts';

/** The keys and values that may stand at a position of a pack's rule. */
export function completePack(text: string, position: Position): CompletionItem[] {
  const place = placeInConfig(text, position);
  if (!place) return [];
  const { path, key, start, end, isLast } = place;
  const range = { start: { ...position, character: start }, end: { ...position, character: end } };
  const inner = insideRule(path);
  if (!inner) return [];
  const name = key ?? inner.at(-1);
  if (name !== undefined) {
    // A list of values hangs below its key; `name` has values only in an action.
    const ofAction = key === undefined ? undefined : inner.at(-1);
    if ((name === 'name') !== (ofAction === 'action')) return [];
    return (ruleValues[name] ?? []).map((label) => ({
      label,
      kind: CompletionItemKind.EnumMember,
      textEdit: { range, newText: label },
    }));
  }
  const { kind, written } = readAround(text, position);
  return [...new Set(kind ? keysOfKind(kind) : checkKinds.flatMap(keysOfKind))]
    .filter((label) => !written.has(label.toLowerCase()))
    .map((label) => ({
      label,
      kind: CompletionItemKind.Property,
      detail: describeRuleKey(label) ?? '',
      textEdit: { range, newText: isLast ? `${label}: ` : label },
    }));
}

/** What a key of a pack's rule means; undefined when the word is none. */
export function explainPack(text: string, position: Position, markdown: boolean): Hover | undefined {
  const place = placeInConfig(text, position);
  if (!place || place.key !== undefined || insideRule(place.path)?.length !== 0) return undefined;
  const value = describeRuleKey(place.word);
  return value === undefined
    ? undefined
    : {
        contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
        range: { start: { ...position, character: place.start }, end: { ...position, character: place.end } },
      };
}

/** True for a file of rules: below a folder that a configuration names as a pack, or beside a `pack.yaml`. */
export async function isPackFile(workspace: Workspace, uri: string): Promise<boolean> {
  const path = toPath(uri);
  if (!/\.ya?ml$/i.test(path) || /\/(?:pack|\.copydesk)\.ya?ml$/i.test(path)) return false;
  const { packs } = await workspace.configOf(path);
  if (packs.some(({ path: home }) => path.startsWith(`${home}/`))) return true;
  return (await workspace.readFile(`${path.slice(0, path.lastIndexOf('/'))}/pack.yaml`)) !== undefined;
}

/** The keys below the rule's own level; undefined where only names of rules stand. */
function insideRule(path: readonly string[]): readonly string[] | undefined {
  if (path[0] !== 'rules') return path;
  return path.length < 2 ? undefined : path.slice(2);
}

/** The kind of the rule around a line, and the keys that it has already. */
function readAround(text: string, { line }: Position) {
  const lines = text.split(/\r\n|\r|\n/);
  const indentOf = (i: number) => /^ */.exec(lines[i] ?? '')?.[0].length ?? 0;
  const indent = indentOf(line);
  const isInside = (i: number) => /^\s*(?:#|$)/.test(lines[i] ?? '') || indentOf(i) >= indent;
  let from = line;
  while (from > 0 && isInside(from - 1)) from--;
  let to = line;
  while (to < lines.length - 1 && isInside(to + 1)) to++;
  const written = new Set<string>();
  let kind: (typeof checkKinds)[number] | undefined;
  for (let i = from; i <= to; i++) {
    const [, spaces = '', key = '', value] = /^( *)([\w-]+):\s*["']?([\w-]*)/.exec(lines[i] ?? '') ?? [];
    if (i === line || key === '' || spaces.length !== indent) continue;
    written.add(key.toLowerCase());
    if (key === 'extends') kind = checkKinds.find((one) => one === value);
  }
  return { kind, written };
}
