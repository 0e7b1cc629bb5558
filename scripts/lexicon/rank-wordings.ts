import { rankId, wordsOfRank } from '../../src/lexicon/ranks.ts';
import type { RankWordingRow } from '../../src/lexicon/rows.ts';
import { foldWord } from '../../src/text/index.ts';

/** The wordings of a rank, as data/rank-forms.yaml has them. */
export interface RankForms {
  name: string;
  ap?: string;
  british?: string;
  initials?: readonly string[];
  wrong?: readonly string[];
}

/** What a word of a rank is shortened to. */
export interface RankWord {
  word: string;
  short: readonly string[];
  optional?: boolean;
  clipped?: boolean;
}

/** A rank in the words of its country that no English story takes for anything else. */
export interface LocalRank {
  /** Folded, parted by spaces. */
  words: string;
  /** The English name. */
  name: string;
}

/** Lists all wordings of ranks. Every word of a rank may stand in full or shortened, so all mixtures are wordings. */
export function listRankWordings(
  ranks: readonly RankForms[],
  rankWords: readonly RankWord[],
  localRanks: readonly LocalRank[],
): RankWordingRow[] {
  const rows = new Map<string, RankWordingRow>();
  // The first of equal ones counts.
  const add = (words: readonly string[], id: string, says: string) => {
    const phrase = words.join(' ');
    if (phrase !== '' && !rows.has(phrase)) rows.set(phrase, [phrase, id, says]);
  };
  const shortened = new Map(rankWords.map((row) => [foldWord(row.word), row]));
  for (const { name, ap, british, initials = [], wrong = [] } of ranks) {
    const id = rankId(name);
    for (const plural of [false, true])
      for (const { words, full, short } of spell(wordsOfRank(name), shortened, plural))
        add(words, id, `${short === 0 ? 'f' : full === 0 ? 'a' : 'm'}${plural ? 's' : ''}`);
    for (const abbreviation of [ap, british]) {
      if (!abbreviation || wordsOfRank(abbreviation).join() === wordsOfRank(name).join()) continue;
      const words = wordsOfRank(abbreviation);
      // «Gen.» stands for General before it stands for Army General.
      if (words.length > 1 || !['gen', 'lt'].includes(words[0] ?? '')) add(words, id, 'a');
    }
    for (const form of initials) add(wordsOfRank(form), id, 'ai');
    for (const form of wrong) add(wordsOfRank(form), id, 'fw');
  }
  for (const { words, name } of localRanks) add(words.split(' '), rankId(name), 'fl');
  return [...rows.values()];
}

interface Spelling {
  words: string[];
  /** Words that have a short form and stand in full; words that stand shortened. */
  full: number;
  short: number;
}

function spell(parts: readonly string[], shortened: ReadonlyMap<string, RankWord>, plural: boolean): Spelling[] {
  let spellings: Spelling[] = [{ words: [], full: 0, short: 0 }];
  // The plural stands on the head: the last word, or the one before «of the» and «First Class».
  const head = Math.max(
    0,
    parts.findIndex(
      (_, i) =>
        i + 1 === parts.length ||
        ['of', 'first', '1st', '2nd', '3rd', 'class', 'junior', 'upper', 'lower'].includes(parts[i + 1] ?? ''),
    ),
  );
  parts.forEach((part, i) => {
    const row = shortened.get(part);
    const ending = plural && i === head ? 's' : '';
    spellings = spellings.flatMap(({ words, full, short }) => [
      { words: [...words, part + ending], full: full + (row && !row.optional ? 1 : 0), short },
      ...(row?.short ?? []).map((word) => ({
        words: [...words, foldWord(word) + ending],
        full,
        short: short + (row?.optional && !row.clipped ? 0 : 1),
      })),
    ]);
  });
  return spellings;
}
