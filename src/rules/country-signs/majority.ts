import type { ArticleContext } from '../rule.ts';
import { countSigns } from './count.ts';
import type { Spelling } from './spelling.ts';
import { findFirst, isIze } from './spelling.ts';

/** What is counted of all uses. */
export interface Counts {
  'en-GB': number;
  'en-US': number;
  ise: number;
  ize: number;
}

/** Counts the uses of each country’s spellings. */
export function countUses(spellings: readonly Spelling[]): Counts {
  const count: Counts = { 'en-GB': 0, 'en-US': 0, ise: 0, ize: 0 };
  for (const spelling of spellings) {
    const { word, weight, uses } = spelling;
    const isOxford = isIze(spelling);
    count[word.country] += isOxford ? weight / 4 : weight;
    if (isOxford) count.ize += uses;
    if (word.oxford && word.country === 'en-GB') count.ise += spelling.counted;
  }
  return count;
}

/** What one sign counts beside a spelling, how many count, and by how much one English must lead. */
const signWeight = 0.75;
const mostSigns = 3;
const leastLead = 0.5;

/**
 * Which English most of the story is in; of equals none, unless one word stands in both spellings: then the first one's.
 * Undefined too where it is one in which no spelling of the story is a fault.
 */
export function findMajority(
  spellings: readonly Spelling[],
  counts: Counts,
  article: ArticleContext,
): 'en-GB' | 'en-US' | undefined {
  const votes = { 'en-GB': counts['en-GB'], 'en-US': counts['en-US'] };
  const finds = { 'en-GB': findsFault('en-GB', spellings), 'en-US': findsFault('en-US', spellings) };
  if (!finds['en-GB'] && !finds['en-US']) return undefined;
  // Only where few spellings speak are the country's own bodies and words asked: first those of one that finds faults.
  const isClose = Math.abs(votes['en-GB'] - votes['en-US']) < leastLead + mostSigns * signWeight;
  if (isClose && votes['en-GB'] + votes['en-US'] < 6)
    for (const tag of finds['en-GB'] ? (['en-GB', 'en-US'] as const) : (['en-US', 'en-GB'] as const)) {
      const other = tag === 'en-GB' ? 'en-US' : 'en-GB';
      if (!finds[tag] && votes[other] - votes[tag] < leastLead) return undefined;
      votes[tag] += Math.min(countSigns(article, tag), mostSigns) * signWeight;
    }
  const lead = votes['en-GB'] - votes['en-US'];
  if (Math.abs(lead) >= leastLead) return lead > 0 ? 'en-GB' : 'en-US';
  const written = new Set<string>();
  for (const { text, telling } of spellings) if (telling) written.add(text);
  const both = findFirst(spellings, ({ word }) => written.has(word.twin));
  return both?.word.country;
}

/** Whether some spelling may be a fault in a story that is in the English of a country. */
function findsFault(country: string, spellings: readonly Spelling[]): boolean {
  const isTold = spellings.some(({ telling }) => telling);
  return spellings.some(
    ({ word, telling, text }) => word.country !== country && (telling || (word.beside && isTold) || text === 'labor'),
  );
}
