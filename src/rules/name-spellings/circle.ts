import type { Circle } from '../../people/index.ts';
import { countWords } from '../../people/index.ts';
import type { ArticleContext } from '../rule.ts';
import type { Group } from './groups.ts';
import { groupOf, readable } from './groups.ts';
import { adoptLoose, groupLoose } from './loose.ts';

interface Reading {
  groups: readonly Group[];
  /** Made at the first question. */
  words?: ReadonlyMap<string, number>;
}

// A circle that did not change is the same from check to check.
const readings = new WeakMap<Circle, Reading>();

function readCircle(circle: Circle, article: ArticleContext): Reading {
  let known = readings.get(circle);
  if (!known) {
    known = { groups: groupCircle(circle, article) };
    readings.set(circle, known);
  }
  return known;
}

/** The people of a circle with what is adopted, and loose words that behave like a person. */
export const groupsOf = (circle: Circle, article: ArticleContext): readonly Group[] =>
  readCircle(circle, article).groups;

/** Every word of every name in the story, and how often it stands. */
export function countNames(article: ArticleContext): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const circle of article.circles()) {
    const reading = readCircle(circle, article);
    reading.words ??= countWords(reading.groups.map(({ mentions }) => mentions));
    for (const [word, count] of reading.words) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return counts;
}

function groupCircle(circle: Circle, article: ArticleContext): Group[] {
  const groups: Group[] = circle.people.map((person) => groupOf(person, article));
  // Words of one mention, as most that belong to nobody, behave like no person.
  if (circle.loose.length === 0 || (groups.length === 0 && circle.loose.length === 1)) return groups;
  const loose = readable(article, circle.loose);
  const named = groupLoose(article, loose).filter(({ given }) => given);
  groups.push(...named);
  const taken = new Set(named.flatMap(({ mentions }) => mentions));
  const left = loose.filter((mention) => !taken.has(mention));
  const adopted = adoptLoose(article, groups, left);
  groups.push(
    ...groupLoose(
      article,
      left.filter((mention) => !adopted.has(mention)),
    ),
  );
  return groups;
}
