import type { Position } from 'vscode-languageserver';
import type { ConfigPlace } from './place.ts';

/** A map or list that is open before a place. */
interface Open {
  isList: boolean;
  /** The key that holds it. */
  holder: string | undefined;
  /** The last key read in it. */
  key: string | undefined;
  /** A colon stands behind the key, so that its value is due. */
  isDue: boolean;
}

/**
 * Where a position lies in a configuration written in JSON, complete or not.
 *
 * @returns the place, the quotation marks of its word within `start` and `end`; undefined beyond the text
 */
export function placeInJson(text: string, { line, character }: Position): ConfigPlace | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const whole = lines[line];
  if (whole === undefined) return undefined;
  const before = whole.slice(0, character);
  const typed = /[\w.:-]*$/.exec(before)?.[0] ?? '';
  const rest = /^[\w.:-]*/.exec(whole.slice(character))?.[0] ?? '';
  const from = before.length - typed.length;
  const to = before.length + rest.length;
  const start = whole[from - 1] === '"' ? from - 1 : from;
  const end = start < from && whole[to] === '"' ? to + 1 : to;
  const open = readOpen([...lines.slice(0, line), whole.slice(0, start)].join('\n'));
  const inner = open.at(-1);
  return {
    path: open.flatMap(({ holder }) => (holder === undefined ? [] : [holder])),
    ...(inner?.isDue && inner.key !== undefined ? { key: inner.key } : {}),
    // A map within a list is that of a rule's options.
    lead: inner && !inner.isList && open.at(-2)?.isList && open.at(-2)?.holder !== 'overrides' ? '[{' : '',
    typed,
    word: typed + rest,
    start,
    end,
    isKey: inner !== undefined && !inner.isList && !inner.isDue,
    isLast: !/^\s*:/.test(whole.slice(end)),
  };
}

function readOpen(text: string): Open[] {
  const open: Open[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\],:]/g)) {
    const inner = open.at(-1);
    if (token === '{' || token === '[') {
      const holder = inner && !inner.isList ? inner.key : undefined;
      open.push({ isList: token === '[', holder, key: undefined, isDue: false });
    } else if (token === '}' || token === ']') open.pop();
    else if (!inner || inner.isList) continue;
    else if (token === ',') inner.isDue = false;
    else if (token === ':') inner.isDue = true;
    else if (!inner.isDue) inner.key = JSON.parse(token) as string;
  }
  return open;
}
