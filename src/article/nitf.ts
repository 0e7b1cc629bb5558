import { shiftMap } from '../text/index.ts';
import type { Block, BlockRole, Reader } from './article.ts';
import { elementRoles } from './element-roles.ts';
import { html } from './html.ts';
import { nestBlock } from './nested.ts';
import type { Prose } from './prose.ts';
import { createProse } from './prose.ts';
import { findDatelineEnd } from './roles.ts';
import { findStetComments, placeStets } from './stet.ts';
import { writeCdata, writeMarkup } from './written.ts';
import { readXml } from './xml.ts';

/** Elements that are a block of their own, of NITF 3 and of NewsML, in small letters. */
const roles: Readonly<Record<string, BlockRole>> = {
  ...elementRoles,
  hl1: 'headline',
  headline: 'headline',
  hl2: 'subhead',
  subheadline: 'subhead',
  abstract: 'summary',
  byline: 'byline',
  byttl: 'byline',
  distributor: 'byline',
  dateline: 'byline',
  'media-producer': 'byline',
  slugline: 'slug',
  note: 'advisory',
  p: 'paragraph',
  'body.content': 'paragraph',
  bq: 'quote',
  'media-caption': 'caption',
  tagline: 'sign-off',
};

/** Elements that stand between blocks and hold no prose of their own. */
const containers = new Set(
  'nitf html head body body.head body.end block hedline media ul ol dl table tbody thead tfoot tr nitf-table hr div section article figure'.split(
    ' ',
  ),
);

/** Elements without prose; `pre` holds tables of scores and prices. */
const silent = new Set(
  'style script docdata pubdata rights series bibliography media-object media-metadata pre'.split(' '),
);

/** NITF (https://iptc.org/standards/nitf/), and what other XML of the news calls by the same names. */
export const nitf: Reader = {
  format: 'nitf',
  extensions: ['.nitf', '.xml'],
  read(source) {
    const blocks = readElements(source);
    let paragraphs = 0;
    for (const block of blocks) {
      if (block.role !== 'paragraph' || paragraphs++ > 1) continue;
      block.datelineEnd = findDatelineEnd(block.text);
    }
    const stets = source.includes('<!--') ? findStetComments(source, 0, source.length) : [];
    return { format: 'nitf', source, blocks, stets: placeStets(stets, blocks, source.length), fields: {} };
  },
};

/** Whether the root element of an XML document is NITF's. */
export function looksLikeNitf(source: string): boolean {
  return /^\ufeff?\s*(?:<\?[^>]*>\s*|<!--[\s\S]{0,2000}?-->\s*|<!DOCTYPE\s+nitf\b[^>[]*(?:\[[^\]]*\]\s*)?>\s*)*<nitf[\s>]/i.test(
    source.slice(0, 8192),
  );
}

function readElements(source: string): Block[] {
  const blocks: Block[] = [];
  // The roles around, innermost last; undefined where nothing is prose.
  const around: (BlockRole | undefined)[] = [];
  const names: string[] = [];
  let quiet = 0;
  let prose: Prose | undefined;
  let role: BlockRole = 'paragraph';
  let start = 0;
  let end = 0;
  let raw = false;
  // White space that is layout unless a word follows.
  let blank: { text: string; from: number } | undefined;

  const close = () => {
    const done = prose?.finish();
    prose = undefined;
    blank = undefined;
    if (!done || done.text.trim() === '') return;
    const block: Block = { role, ...done, start, end, datelineEnd: 0, write: raw ? writeCdata : writeMarkup };
    if (role === 'headline') block.depth = 1;
    if (role === 'subhead') block.depth = 2;
    blocks.push(block);
  };
  const write = (text: string, from: number, to: number, inCdata: boolean) => {
    const here = around.at(-1);
    if (quiet > 0 || !here || (!prose && text.trim() === '')) return;
    if (!prose) {
      prose = createProse();
      role = here;
      start = from;
      raw = false;
    }
    raw ||= inCdata;
    if (blank) writeLines(prose, blank.text, blank.from);
    blank = undefined;
    const right = to - from === text.length ? text.trimEnd().length : text.length;
    if (right < text.length) blank = { text: text.slice(right), from: from + right };
    if (right === 0) return;
    end = blank?.from ?? to;
    if (to - from !== text.length) prose.instead(text, from, to);
    else writeLines(prose, text.slice(0, right), from);
  };

  for (const { kind, value, start: from, end: to } of readXml(source)) {
    if (kind === 'open') {
      const own = Object.hasOwn(roles, value) ? roles[value] : undefined;
      if (value === 'br') prose?.instead('\n', from, to);
      else if (own || containers.has(value)) close();
      if (silent.has(value)) quiet++;
      around.push(own === 'paragraph' && around.at(-1) ? around.at(-1) : (own ?? around.at(-1)));
      names.push(value);
    } else if (kind === 'close') {
      // A tag that was never closed ends with the one around it; one that was never opened closes nothing.
      const depth = names.lastIndexOf(value);
      if (depth === -1) continue;
      around.length = depth;
      for (const name of names.splice(depth)) if (silent.has(name)) quiet--;
      if (Object.hasOwn(roles, value) || containers.has(value)) close();
    } else if (kind === 'text') write(value, from, to, false);
    else if (!/<(?:p|div|br|h\d)[\s/>]/i.test(value)) write(value, from, to, true);
    else {
      close();
      if (quiet > 0 || !around.at(-1)) continue;
      for (const block of html.read(value).blocks) blocks.push(nestBlock(block, shiftMap(from), (inner) => inner));
    }
  }
  close();
  return blocks;
}

/** Text with its line breaks: the white space around one is layout, and the first line begins with a word. */
function writeLines(prose: Prose, text: string, from: number): void {
  let at = prose.length === 0 ? text.length - text.trimStart().length : 0;
  for (const match of text.matchAll(/[ \t]*\r?\n\s*/g)) {
    if (match.index < at) continue;
    prose.verbatim(text.slice(at, match.index), from + at);
    at = match.index + match[0].length;
    prose.instead('\n', from + match.index, from + at);
  }
  prose.verbatim(text.slice(at), from + at);
}
