import type { BlockContent, DefinitionContent, PhrasingContent, RootContent, TableContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { shiftMap } from '../text/index.ts';
import type { Article, Block, BlockRole, Reader } from './article.ts';
import { readFrontMatter } from './front-matter.ts';
import { ownText } from './kept.ts';
import { moveBlock } from './move.ts';
import { plain } from './plain.ts';
import type { Prose } from './prose.ts';
import { createProse } from './prose.ts';
import { findDatelineEnd, readRole } from './roles.ts';
import { cutSections } from './sections.ts';
import type { StetRemark } from './stet.ts';
import { findStetComments, placeStets } from './stet.ts';
import { isTangled } from './tangle.ts';
import type { Unmarked } from './unmarked.ts';
import { readUnmarked } from './unmarked.ts';

/** A stretch of Markdown that is read by itself. */
interface Section {
  start: number;
  end: number;
  blocks: readonly Block[];
  stets: readonly StetRemark[];
  fields: Readonly<Record<string, unknown>> | undefined;
  /** Its link definitions, as written. */
  definitions: string;
}

interface MarkdownArticle extends Article {
  sections: readonly Section[];
}

/** Markdown with GFM and front matter, section by section. */
export const markdown: Reader = {
  format: 'markdown',
  extensions: ['.md', '.markdown'],
  read(source) {
    const cuts = cutSections(source, 0);
    const definitions = cuts.map(({ start, end }) => findDefinitions(source, start, end));
    const shared = definitions.join('');
    return wrap(
      source,
      cuts.map(({ start, end }, i) => readSection(source, start, end, shared, definitions[i] ?? '')),
    );
  },
  update(before, letters, change) {
    const source = letters.toString();
    if (!('sections' in before)) return markdown.read(source);
    const { sections } = before as MarkdownArticle;
    const shift = source.length - before.source.length;
    // The section before the change may grow into it when a blank line goes.
    let first = Math.max(0, sections.findIndex(({ end }) => end >= change.start) - 1);
    if (first < 0) first = 0;
    const from = first === 0 ? 0 : (sections[first]?.start ?? 0);
    const ends = new Map(sections.map(({ start }, i) => [start + shift, i]));
    const isKnown = (offset: number) => offset > change.afterEnd && ends.has(offset);
    const cuts = cutSections(source, from, isKnown);
    const rest = ends.get(cuts.at(-1)?.end ?? Number.NaN) ?? sections.length;
    const gone = sections.slice(first, rest);
    const definitions = cuts.map(({ start, end }) => findDefinitions(source, start, end));
    if (gone.map((section) => section.definitions).join('') !== definitions.join('')) return markdown.read(source);
    const shared = sections.map((section) => section.definitions).join('');
    return wrap(source, [
      ...sections.slice(0, first),
      ...cuts.map(({ start, end }, i) => ownSection(readSection(source, start, end, shared, definitions[i] ?? ''))),
      ...sections.slice(rest).map((section) => moveSection(section, shift)),
    ]);
  },
};

/** A section that outlives its version, and with it its blocks. */
const ownSection = (section: Section): Section => ({ ...section, blocks: section.blocks.map(ownText) });

function moveSection(section: Section, shift: number): Section {
  if (shift === 0) return section;
  return {
    ...section,
    start: section.start + shift,
    end: section.end + shift,
    blocks: section.blocks.map((block) => moveBlock(block, shift)),
    stets: section.stets.map((stet) => ({
      ...stet,
      place: { start: stet.place.start + shift, end: stet.place.end + shift },
    })),
  };
}

function wrap(source: string, sections: readonly Section[]): MarkdownArticle {
  const blocks = sections.flatMap((section) => section.blocks);
  let paragraphs = 0;
  for (let i = 0; i < blocks.length && paragraphs < 2; i++) {
    const block = blocks[i];
    if (block?.role !== 'paragraph') continue;
    paragraphs++;
    const datelineEnd = findDatelineEnd(block.text);
    if (datelineEnd > 0) blocks[i] = { ...block, datelineEnd };
  }
  const remarks = sections.flatMap(({ stets }) => stets);
  const fields = sections[0]?.fields ?? {};
  return {
    format: 'markdown',
    source,
    blocks,
    stets: placeStets(remarks, blocks, source.length),
    fields,
    sections,
  };
}

function findDefinitions(source: string, start: number, end: number): string {
  const text = source.slice(start, end);
  if (!text.includes(']:')) return '';
  return [...text.matchAll(/^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$/gm)].map((match) => `${match[0]}\n`).join('');
}

function readSection(source: string, start: number, end: number, shared: string, definitions: string): Section {
  const own = source.slice(start, end);
  const section: Section = { start, end, blocks: [], stets: [], fields: undefined, definitions };
  const unmarked = readUnmarked(own);
  if (unmarked) {
    section.blocks = [placeUnmarked(unmarked, start)];
    return section;
  }
  if (isTangled(own)) {
    // As plain text: the parser would take minutes, and no reader sees a link or emphasis there.
    section.blocks = plain.read(own).blocks.map((block) => moveBlock(block, start));
    return section;
  }
  // Links to definitions elsewhere are only links when these are in sight.
  const text = shared !== '' && own.includes(']') ? `${own}\n\n${shared}` : own;
  const tree = fromMarkdown(text, {
    extensions: start <= 1 ? [gfm(), frontmatter()] : [gfm()],
    mdastExtensions: start <= 1 ? [gfmFromMarkdown(), frontmatterFromMarkdown()] : [gfmFromMarkdown()],
  });
  const blocks: Block[] = [];
  const stets: StetRemark[] = [];
  for (const node of tree.children) {
    const from = node.position?.start.offset ?? 0;
    if (from >= own.length) break;
    if (node.type === 'yaml') {
      const at = start + from + own.slice(from).indexOf('\n') + 1;
      const front = readFrontMatter(node.value, at);
      blocks.push(...front.blocks);
      stets.push(...front.stets);
      section.fields = front.fields;
    } else readNode(node, { source, base: start, role: 'paragraph', blocks });
  }
  if (own.includes('<!--')) stets.push(...findStetComments(source, start, end));
  section.blocks = blocks;
  section.stets = stets;
  return section;
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
  source: string;
  /** What a node's offset 0 is in the source. */
  base: number;
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

function pushProse(
  node: Extract<Node, { children: PhrasingContent[] }>,
  { source, base, role, heads, blocks }: Place,
): void {
  const prose = createProse();
  for (const child of node.children) writeInline(child, prose, source, base);
  const { text, map, opaque, marks } = prose.finish();
  if (text.trim() === '') return;
  const block: Block = {
    role,
    text,
    map,
    start: base + (node.position?.start.offset ?? 0),
    end: base + (node.position?.end.offset ?? 0),
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

function pushCaption(image: PhrasingContent, { source, base, blocks }: Place): void {
  if (image.type !== 'image' || !image.alt?.trim()) return;
  const start = base + (image.position?.start.offset ?? 0);
  const end = base + (image.position?.end.offset ?? 0);
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

function writeInline(node: PhrasingContent, prose: Prose, source: string, base: number): void {
  const start = base + (node.position?.start.offset ?? 0);
  const end = base + (node.position?.end.offset ?? 0);
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
      for (const child of node.children) writeInline(child, prose, source, base);
      return;
    case 'emphasis':
    case 'strong':
    case 'linkReference': {
      const from = prose.length;
      for (const child of node.children) writeInline(child, prose, source, base);
      prose.mark(node.type === 'linkReference' ? 'link' : node.type, from);
      return;
    }
    case 'link': {
      const write = () => {
        const from = prose.length;
        for (const child of node.children) writeInline(child, prose, source, base);
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
