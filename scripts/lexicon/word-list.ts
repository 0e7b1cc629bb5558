import { writeFileSync } from 'node:fs';
import { markWords } from '../../src/text/index.ts';

/**
 * Writes a word list as `lexicon/word-list.ts` opens it, NAME.txt, and the marks of its words, NAME.bits.
 *
 * @param lines a word and what is said of it, in any order
 */
export function writeWordList(outDir: string, name: string, lines: readonly string[]): void {
  writeFileSync(`${outDir}/${name}.txt`, [...lines].sort().join('\n'));
  writeFileSync(`${outDir}/${name}.bits`, markWords(lines.map((line) => line.split(' ')[0] ?? '')));
}
