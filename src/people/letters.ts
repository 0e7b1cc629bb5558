/** Which letters from a to z a word in small letters has, a bit for each from the lowest on; another character is taken for one of them. */
export function lettersIn(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) - a);
  return letters;
}

/** The letters of some bits, in the order of the alphabet. */
export function writeLetters(letters: number): string {
  let word = '';
  for (let rest = letters; rest !== 0; rest &= rest - 1) word += String.fromCharCode(a + 31 - Math.clz32(rest & -rest));
  return word;
}

const a = 'a'.charCodeAt(0);
