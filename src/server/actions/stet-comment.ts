import type { TextEdit } from 'vscode-languageserver';
import type { Article, Block } from '../../article/index.ts';
import type { Message } from '../../desk/index.ts';
import { indexLines, pointAt } from '../../text/index.ts';

// Formats with comments, and the parts of a story that a comment may stand before without changing what is shown.
const withComments = new Set(['markdown', 'html', 'nitf']);
const commentable = new Set(['headline', 'subhead', 'paragraph', 'quote', 'byline', 'summary']);

/**
 * A `<!-- stet RULE: reason -->` before the block that a message stands in; undefined where the format has no comments
 * or none may stand there.
 *
 * @param reason what is written as the reason; the user fills it in
 */
export function createStetComment(article: Article, message: Message, reason: string): TextEdit | undefined {
  const block = withComments.has(article.format) ? blockAt(article, message.place.start.offset) : undefined;
  if (!block || !commentable.has(block.role)) return undefined;
  const lines = indexLines(article.source);
  const at = pointAt(lines, block.start);
  const line = article.source.slice(lines[at.line - 1], block.start);
  // Anything but a heading's or quotation's own mark before the block is a list, a table or front matter.
  if (/[^\s>#]/.test(line)) return undefined;
  const position = { line: at.line - 1, character: 0 };
  const newline = article.source.includes('\r\n') ? '\r\n' : '\n';
  return { range: { start: position, end: position }, newText: `<!-- stet ${message.ruleId}: ${reason} -->${newline}` };
}

function blockAt({ blocks }: Article, offset: number): Block | undefined {
  return blocks.find(({ start, end }) => start <= offset && offset < end);
}
