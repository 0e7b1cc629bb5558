/** Signs in one paragraph beyond which they mark nothing: a paragraph of four hundred links has so many. */
const most = 2_000;
/** Quotations within quotations beyond which nobody quotes. */
const deepest = 50;

/** Where a paragraph of Markdown ends: at a blank line, an item of a list, a row of a table, a heading. */
const beginsAnew = /^[ \t>]*(?:$|[-+*|#]|\d{1,9}[.)])/;
const deeplyQuoted = new RegExp(`^[ \\t]*(?:>[ \\t]*){${deepest}}`);

/**
 * Whether a text holds so many brackets and marks of emphasis in one paragraph, or lies in so many quotations, that it is no
 * Markdown that anybody wrote. The time to read such marks grows with the square of their number: 200,000 brackets took
 * minutes.
 */
export function isTangled(text: string): boolean {
  let signs = 0;
  for (const line of text.split('\n')) {
    if (deeplyQuoted.test(line)) return true;
    if (beginsAnew.test(line)) signs = 0;
    for (let at = 0; at < line.length; at++) if ('[]*_~<`'.includes(line.charAt(at))) signs++;
    if (signs > most) return true;
  }
  return false;
}
