import type { LetterModel, Reading } from './letters.ts';
import { fillHoles } from './letters.ts';
import type { LostWord } from './lost.ts';
import type { Tables } from './tables.ts';

/** What happened to a document's letters. */
export interface Story {
  /** In words for the message. */
  text: string;
  language: 'tr' | 'az';
  /** Small letters that a `?` may stand for, and a U+FFFD. */
  letters: { question: readonly string[]; replacement: readonly string[] };
}

const supplement = 'çöü';

/** Lower case as Turkish and Azerbaijani have it. */
export function lowerTurkic(text: string): string {
  return text.replaceAll('I', 'ı').replaceAll('İ', 'i').toLowerCase();
}

/** Upper case as Turkish and Azerbaijani have it. */
export function upperTurkic(text: string): string {
  return text.replaceAll('i', 'İ').replaceAll('ı', 'I').toUpperCase();
}

/**
 * Infers from all damaged words and from the letters that are alive what became of the others.
 *
 * @param alive letters beyond ASCII that stand in the text
 */
export function inferStory(
  words: readonly LostWord[],
  alive: ReadonlySet<string>,
  text: string,
  models: { tr: LetterModel; az: LetterModel },
): Story {
  const language = isAzerbaijani(text, alive) ? 'az' : 'tr';
  const rare = language === 'az' ? ['ğ', 'ı', 'ş', 'ə'] : ['ğ', 'ı', 'ş'];
  const plain = [...supplement];
  const both = words.some(({ text }) => text.includes('?')) && words.some(({ text }) => text.includes('\ufffd'));
  const livePlain = plain.some((letter) => alive.has(letter) || alive.has(letter.toUpperCase()));
  const liveRare = rare.some((letter) => alive.has(letter)) || alive.has('İ');
  if (both) return tell('letters lost in two conversions', language, rare, plain);
  if (livePlain && !liveRare)
    return tell('letters lost in a conversion to Windows-1252 or Latin-1', language, rare, rare);
  if (liveRare && !livePlain) return tell('letters of Latin-1 lost', language, plain, plain);
  const all = [...plain, ...rare];
  const ascii = tell('letters lost in a conversion to ASCII', language, all, all);
  if (liveRare && livePlain) return { ...ascii, text: 'letters lost in a conversion' };
  const western = tell('letters lost in a conversion to Windows-1252 or Latin-1', language, rare, all);
  let gain = 0;
  for (const word of words) {
    if (!word.text.includes('?')) continue;
    gain += (readLost(word.text, ascii, models)[0]?.score ?? 0) - (readLost(word.text, western, models)[0]?.score ?? 0);
  }
  return gain > 6 || !words.some(({ text }) => text.includes('?')) ? ascii : western;
}

function tell(text: string, language: 'tr' | 'az', question: readonly string[], replacement: readonly string[]): Story {
  return { text, language, letters: { question, replacement } };
}

function isAzerbaijani(text: string, alive: ReadonlySet<string>): boolean {
  if (alive.has('ə') || alive.has('Ə')) return true;
  const az =
    text.match(/\b(?:Azerbaij\w*|Baku|Karabakh|Nagorno\w*|Ganja|Nakhchivan|Sumgait|\w+(?:ov|yev)a?)\b/g)?.length ?? 0;
  const tr = text.match(/\b(?:T[uü]rk\w*|Ankara|Istanbul|Izmir|Erdo.{1,2}an)\b/g)?.length ?? 0;
  return az > tr;
}

/** All readings of a damaged word in a story, best first, in the word's own case. */
export function readLost(word: string, story: Story, models: { tr: LetterModel; az: LetterModel }): Reading[] {
  const capitals = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(word) && (word.match(/\p{Lu}/gu)?.length ?? 0) > 1;
  const places = [...word].map((char, i) => {
    const letters = char === '?' ? story.letters.question : char === '\ufffd' ? story.letters.replacement : undefined;
    if (!letters) return [lowerTurkic(char)];
    // İ is lost in capitals, ı in small letters.
    return capitals || i === 0 ? letters.map((letter) => (letter === 'ı' ? 'i' : letter)) : letters;
  });
  return fillHoles(places, models[story.language]).map(({ text, score }) => ({
    text: dress(word, text, capitals),
    score,
  }));
}

function dress(word: string, reading: string, capitals: boolean): string {
  return [...word]
    .map((char, i) => {
      if (char !== '?' && char !== '\ufffd') return char;
      const letter = reading.charAt(i);
      return capitals || i === 0 ? upperTurkic(letter) : letter;
    })
    .join('');
}

/** Letters beyond ASCII in a text. */
export function aliveLetters(text: string, tables: Tables): Set<string> {
  const alive = new Set<string>();
  for (const [letter] of text.matchAll(/[\u0080-\u024f\u0259\u018f]/g))
    if (tables.letters.has(letter)) alive.add(letter);
  return alive;
}
