import { unpackWords } from './pack.ts';

/** English words by what is left of them when their ligature is lost. */
export type LigatureWords = ReadonlyMap<string, readonly string[]>;

/** Letters that must be alive beside the hole. */
const leastAlive = 3;

/** Reads encoding-ligatures.bin. */
export function readLigatureWords(bytes: Uint8Array): LigatureWords {
  const words = new Map<string, string[]>();
  for (const word of unpackWords(new TextDecoder().decode(bytes)))
    for (const pattern of losses(word)) {
      if (pattern.length <= leastAlive || pattern.endsWith('?')) continue;
      const same = words.get(pattern);
      if (same) same.push(word);
      else words.set(pattern, [word]);
    }
  return words;
}

/** What is left of a word when one of its ligatures is lost; ffi may have been set as f and fi. */
function losses(word: string): string[] {
  const found: string[] = [];
  for (const ligature of ['ff', 'fi', 'fl', 'ffi', 'ffl'])
    for (let at = word.indexOf(ligature); at >= 0; at = word.indexOf(ligature, at + 1))
      found.push(`${word.slice(0, at)}?${word.slice(at + ligature.length)}`);
  return found;
}
