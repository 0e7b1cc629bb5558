import type { Models, Reading } from '../knowledge/index.ts';
import type { Story } from './story.ts';
import { losesPlain, readLost, tellAscii } from './story.ts';

/** Nats that a reading loses where ç, ö or ü must be gone: most damage is done by Windows-1252, which has them. */
const plainCost = 8.5;
/** What is given back of them where another reading must be the only one: a letter model is too sure of itself. */
const plainDoubt = 6;

/** Whether a single word may have lost more than the story says: no letter shows that ç, ö and ü were kept. */
const isOpen = (word: string, { shown, western }: Story) => !shown && western && !word.includes('\ufffd');

/** Readings of a name in its story, best first; also such as only a conversion to ASCII leaves, where that is open. */
export function readOpenly(word: string, story: Story, models: Models, small: boolean): readonly Reading[] {
  if (!isOpen(word, story)) return readLost(word, story, models, small);
  return readLost(word, tellAscii(story), models, small)
    .map((one) => (losesPlain(one.text.toLowerCase(), word) ? { ...one, score: one.score - plainCost } : one))
    .sort((a, b) => b.score - a.score);
}

/** By how many nats more a word must be read otherwise to exclude a reading. */
export function doubtOf(reading: string, word: string, story: Story): number {
  return isOpen(word, story) && losesPlain(reading.toLowerCase(), word) ? plainDoubt : 0;
}
