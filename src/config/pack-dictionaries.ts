import { openHunspell } from '../spelling/index.ts';
import type { OwnWords, Pack } from '../style/index.ts';
import { said, saidBy } from '../text/index.ts';
import { hashText } from './hash.ts';
import type { Places } from './pack-files.ts';
import { findBeside } from './pack-files.ts';
import type { FilePort } from './ports.ts';

/** The Hunspell dictionaries of a pack's rules, by rule; the files that were read; and what tells them from others. */
export interface PackWords {
  byRule: ReadonlyMap<string, OwnWords>;
  files: readonly string[];
  key: string;
}

/** Finds the Hunspell files that rules of a pack name. They are parsed when a rule spells its first word. */
export async function readPackWords(pack: Pack, places: Places, port: FilePort): Promise<PackWords> {
  const byRule = new Map<string, OwnWords>();
  const files: string[] = [];
  const contents: string[] = [];
  const opened = new Map<string, Promise<(word: string) => boolean>>();
  for (const { id, hunspell } of pack.rules) {
    const knows: ((word: string) => boolean)[] = [];
    for (const { dic, aff } of hunspell) {
      const [words, affixes] = await Promise.all(
        [dic, aff].map((name) => findBeside(name, 'dictionaries', places, port)),
      );
      if (!words || !affixes) {
        byRule.set(id, { fault: said`there is no ${words ? aff : dic} with the pack, nor below config/dictionaries` });
        break;
      }
      files.push(words.path, affixes.path);
      contents.push(words.text, affixes.text);
      const open = opened.get(words.path) ?? openWords(dic, affixes.text, words.text);
      opened.set(words.path, open);
      try {
        knows.push(await open);
      } catch (error) {
        byRule.set(id, { fault: said`${dic}: ${saidBy(error)}` });
        break;
      }
    }
    if (hunspell.length > 0 && !byRule.has(id)) byRule.set(id, { knows });
  }
  return { byRule, files, key: contents.length === 0 ? '' : hashText(JSON.stringify(contents)) };
}

async function openWords(dic: string, aff: string, text: string): Promise<(word: string) => boolean> {
  const dictionary = await openHunspell(dic, aff, text);
  return (word) => dictionary.has(word);
}
