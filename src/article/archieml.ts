import { shiftMap } from '../text/index.ts';
import type { Block, BlockRole, Reader, Span } from './article.ts';
import { html } from './html.ts';
import { nestBlock } from './nested.ts';
import { plain } from './plain.ts';
import type { Prose } from './prose.ts';
import { createProse } from './prose.ts';
import { findDatelineEnd } from './roles.ts';
import type { StetRemark } from './stet.ts';
import { parseStet, placeStets } from './stet.ts';

/** Keys whose values are prose, by the last part of their name. */
const roles: Readonly<Record<string, BlockRole>> = {
  ...names('headline', 'headline hed head title'),
  ...names('subhead', 'subhead subhed subheadline subtitle kicker'),
  ...names('summary', 'dek deck summary abstract description standfirst excerpt leadin lede lead intro'),
  ...names('byline', 'byline author authors credit credits'),
  ...names('caption', 'caption cutline alt'),
  ...names('slug', 'slug'),
  ...names('quote', 'quote pullquote blockquote'),
  ...names('sign-off', 'tagline signoff'),
  ...names('paragraph', 'text body p paragraph paragraphs copy content story value note footnote'),
};

function names(role: BlockRole, keys: string): Record<string, BlockRole> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, role]));
}

// http://archieml.org/spec/1.0/CR-20151015.html
const command = /^\s*:[ \t]*(endskip|ignore|skip|end)/i;
const keyed = /^\s*([\p{L}\d_.-]+)[ \t]*:[ \t]*/u;
const element = /^\s*\*[ \t]*/;
const scope = /^\s*[[{][ \t]*([+.]*)[ \t]*([\p{L}\d_.-]*)[ \t]*[\]}]/u;

/** A value as far as it was read: what stands in its line, and the lines that are its own when `:end` follows. */
interface Value {
  key: string;
  /** Its first line, or the lines up to `:end`. */
  lines: Span[];
  more: Span[];
  element: boolean;
}

/** ArchieML (http://archieml.org): keys and arrays in running text, as Google Docs hold stories. */
export const archieml: Reader = {
  format: 'archieml',
  extensions: ['.aml', '.archieml'],
  read(source) {
    const values = readValues(source);
    const stets: StetRemark[] = [];
    const fields: Record<string, unknown> = {};
    const blocks = values.flatMap((value) => {
      const text = source.slice(value.lines[0]?.start ?? 0, value.lines.at(-1)?.end ?? 0);
      if (value.key === 'stet' && !value.element) {
        const stet = parseStet(`stet ${text}`);
        const place = { start: value.lines[0]?.start ?? 0, end: value.lines.at(-1)?.end ?? 0 };
        if (stet) stets.push({ ...stet, place, whole: true });
        return [];
      }
      if (!value.element && !/[.+]/.test(value.key)) fields[value.key] = text;
      return readBlocks(source, value, text);
    });
    let paragraphs = 0;
    for (const block of blocks) {
      if (block.role !== 'paragraph' || paragraphs++ > 1) continue;
      block.datelineEnd = findDatelineEnd(block.text);
    }
    return { format: 'archieml', source, blocks, stets: placeStets(stets, blocks, source.length), fields };
  },
};

/** The values of a document in their order; text that no key claims is no part of it. */
function readValues(source: string): Value[] {
  const values: Value[] = [];
  let array: { name: string; kind: 'free' | 'simple' | 'complex' | undefined } | undefined;
  let value: Value | undefined;
  let skipping = false;
  const open = (key: string, line: Span, isElement: boolean) => {
    value = { key, lines: [line], more: [], element: isElement };
    values.push(value);
  };
  for (const line of linesOf(source)) {
    const text = source.slice(line.start, line.end);
    const order = command.exec(text)?.[1]?.toLowerCase();
    if (order === 'ignore') break;
    if (order) {
      if (order === 'endskip') skipping = false;
      else if (order === 'skip') skipping = true;
      else if (!skipping && value) value.lines.push(...value.more);
      value = undefined;
      continue;
    }
    if (skipping) continue;
    const key = array?.kind === 'simple' ? undefined : keyed.exec(text);
    const bullet = array && array.kind !== 'complex' && array.kind !== 'free' ? element.exec(text) : undefined;
    const border = key || bullet ? undefined : scope.exec(text);
    if (key) {
      if (array) array.kind ??= 'complex';
      open((key[1] ?? '').toLowerCase(), { start: line.start + key[0].length, end: line.end }, false);
    } else if (bullet && array) {
      array.kind = 'simple';
      open(array.name, { start: line.start + bullet[0].length, end: line.end }, true);
    } else if (border) {
      const name = (border[2] ?? '').toLowerCase();
      const isArray = text.trimStart().startsWith('[') && name !== '';
      array = isArray ? { name, kind: border[1]?.includes('+') ? 'free' : undefined } : undefined;
      value = undefined;
    } else if (array?.kind === 'free' && text.trim() !== '') {
      open('+', line, false);
    } else value?.more.push(line);
  }
  return values.filter(({ lines: [first] }) => first !== undefined);
}

function* linesOf(source: string): Generator<Span> {
  let start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < source.length) {
    const found = /\r\n|\r|\n/g;
    found.lastIndex = start;
    const stop = found.exec(source);
    yield { start, end: stop ? stop.index : source.length };
    start = stop ? stop.index + stop[0].length : source.length;
  }
}

function readBlocks(source: string, value: Value, whole: string): Block[] {
  const name = value.key === '+' ? 'text' : (value.key.split('.').at(-1) ?? '').replace(/[_-]?\d+$|[_-]/g, '');
  const known = Object.hasOwn(roles, name) ? roles[name] : undefined;
  // A key of the team's own: a whole sentence is copy, anything shorter is a setting.
  const isCopy = /\S(?:\s+\S+){3,}/.test(whole) && (value.lines.length > 1 || /[.!?…]["”’)]*\s*$/.test(whole));
  const role = known ?? (isCopy ? (value.element ? 'list-item' : 'paragraph') : undefined);
  const { text, map, start, end } = readText(source, value.lines);
  if (!role || text.trim() === '') return [];
  if (/<\/?(?:a|b|i|p|em|br|strong|span)[\s/>]/i.test(text))
    return html.read(text).blocks.map((block) => nestBlock({ ...block, role }, map, (inner) => inner));
  if (role === 'paragraph' && value.lines.length > 1)
    return plain.read(text).blocks.map((block) => nestBlock(block, map, (inner) => inner));
  const block: Block = { role, text, map, start, end, datelineEnd: 0, opaque: [] };
  if (role === 'headline') block.depth = 1;
  if (role === 'subhead') block.depth = 2;
  return [block];
}

/** The text of lines, without the backslash that keeps one from being read as a key. */
function readText(source: string, lines: readonly Span[]) {
  const prose: Prose = createProse();
  let last = 0;
  for (const [i, { start, end }] of lines.entries()) {
    if (i > 0) prose.verbatim(source.slice(last, start), last);
    last = end;
    const mark = i === 0 ? undefined : /^\s*\\/.exec(source.slice(start, end));
    const at = mark ? start + mark[0].length - 1 : start;
    prose.verbatim(source.slice(start, at), start);
    prose.verbatim(source.slice(mark ? at + 1 : at, end), mark ? at + 1 : at);
  }
  const { text, map } = prose.finish();
  const right = text.trimEnd().length;
  const start = lines[0]?.start ?? 0;
  return { text: text.slice(0, right), map: text === '' ? shiftMap(start) : map, start, end: last };
}
