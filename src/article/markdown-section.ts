import type { BlockContent, DefinitionContent, PhrasingContent, RootContent, TableContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Letters } from '../text/index.ts';
import { shiftMap } from '../text/index.ts';
import type { Block, BlockRole, Span } from './article.ts';
import { readFrontMatter } from './front-matter.ts';
import { moveBlock } from './move.ts';
import { plain } from './plain.ts';
import type { Prose } from './prose.ts';
import { createProse } from './prose.ts';
import { readRole } from './roles.ts';
import type { StetRemark } from './stet.ts';
import { findStetComments, moveRemark } from './stet.ts';
import { isTangled } from './tangle.ts';
import type { Unmarked } from './unmarked.ts';
import { readUnmarked } from './unmarked.ts';

/** A stretch of Markdown that is read by itself. */
export interface Section extends Span {
  /** As they stood in the source when they were read. */
  blocks: readonly Block[];
  stets: readonly StetRemark[];
  /** How far it has moved since. */
  moved: number;
  fields: Readonly<Record<string, unknown>> | undefined;
  /** Its link definitions, as written. */
  definitions: string;
}

/** What a section is read from. */
export interface Piece {
  start: number;
  text: string;
  /** Whether it opens the file and may hold front matter. */
  isFirst: boolean;
  /** Its link definitions, as written. */
  definitions: string;
}

/** What is read of a stretch of the source. */
export function pieceAt(source: Letters, start: number, end: number): Piece {
  const text = source.slice(start, end);
  const definitions = text.includes(']:')
    ? [...text.matchAll(/^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$/gm)].map((match) => `${match[0]}\n`).join('')
    : '';
  const isFirst = start === 0 || (start === 1 && source.charCodeAt(0) === 0xfeff);
  return { start, text, isFirst, definitions };
}

/**
 * Reads a section of Markdown with GFM and, in the first, front matter.
 *
 * @param shared the link definitions of all sections
 */
export function readSection(piece: Piece, shared: string): Section {
  const { start, text, definitions } = piece;
  const section: Section = {
    start,
    end: start + text.length,
    blocks: [],
    stets: [],
    moved: 0,
    fields: undefined,
    definitions,
  };
  const unmarked = readUnmarked(text);
  if (unmarked) section.blocks = [placeUnmarked(unmarked, start)];
  // As plain text: the parser would take minutes, and no reader sees a link or emphasis there.
  else if (isTangled(text)) section.blocks = plain.read(text).blocks.map((block) => moveBlock(block, start));
  else parseSection(section, piece, shared);
  return section;
}

function parseSection(section: Section, { start, text: own, isFirst }: Piece, shared: string): void {
  // Links to definitions elsewhere are only links when these are in sight.
  const text = shared !== '' && own.includes(']') ? `${own}\n\n${shared}` : own;
  const tree = fromMarkdown(text, {
    extensions: isFirst ? [gfm(), frontmatter()] : [gfm()],
    mdastExtensions: isFirst ? [gfmFromMarkdown(), frontmatterFromMarkdown()] : [gfmFromMarkdown()],
  });
  const blocks: Block[] = [];
  const stets: StetRemark[] = [];
  for (const node of tree.children) {
    const from = node.position?.start.offset ?? 0;
    if (from >= own.length) break;
    if (node.type === 'yaml') {
      const front = readFrontMatter(node.value, from + own.slice(from).indexOf('\n') + 1);
      blocks.push(...front.blocks);
      stets.push(...front.stets);
      section.fields = front.fields;
    } else readNode(node, { source: own, role: 'paragraph', blocks });
  }
  if (own.includes('<!--')) stets.push(...findStetComments(own, 0, own.length));
  section.blocks = blocks.map((block) => moveBlock(block, start));
  section.stets = stets.map((remark) => moveRemark(remark, start));
}

/** @param start of its section */
function placeUnmarked({ text, at, depth }: Unmarked, start: number): Block {
  return {
    role: depth === 0 ? paragraphRole(text) : headingRole(depth),
    text,
    map: shiftMap(start + at),
    start,
    end: start + at + text.length,
    datelineEnd: 0,
    opaque: [],
    ...(depth > 0 && { depth }),
  };
}

const headingRole = (depth: number): BlockRole => (depth === 1 ? 'headline' : 'subhead');

function paragraphRole(text: string): BlockRole {
  const { role } = readRole(text, 'head', true);
  return role === 'subhead' || role === 'summary' ? 'paragraph' : role;
}

interface Place {
  /** What the offsets of nodes lie in. */
  source: string;
  /** The role of a paragraph here. */
  role: BlockRole;
  /** Whether cells here head their columns. */
  heads?: boolean;
  blocks: Block[];
}

type Node = RootContent | BlockContent | DefinitionContent | TableContent;

function readNode(node: Node, place: Place): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'tableCell': {
      const images = node.children.filter((child) => child.type === 'image');
      const others = node.children.some(
        (child) => child.type !== 'image' && !(child.type === 'text' && !child.value.trim()),
      );
      if (images.length > 0 && !others) {
        for (const image of images) pushCaption(image, place);
      } else pushProse(node, place);
      return;
    }
    case 'blockquote':
      for (const child of node.children) readNode(child, { ...place, role: 'quote' });
      return;
    case 'listItem':
      for (const child of node.children) readNode(child, { ...place, role: 'list-item' });
      return;
    case 'list':
    case 'footnoteDefinition':
    case 'tableRow':
      for (const child of node.children) readNode(child, place);
      return;
    case 'table':
      node.children.forEach((row, i) => {
        readNode(row, { ...place, heads: i === 0 });
      });
      return;
    default:
  }
}

function pushProse(node: Extract<Node, { children: PhrasingContent[] }>, { source, role, heads, blocks }: Place): void {
  const prose = createProse();
  for (const child of node.children) writeInline(child, prose, source);
  const { text, map, opaque, marks } = prose.finish();
  if (text.trim() === '') return;
  const block: Block = {
    role,
    text,
    map,
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? 0,
    datelineEnd: 0,
    opaque,
    ...(marks && { marks }),
  };
  if (node.type === 'heading') {
    block.role = headingRole(node.depth);
    block.depth = node.depth;
  } else if (node.type === 'tableCell') {
    block.role = 'cell';
    if (heads) block.heads = true;
  } else if (role === 'paragraph') block.role = paragraphRole(text);
  blocks.push(block);
}

function pushCaption(image: PhrasingContent, { source, blocks }: Place): void {
  if (image.type !== 'image' || !image.alt?.trim()) return;
  const start = image.position?.start.offset ?? 0;
  const end = image.position?.end.offset ?? 0;
  const at = source.slice(start, end).indexOf(image.alt);
  if (at === -1) return;
  blocks.push({
    role: 'caption',
    text: image.alt,
    map: shiftMap(start + at),
    start,
    end,
    datelineEnd: 0,
    opaque: [],
  });
}

function writeInline(node: PhrasingContent, prose: Prose, source: string): void {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  switch (node.type) {
    case 'text':
      prose.decoded(node.value, source, start, end, 'markdown');
      return;
    case 'inlineCode': {
      const at = source.slice(start, end).indexOf(node.value);
      const put = () => (at === -1 ? prose.instead(node.value, start, end) : prose.verbatim(node.value, start + at));
      const from = prose.length;
      prose.opaque(put);
      prose.mark('code', from);
      return;
    }
    case 'break':
      prose.instead('\n', start, end);
      return;
    case 'delete':
      for (const child of node.children) writeInline(child, prose, source);
      return;
    case 'emphasis':
    case 'strong':
    case 'linkReference': {
      const from = prose.length;
      for (const child of node.children) writeInline(child, prose, source);
      prose.mark(node.type === 'linkReference' ? 'link' : node.type, from);
      return;
    }
    case 'link': {
      const write = () => {
        const from = prose.length;
        for (const child of node.children) writeInline(child, prose, source);
        prose.mark('link', from);
      };
      // An address that links to itself is no prose.
      const [only] = node.children;
      if (node.children.length === 1 && only?.type === 'text' && node.url.endsWith(only.value)) prose.opaque(write);
      else write();
      return;
    }
    default:
  }
}
