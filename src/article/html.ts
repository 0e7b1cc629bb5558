import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';
import type { Block, BlockRole, Mark, Reader } from './article.ts';
import { elementRoles } from './element-roles.ts';
import type { Prose } from './prose.ts';
import { createProse, readsMarkup } from './prose.ts';
import { findDatelineEnd, readRole } from './roles.ts';
import { findStetComments, placeStets } from './stet.ts';
import { writeMarkup } from './written.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Elements that are a block of their own, with the role of their prose. */
const roles: Readonly<Record<string, BlockRole>> = {
  ...elementRoles,
  h4: 'subhead',
  h5: 'subhead',
  h6: 'subhead',
};

/** Elements that run on in the paragraph that they stand in; any other begins a new block. */
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Elements without prose. */
const silent = new Set(
  'script style template noscript iframe svg math object select textarea button nav pre base link meta'.split(' '),
);

const code = new Set(['code', 'kbd', 'samp', 'var', 'tt']);

const marks: Readonly<Record<string, Mark['kind']>> = {
  a: 'link',
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  code: 'code',
};

/** HTML, a page or a piece of one. Character references are read, places stay those of the source. */
export const html: Reader = {
  format: 'html',
  extensions: ['.html', '.htm', '.xhtml'],
  read(source) {
    const blocks: Block[] = [];
    const page = createPage(source, blocks);
    page.read(parse(source, { sourceCodeLocationInfo: true }), 'paragraph');
    page.close();
    let paragraphs = 0;
    for (const block of blocks) {
      if (block.role !== 'paragraph' || paragraphs++ > 1) continue;
      block.datelineEnd = findDatelineEnd(block.text);
    }
    const stets = source.includes('<!--') ? findStetComments(source, 0, source.length) : [];
    return { format: 'html', source, blocks, stets: placeStets(stets, blocks, source.length), fields: {} };
  },
};

function createPage(source: string, blocks: Block[]) {
  let prose: Prose | undefined;
  let role: BlockRole = 'paragraph';
  let heads = false;
  let start = 0;
  let end = 0;

  const close = () => {
    const done = prose?.finish();
    prose = undefined;
    if (!done || done.text.trim() === '') return;
    const block: Block = { role, ...done, start, end, datelineEnd: 0, write: writeMarkup };
    if (role === 'paragraph') {
      const reading = readRole(done.text.trim(), 'head', true).role;
      if (reading !== 'subhead' && reading !== 'summary') block.role = reading;
    }
    if (heads) block.heads = true;
    if (block.role === 'headline') block.depth = 1;
    else if (block.role === 'subhead') block.depth = 2;
    blocks.push(block);
  };

  /** The prose that runs at a place of the source, begun there if none does. */
  const proseAt = (at: { startOffset: number; endOffset: number }, here: BlockRole): Prose | undefined => {
    // The parser moves what stands where it may not; prose goes forward only.
    if (at.startOffset < end) return undefined;
    if (!prose) {
      prose = createProse();
      role = here;
      start = at.startOffset;
    }
    end = at.endOffset;
    return prose;
  };

  const read = (node: Node, here: BlockRole): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      const at = node.sourceCodeLocation;
      if (!at) return;
      const { startOffset, endOffset } = at;
      const written = source.slice(startOffset, endOffset);
      // Text that the parser joined over tags has no place of its own.
      const prose = /<[a-z/!?]/i.test(written) ? undefined : proseAt(at, here);
      if (!prose) return;
      if (readsMarkup(written, node.value)) prose.decoded(node.value, source, startOffset, endOffset, 'markup');
      else prose.opaque(() => prose.instead(node.value, startOffset, endOffset));
      return;
    }
    if (silent.has(node.nodeName)) return;
    if (node.nodeName === 'br' && 'sourceCodeLocation' in node && node.sourceCodeLocation) {
      const at = node.sourceCodeLocation;
      proseAt(at, here)?.instead('\n', at.startOffset, at.endOffset);
      return;
    }
    if (!('childNodes' in node)) return;
    const children = () => {
      for (const child of node.childNodes) read(child, within(node.nodeName, here));
    };
    const kind = Object.hasOwn(marks, node.nodeName) ? marks[node.nodeName] : undefined;
    const from = prose?.length ?? 0;
    if (code.has(node.nodeName) && prose) prose.opaque(children);
    else if (inline.has(node.nodeName)) children();
    else {
      close();
      heads = node.nodeName === 'th';
      children();
      close();
      heads = false;
      return;
    }
    if (kind) prose?.mark(kind, from);
  };
  return { read, close };
}

/** The role of prose inside an element: its own, else that of what surrounds it. */
function within(name: string, around: BlockRole): BlockRole {
  return Object.hasOwn(roles, name) ? (roles[name] ?? around) : around;
}
