import type { Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { gatherWords } from '../repair.ts';

/**
 * Typographic marks of Windows-1252 read as Latin-1: `mayor\u0092s`. Latin-1 has control characters there, which no copy
 * holds; inside a word only what may stand there is taken for one.
 */
export function findControls(text: string, beyond: string, tables: Tables): Repair[] {
  if (!/[\u0080-\u009f]/.test(beyond)) return [];
  const page = tables.pages.find(({ id }) => id === 'windows-1252');
  if (!page) return [];
  const hits = [...text.matchAll(/[\u0080-\u009f]/g)].flatMap(({ 0: char, index }) => {
    const mark = page.upper.charAt(char.charCodeAt(0) - 128);
    const inside = /^\p{L}{2}$/u.test(text.charAt(index - 1) + text.charAt(index + 1));
    // Behind the first byte of a letter it is the second one.
    if (/[ÃÄÅãäå]/.test(text.charAt(index - 1))) return [];
    if (/[\ufffdˆ˜]/.test(mark) || (inside && !/[’–—…\p{L}]/u.test(mark))) return [];
    return [{ start: index, end: index + 1, text: mark }];
  });
  return gatherWords(text, hits, {
    kind: 'encoding-mojibake',
    certainty: 'proved',
    evidence: { kind: 'round-trip', detail: page.name },
    story: `${page.name} read as Latin-1`,
  });
}
