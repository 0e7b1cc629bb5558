import { describeRate, scoreGold } from '../score-gold.ts';

const people = ['rank', 'office', 'capitalization'];

/** Scores the default rules on the gold articles. Passes when the gates of the first issue hold. */
export default async function measureGold(): Promise<boolean> {
  const score = scoreGold();
  if (!score) return true;
  console.log(score.text);
  const encoding = score.rate(['encoding']);
  const ranks = score.rate(people);
  console.log(describeRate(people, ranks));
  return (
    encoding.recall >= 0.9 &&
    encoding.precision >= 0.95 &&
    encoding.traps === 0 &&
    ranks.recall >= 0.6 &&
    ranks.precision >= 0.9
  );
}
