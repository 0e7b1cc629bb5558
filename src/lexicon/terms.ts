import { foldWord } from '../text/index.ts';
import type { TeamTerm } from './team.ts';
import { PhraseTrie } from './trie.ts';

/** A form that the house does not write, and the row that says so. */
export interface UnwantedForm {
  /** As the list has it; for a row about capitals, the preferred form itself. */
  form: string;
  row: TeamTerm;
}

/** Forms of the team's terms by their folded words; forms that fold alike stand together. */
export type UnwantedForms = PhraseTrie<readonly UnwantedForm[]>;

/**
 * Indexes the forms that the team does not want. Places are left out: they are weighed with the whole story.
 *
 * @returns undefined when there are none
 */
export function indexTerms(terms: readonly TeamTerm[]): UnwantedForms | undefined {
  const byWords = new Map<string, UnwantedForm[]>();
  for (const row of terms) {
    if (row.kind === 'place') continue;
    for (const form of row.kind === 'casing' ? [row.preferred, ...row.banned] : row.banned) {
      const key = form.split(/\s+/).map(foldWord).join(' ');
      const there = byWords.get(key);
      if (there) there.push({ form, row });
      else byWords.set(key, [{ form, row }]);
    }
  }
  if (byWords.size === 0) return undefined;
  const forms: UnwantedForms = new PhraseTrie();
  for (const [key, unwanted] of byWords) forms.add(key, unwanted);
  return forms;
}
