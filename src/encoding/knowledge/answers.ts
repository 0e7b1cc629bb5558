import { copyText } from '../../text/index.ts';

/** Words whose answers are kept, to each question: a name stands in many paragraphs, and an article is read anew as it is typed in. */
const memory = 2000;
/** Longer ones are not kept. */
const longest = 64;

/** Has a question about a word asked once, as long as it is one of those asked of late. */
export function keepAnswers<T>(ask: (word: string) => T): (word: string) => T {
  const kept = new Map<string, T>();
  return (word) => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (word.length > longest) return ask(word);
    // An answer may hold parts of the word, and these the whole text.
    const own = copyText(word);
    const answer = ask(own);
    if (kept.size >= memory) kept.clear();
    kept.set(own, answer);
    return answer;
  };
}

/** The same for a question whose answer depends on something else too, as on tables. */
export function keepAnswersBy<Other extends object, T>(
  ask: (word: string, other: Other) => T,
): (word: string, other: Other) => T {
  const askers = new WeakMap<Other, (word: string) => T>();
  return (word, other) => {
    let asker = askers.get(other);
    if (!asker) {
      asker = keepAnswers((one) => ask(one, other));
      askers.set(other, asker);
    }
    return asker(word);
  };
}
