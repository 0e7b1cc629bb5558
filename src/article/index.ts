export type { Article, Block, BlockRole, Reader, Span, Stet } from './article.ts';
export { articleExtensions, readArticle } from './readers.ts';
