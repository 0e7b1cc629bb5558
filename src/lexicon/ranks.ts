import { foldWord } from '../text/index.ts';
import type { LexiconRows, RankForm, RankRow } from './rows.ts';
import { PhraseTrie } from './trie.ts';

/** What a wording of a rank says. */
export interface RankWording {
  id: string;
  form: 'full' | 'abbreviated' | 'mixed';
  /** Reversed or untranslated. */
  wrong: boolean;
  plural: boolean;
  /** Army initials such as «MG»: only in capitals. */
  initials: boolean;
  /** The country's own word: «Orgeneral», «Rav Aluf». */
  local?: boolean;
}

/** Ranks by wording and by country. */
export interface Ranks {
  readonly wordings: PhraseTrie<RankWording>;
  /** The rank concept. */
  form(id: string): RankForm | undefined;
  /** The id of a rank by its English name. */
  idOf(name: string): string | undefined;
  /** Rows of the countries that have the rank, of one country when asked. */
  rows(id: string, country?: string): readonly RankRow[];
}

/** The id of an English rank: «Colonel General» → `colonel-general`. */
export const rankId = (name: string): string => foldWord(name).replace(/[^a-z0-9]+/g, '-');

/** The folded words of a rank. */
export const wordsOfRank = (phrase: string): string[] =>
  foldWord(phrase)
    .split(/[^a-z0-9']+/)
    .filter(Boolean);

/**
 * Reads the compiled rank rows. Every word of a rank may stand in full or shortened, so all mixtures are wordings.
 *
 * @param readRows the ranks of all countries, read when one is first asked for
 */
export function readRanks(
  { rankForms, rankWords, localRanks }: LexiconRows,
  readRows: () => readonly RankRow[],
): Ranks {
  const wordings = new PhraseTrie<RankWording>();
  const forms = new Map<string, RankForm>();
  const shortened = new Map(rankWords.map((row) => [foldWord(row.word), row]));
  for (const form of rankForms) {
    const id = rankId(form.name);
    forms.set(id, form);
    for (const plural of [false, true])
      for (const { words, full, short } of spell(wordsOfRank(form.name), shortened, plural))
        wordings.add(words, {
          id,
          form: short === 0 ? 'full' : full === 0 ? 'abbreviated' : 'mixed',
          wrong: false,
          plural,
          initials: false,
        });
    for (const abbreviation of [form.ap, form.british])
      if (abbreviation && wordsOfRank(abbreviation).join() !== wordsOfRank(form.name).join())
        addAbbreviation(wordings, wordsOfRank(abbreviation), id);
    for (const initials of form.initials ?? [])
      wordings.add(wordsOfRank(initials), { id, form: 'abbreviated', wrong: false, plural: false, initials: true });
    for (const wrong of form.wrong ?? [])
      wordings.add(wordsOfRank(wrong), { id, form: 'full', wrong: true, plural: false, initials: false });
  }
  for (const { words, name } of localRanks) {
    const parts = words.split(' ');
    if (wordings.longest((i) => parts[i], 0)?.length === parts.length) continue;
    wordings.add(parts, { id: rankId(name), form: 'full', wrong: false, plural: false, initials: false, local: true });
  }
  let byRank: ReadonlyMap<string, readonly RankRow[]> | undefined;
  return {
    wordings,
    form: (id) => forms.get(id),
    idOf: (name) => wordings.longest((i) => wordsOfRank(name)[i], 0)?.value.id,
    rows(id, country) {
      byRank ??= groupByRank(readRows());
      return (byRank.get(id) ?? []).filter((row) => country === undefined || row.country === country);
    },
  };
}

function groupByRank(ranks: readonly RankRow[]): Map<string, RankRow[]> {
  const groups = new Map<string, RankRow[]>();
  for (const row of ranks)
    for (const name of [row.name, ...(row.also ?? [])]) {
      const id = rankId(name);
      const rows = groups.get(id);
      if (rows) rows.push(row);
      else groups.set(id, [row]);
    }
  return groups;
}

/** «Gen.» stands for General before it stands for Army General: the first wording added stays, so only new ones count. */
function addAbbreviation(wordings: PhraseTrie<RankWording>, words: readonly string[], id: string): void {
  if (words.length > 1 || !['gen', 'lt'].includes(words[0] ?? ''))
    wordings.add(words, { id, form: 'abbreviated', wrong: false, plural: false, initials: false });
}

interface Spelling {
  words: string[];
  /** Words that have a short form and stand in full; words that stand shortened. */
  full: number;
  short: number;
}

function spell(
  parts: readonly string[],
  shortened: ReadonlyMap<string, LexiconRows['rankWords'][number]>,
  plural: boolean,
): Spelling[] {
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
