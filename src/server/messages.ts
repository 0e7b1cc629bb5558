import type { Translate } from '../desk/index.ts';
import { fillTemplate } from '../desk/index.ts';

/**
 * Fills templates in the user's language; a template that has no translation stays English.
 *
 * @param translations English template → translated template
 */
export function createTranslate(translations: Readonly<Record<string, string>> = {}): Translate {
  return (template, data) => fillTemplate(translations[template] ?? template, data);
}
