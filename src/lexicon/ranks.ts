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
  local: boolean;
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

/** What the letters of a compiled wording say: {@link RankWordingRow}. */
const forms = { f: 'full', a: 'abbreviated', m: 'mixed' } as const;

/**
 * Reads the compiled ranks.
 *
 * @param readRows the ranks of all countries, read when one is first asked for
 */
export function readRanks({ rankForms, rankWordings }: LexiconRows, readRows: () => readonly RankRow[]): Ranks {
  const wordings = new PhraseTrie<RankWording>(rankWordings, ([id = '', says = '']) => ({
    id,
    form: forms[says.charAt(0) as keyof typeof forms],
    wrong: says.includes('w'),
    plural: says.includes('s'),
    initials: says.includes('i'),
    local: says.includes('l'),
  }));
  const byId = new Map(rankForms.map((form) => [form.id, form]));
  let byRank: ReadonlyMap<string, readonly RankRow[]> | undefined;
  return {
    wordings,
    form: (id) => byId.get(id),
    idOf(name) {
      const words = wordsOfRank(name);
      return wordings.longest((i) => words[i], 0)?.value.id;
    },
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
