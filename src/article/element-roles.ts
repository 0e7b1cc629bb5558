import type { BlockRole } from './article.ts';

/** Elements that HTML and the XML of the news call by one name, with the role of their prose. */
export const elementRoles: Readonly<Record<string, BlockRole>> = {
  title: 'headline',
  h1: 'headline',
  h2: 'subhead',
  h3: 'subhead',
  blockquote: 'quote',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  td: 'cell',
  th: 'cell',
  caption: 'caption',
  figcaption: 'caption',
};
