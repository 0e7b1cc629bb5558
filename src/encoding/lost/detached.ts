import type { Names, Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import type { LostWord } from './lost.ts';

const hole = /[?\ufffd]/;
/** Readings that are tried at most, and letters that a name must have to be the only one. */
const mostTried = 64;
const leastLetters = 5;

/**
 * A word whose letters and marks were stored apart before the marks were lost: `Yig?it`, `O?zdog?an`. Each hole stands
 * behind the letter that it belonged to, and a list must have what comes out. «Who is Ayas?» is a question.
 */
export function readDetached({ text: word, start, end }: LostWord, tables: Tables, names: Names): Repair | undefined {
  if (!/[?\ufffd]\p{L}/u.test(word)) return undefined;
  let heads = [''];
  for (let i = 0; i < word.length; i++) {
    const char = word.charAt(i);
    if (hole.test(char)) return undefined;
    const lost = hole.test(word.charAt(i + 1));
    const letters = lost ? markedForms(char, tables) : [char];
    if (lost) i++;
    heads = heads.flatMap((head) => letters.map((letter) => head + letter)).slice(0, mostTried);
  }
  const isKnown = (one: string) => names.match(one).some(({ low }) => low === one.toLowerCase()) || names.has(one);
  const found = heads.filter(isKnown);
  if (found.length === 0 || found.length > 3) return undefined;
  return {
    start,
    end,
    kind: 'encoding-lost-letter',
    readings: found,
    certainty: found.length === 1 && word.length - 1 >= leastLetters ? 'single' : 'choices',
    evidence: { kind: 'lexicon' },
    story: 'in a conversion',
  };
}

/** The letters of all alphabets that are this one and a mark. */
function markedForms(letter: string, { letters }: Tables): string[] {
  return [...letters].filter((one) => one.normalize('NFD').length === 2 && one.normalize('NFD').charAt(0) === letter);
}
