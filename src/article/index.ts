export type { Article, Block, BlockRole, Mark, Reader, Span, Stet } from './article.ts';
export { articleExtensions, readArticle, saysArticle, sharedExtensions, updateArticle } from './readers.ts';
export { readTree } from './tree.ts';
