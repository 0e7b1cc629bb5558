import type { Position } from 'vscode-languageserver';

/** Where a position lies in a configuration written in YAML. */
export interface ConfigPlace {
  /** The keys above, outermost first: `['overrides', 'rules']`. */
  path: readonly string[];
  /** The key on the line, when the position lies in its value. */
  key?: string;
  /** The value on the line up to the word. */
  lead: string;
  /** The word as far as typed, and the whole of it. */
  typed: string;
  word: string;
  /** Characters of the line. */
  start: number;
  end: number;
  /** The word is a key: a colon follows. */
  isKey: boolean;
  /** Nothing stands on the line behind the word. */
  isLast: boolean;
}

/**
 * Reads lines by their indents, not the document: what is being typed often is no YAML yet.
 *
 * @returns undefined in a remark and beyond the text
 */
export function placeInConfig(text: string, { line, character }: Position): ConfigPlace | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const whole = lines[line];
  if (whole === undefined) return undefined;
  const before = whole.slice(0, character);
  if (/(?:^|\s)#/.test(before)) return undefined;
  const typed = (/[\w.:-]*$/.exec(before)?.[0] ?? '').replace(/^(?:-|(?!copydesk:).*:)$/, '');
  const rest = /^[\w.-]*/.exec(whole.slice(character))?.[0] ?? '';
  const start = before.length - typed.length;
  const own = /^\s*(?:-\s+)?["']?([\w.-]+)["']?\s*:(?=\s|$)/.exec(before.slice(0, start));
  const end = before.length + rest.length;
  return {
    path: keysAbove(lines, line),
    ...(own?.[1] ? { key: own[1] } : {}),
    lead: before.slice(own?.[0].length ?? 0, start).replace(own ? /^\s+/ : /^\s*(?:-\s*)?/, ''),
    typed,
    word: typed + rest,
    start,
    end,
    isKey: /^["']?\s*:(?=\s|$)/.test(whole.slice(end)),
    isLast: whole.slice(end).trim() === '',
  };
}

function keysAbove(lines: readonly string[], line: number): string[] {
  const path: string[] = [];
  // Items of a list may stand as far left as the list's key.
  const ownDash = /^(\s*)-/.exec(lines[line] ?? '');
  let limit = ownDash ? (ownDash[1]?.length ?? 0) + 0.5 : (/^\s*/.exec(lines[line] ?? '')?.[0].length ?? 0);
  for (let i = line - 1; i >= 0 && limit > 0; i--) {
    const [, indent = '', dash = '', key] = /^(\s*)(-\s+)?["']?([\w.-]+)["']?\s*:(?:\s|$)/.exec(lines[i] ?? '') ?? [];
    if (key === undefined) continue;
    const at = indent.length + dash.length;
    if (at < limit) {
      path.unshift(key);
      limit = at;
    }
    // What stands above an item is the key of its list.
    if (dash && indent.length < limit) limit = Math.min(limit, indent.length + 0.5);
  }
  return path;
}
