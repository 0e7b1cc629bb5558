import { areVowelTwins, compareNames, familyOf, isVowelSlip, knownForms } from '../../people/index.ts';
import { copyText, foldWord } from '../../text/index.ts';
import type { ArticleContext } from '../rule.ts';

/** Two spellings of one name, not two names that the lists know (Davit and David, Babayan and Balayan). */
export function isOneName(article: ArticleContext, a: string, b: string): boolean {
  const read = knownForms(article.lexicon);
  const likeness = compareNames(a, b, read);
  if (likeness === 'different') return areVowelTwins(a, b, read) || areOneFamily(a, b, article);
  if (likeness === 'slips') return !isKnownName(article, a) || !isKnownName(article, b);
  return likeness !== 'slip' || !(isKnownName(article, a) && isKnownName(article, b)) || isVowelSlip(a, b, read);
}

/** Chung and Jung. */
function areOneFamily(a: string, b: string, { lexicon }: ArticleContext): boolean {
  const family = familyOf(a, lexicon);
  return family !== undefined && family === familyOf(b, lexicon);
}

/** True for a given name or a surname of the lists. */
export function isKnownName({ lexicon }: ArticleContext, word: string): boolean {
  const folded = foldWord(word);
  return lexicon.isGivenName(folded) || lexicon.isSurname(folded);
}

/** A word of the dictionary or a place; `asName` also one that the dictionary has with a capital. */
export function isWord(article: ArticleContext, word: string, asName: boolean): boolean {
  const { vocabulary } = article;
  let known = words.get(vocabulary);
  if (!known) {
    known = { plain: new Map(), name: new Map() };
    words.set(vocabulary, known);
  }
  const answers = asName ? known.name : known.plain;
  let answer = answers.get(word);
  if (answer === undefined) {
    answer = readsAsWord(article, word, asName);
    answers.set(copyText(word), answer);
  }
  return answer;
}

// Asked of the same names at each check; goes with the words of a desk.
const words = new WeakMap<ArticleContext['vocabulary'], { plain: Map<string, boolean>; name: Map<string, boolean> }>();

function readsAsWord({ lexicon, speller }: ArticleContext, word: string, asName: boolean): boolean {
  return (
    lexicon.countries.isKnown(word) ||
    lexicon.places.startingWith(word).length > 0 ||
    lexicon.gazetteer.name(foldWord(word)) !== undefined ||
    speller === undefined ||
    speller.isKnown(word.toLowerCase(), 'en') ||
    (asName && speller.isKnown(word, 'en'))
  );
}
