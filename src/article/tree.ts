import type { Node, Nodes, Paragraph, Root } from 'nlcst';
import type { Article, Block } from './article.ts';
import { createProse } from './prose.ts';
import { findDatelineEnd } from './roles.ts';

/**
 * Reads an article off an nlcst tree, one block a paragraph. Text lies in the source where the tree's positions say, so
 * that a tree made of Markdown or HTML (`remark-retext`, `rehype-retext`) keeps its places.
 *
 * @param source the text that the positions speak of
 */
export function readTree(tree: Root, source: string): Article {
  const blocks: Block[] = [];
  for (const node of findParagraphs(tree)) {
    const block = readParagraph(node, source);
    if (block.text.trim() === '') continue;
    if (blocks.length < 2) block.datelineEnd = findDatelineEnd(block.text);
    blocks.push(block);
  }
  return { format: 'nlcst', source, blocks, stets: [], fields: {} };
}

/** The paragraphs, in order; a tree without any is one itself. */
function findParagraphs(tree: Root): (Root | Paragraph)[] {
  const paragraphs = tree.children.filter((node) => node.type === 'ParagraphNode');
  return paragraphs.length > 0 ? paragraphs : [tree];
}

function readParagraph(paragraph: Root | Paragraph, source: string): Block {
  const prose = createProse();
  let start = -1;
  let end = 0;
  const write = (node: Nodes) => {
    if ('children' in node) {
      for (const child of node.children) write(child);
      return;
    }
    const place = offsetsOf(node) ?? { start: end, end };
    if (start === -1) start = place.start;
    end = place.end;
    const isVerbatim = source.slice(place.start, place.end) === node.value;
    const put = () =>
      isVerbatim ? prose.verbatim(node.value, place.start) : prose.instead(node.value, place.start, place.end);
    if (node.type === 'SourceNode') prose.opaque(put);
    else put();
  };
  write(paragraph);
  return { role: 'paragraph', ...prose.finish(), start: Math.max(start, 0), end, datelineEnd: 0 };
}

function offsetsOf({ position }: Node): { start: number; end: number } | undefined {
  const start = position?.start.offset;
  const end = position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}
