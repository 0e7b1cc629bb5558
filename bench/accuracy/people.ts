import { describeRate, scoreGold } from '../score-gold.ts';

const families = ['rank', 'office', 'capitalization', 'name', 'place', 'dialect'];

/**
 * Scores the default rules of people, places and spelling on the gold articles: recall at least 0.92, precision at
 * least 0.95, no trap flagged; prints how often the first fix is right.
 */
export default async function measurePeople(): Promise<boolean> {
  const rate = scoreGold()?.rate(families);
  if (!rate) return true;
  console.log(describeRate(families, rate));
  return rate.recall >= 0.92 && rate.precision >= 0.95 && rate.traps === 0;
}
