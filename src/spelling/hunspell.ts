import type { Root } from 'nlcst';
import type { Options } from 'retext-spell';
import type { Dictionary } from './dictionary.ts';
import { plainWord } from './dictionary.ts';

/** Characters of a `.dic` file that are expanded: nspell holds every form in memory. */
const sizeMax = 6_000_000;

/**
 * A team's own Hunspell dictionary, read by retext-spell at the first word that no dictionary of ours knows.
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
  const [{ default: retextSpell }, { VFile }] = await Promise.all([import('retext-spell'), import('vfile')]);
  // nspell takes text as well as bytes; the types of retext-spell know bytes alone.
  const dictionary = { aff: plain(aff), dic: plain(dic) } as unknown as NonNullable<Options['dictionary']>;
  let check: ReturnType<typeof retextSpell> | undefined;
  return {
    language,
    has(word) {
      try {
        // It suggests as long as it counts to `max`; suggestions are made when asked for.
        check ??= retextSpell({ dictionary, max: -1 });
      } catch {
        // Affixes that nspell cannot read: a dictionary that knows no word calls every word wrong.
        check = () => undefined;
      }
      const file = new VFile();
      check(treeOf(plainWord(word)), file, () => undefined);
      return file.messages.length === 0;
    },
  };
}

const treeOf = (value: string): Root => ({
  type: 'RootNode',
  children: [{ type: 'WordNode', children: [{ type: 'TextNode', value }] }],
});

const plain = (text: string) => text.replace(/^\ufeff/, '');
