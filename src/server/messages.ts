import type { Translate } from '../text/index.ts';
import { fillTemplate } from '../text/index.ts';

/** Values that are words of ours, not of the article. */
const ownWords: ReadonlySet<string> = new Set(['reason', 'story', 'dialect', 'other']);

/** Stories that name what they found: translated by their shape. */
export const storyTemplates: readonly string[] = [
  'UTF-8 read as {page}, {times} times over',
  'UTF-8 read as {page}',
  'Windows-1254 read as {page}',
  '{code} read as {page}',
  'an invisible character ({names})',
  'a double quote in place of an apostrophe',
  'a backtick in place of an apostrophe',
  'an acute accent in place of an apostrophe',
  'two apostrophes in place of an apostrophe',
  '“{words}” before a name',
  '“{words}” without a name',
];
const shapes = storyTemplates.map((template) => ({
  template,
  shape: new RegExp(
    `^${template.replace(/[()]/g, String.raw`\$&`).replace(/\{(\w+)\}/g, (_hole, name: string) => `(?<${name}>.+?)`)}$`,
  ),
}));

/**
 * Fills templates in the user's language; a template that has no translation stays English.
 *
 * @param translations English template → translated template
 */
export function createTranslate(translations: Readonly<Record<string, string>> = {}): Translate {
  if (Object.keys(translations).length === 0) return fillTemplate;
  const read = (text: string) => (Object.hasOwn(translations, text) ? translations[text] : undefined);
  const readStory = (text: string): string => {
    for (const { template, shape } of shapes) {
      const found = shape.exec(text);
      if (found) return fillTemplate(read(template) ?? template, found.groups ?? {});
    }
    return text;
  };
  return (template, data) => {
    const own = Object.entries(data).map(([name, value]) =>
      ownWords.has(name) && typeof value === 'string'
        ? [name, read(value) ?? (name === 'story' ? readStory(value) : value)]
        : [name, value],
    );
    return fillTemplate(read(template) ?? template, Object.fromEntries(own));
  };
}
