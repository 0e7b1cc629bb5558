import type { PackedPhrases } from '../../src/lexicon/rows.ts';

/**
 * Packs phrases by their first words, a line each: a start takes apart those alone whose first word an article has.
 *
 * @param rows folded phrases, parted by blanks, and what is said of each
 */
export function packPhrases(rows: readonly (readonly [phrase: string, ...says: (string | number)[]])[]): PackedPhrases {
  const lines = new Map<string, string[]>();
  const seconds = new Set<string>();
  for (const row of rows) {
    const [first = '', second] = row[0].split(' ');
    const line = row.join('|');
    if (line.split('|').length !== row.length)
      throw new Error(`«${row[0]}» holds a mark that parts what is said of it`);
    const there = lines.get(first);
    if (there) there.push(line);
    else lines.set(first, [line]);
    if (second !== undefined) seconds.add(second);
  }
  return { firsts: [...lines.keys()], lines: [...lines.values()].map((all) => all.join('\n')), seconds: [...seconds] };
}
