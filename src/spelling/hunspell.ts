import type { Dictionary } from './dictionary.ts';
import { plainWord } from './dictionary.ts';

/** Characters of a `.dic` file that are expanded: nspell holds every form in memory. */
const sizeMax = 6_000_000;

/**
 * A team's own Hunspell dictionary, read by nspell at the first word that no dictionary of ours knows.
 *
 * @param language BCP 47
 * @param aff text of the .aff file
 * @param dic text of the .dic file
 * @throws Error with a message for people when the files are no dictionary or too large a one
 */
export async function openHunspell(language: string, aff: string, dic: string): Promise<Dictionary> {
  if (!/^\ufeff?\s*\d+/.test(dic))
    throw new Error('no Hunspell dictionary: its .dic file begins with the number of words');
  if (dic.length > sizeMax) throw new Error(`too large: at most ${sizeMax / 1e6} MB are read`);
  const { default: nspell } = await import('nspell');
  let opened: { correct(word: string): boolean } | undefined;
  return {
    language,
    has(word) {
      try {
        opened ??= nspell({ aff: plain(aff), dic: plain(dic) });
      } catch {
        // Affixes that nspell cannot read: a dictionary that knows no word calls every word wrong.
        opened = { correct: () => true };
      }
      return opened.correct(plainWord(word));
    },
  };
}

const plain = (text: string) => text.replace(/^\ufeff/, '');
