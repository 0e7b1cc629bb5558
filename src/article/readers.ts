import type { Article, Reader } from './article.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { plain } from './plain.ts';
import { isText, unreadable } from './unreadable.ts';

const readers: readonly Reader[] = [plain, markdown, html];

/** Every extension that has a reader, with the dot. */
export const articleExtensions: readonly string[] = readers.flatMap((reader) => reader.extensions);

/**
 * Reads an article.
 *
 * @param source the whole file as it stands, byte order mark included
 * @param path its name; the extension decides the format, plain text is the fallback. What is not text is `unreadable`
 * and has no blocks
 */
export function readArticle(source: string, path: string): Article {
  return readerOf(source, path).read(source);
}

/** Reads a new version of an article: as `readArticle`, at the cost of what changed. */
export function updateArticle(before: Article, source: string, path: string): Article {
  const reader = readerOf(source, path);
  return reader.update && reader.format === before.format ? reader.update(before, source) : reader.read(source);
}

function readerOf(source: string, path: string): Reader {
  if (!isText(source)) return unreadable;
  const name = path.toLowerCase();
  return readers.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ?? plain;
}
