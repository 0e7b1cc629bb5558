import type { Change, Letters } from '../text/index.ts';
import { archieml } from './archieml.ts';
import type { Article, Reader } from './article.ts';
import { html } from './html.ts';
import { keepBlocks, keptOf, lettersOf } from './kept.ts';
import { markdown } from './markdown.ts';
import { looksLikeNinjs, ninjs } from './ninjs.ts';
import { looksLikeNitf, nitf } from './nitf.ts';
import { plain } from './plain.ts';
import { beginsAlike, isText, unreadable } from './unreadable.ts';

const readers: readonly Reader[] = [plain, markdown, html, archieml, nitf, ninjs];

/** Extensions that hold anything: a file is an article when its content says which format of the news it is. */
const shared: Readonly<Record<string, (source: string) => boolean>> = {
  '.xml': looksLikeNitf,
  '.json': looksLikeNinjs,
};

/** Every extension that is an article's own, with the dot. */
export const articleExtensions: readonly string[] = readers
  .flatMap((reader) => reader.extensions)
  .filter((extension) => !Object.hasOwn(shared, extension));

/** Extensions of files that are articles when {@link saysArticle} finds it in them. */
export const sharedExtensions: readonly string[] = Object.keys(shared);

/** Whether a file of a shared extension declares itself an article: its root element is NITF's, its standard ninjs. */
export function saysArticle(source: string, path: string): boolean {
  const says = shared[/\.[^.]+$/.exec(path)?.[0].toLowerCase() ?? ''];
  return says?.(source) ?? false;
}

/**
 * Reads an article.
 *
 * @param source the whole file as it stands, byte order mark included
 * @param path its name; the extension decides the format, plain text is the fallback. What is not text is `unreadable`
 * and has no blocks
 */
export function readArticle(source: string, path: string): Article {
  return orPlain(source, () => readerOf(source, path).read(source));
}

/**
 * Reads a new version of an article: as `readArticle`, at the cost of what changed.
 *
 * @param change where its source differs from the one before
 */
export function updateArticle(before: Article, source: Letters, path: string, change: Change): Article {
  const isTextStill = before.format !== 'unreadable' && beginsAlike(change);
  const reader = isTextStill ? namedReader(path) : readerOf(source, path);
  const now = orPlain(source, () =>
    reader.update && reader.format === before.format
      ? reader.update(before, source, change)
      : reader.read(source.toString()),
  );
  if (now.kept) return now;
  return { ...now, kept: keepBlocks({ source: lettersOf(before), ...keptOf(before) }, { source, ...keptOf(now) }) };
}

/** Markup that is nested deeper than the stack goes is read as plain paragraphs. */
function orPlain(source: Letters, read: () => Article): Article {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return plain.read(source.toString());
    throw error;
  }
}

function readerOf(source: Letters, path: string): Reader {
  return isText(source) ? namedReader(path) : unreadable;
}

function namedReader(path: string): Reader {
  const name = path.toLowerCase();
  return readers.find(({ extensions }) => extensions.some((extension) => name.endsWith(extension))) ?? plain;
}
