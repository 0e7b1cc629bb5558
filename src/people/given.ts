import type { Lexicon } from '../lexicon/index.ts';
import { editDistance, foldWord } from '../text/index.ts';
import type { Mention } from './cast.ts';
import type { NameForms, ReadForms } from './forms.ts';
import { keepWithName } from './forms.ts';
import { areVowelTwins, compareNames, fitsInitial, isVowelSlip } from './similar.ts';

/** What given names are compared by. */
interface NameKnowledge {
  readonly read: ReadForms;
  readonly lexicon: Lexicon;
}

/** The given name of a mention as far as written: given names, initials, or both. */
export function givenOf({ given, initials }: Mention): string | undefined {
  return given && initials ? `${initials} ${given}` : (given ?? initials);
}

/** True for «N.», «J. K.», «Yu. A.». */
export const isInitials = (given: string): boolean =>
  given.length < 8 && /^(?:(?:\p{L}|\p{Lu}\p{Ll}{1,2})\.\s*|\p{L}(?:\s+|$))+$/u.test(given);

/** True when two given names may be one person's: equal in some transliteration, one the other's initial, or one missing. */
export function areGivenAlike(a: string | undefined, b: string | undefined, knowledge: NameKnowledge): boolean {
  if (!a || !b || a === b) return true;
  return areFormsAlike(knowledge.read(a), knowledge.read(b), knowledge);
}

const areFormsAlike = keepWithName((a: NameForms, b: NameForms, { read, lexicon }: NameKnowledge): boolean => {
  // «Jean Pierre» and «Jean-Pierre», «Mary Ann» and «MaryAnn».
  if (a.name.length > 4 && a.plain === b.plain) return true;
  if (!arePartsAlike(splitGiven(a), splitGiven(b), read)) return false;
  // «Abu Khalid» is Khalid’s father.
  const isKunya = ({ name }: NameForms) => lexicon.nameWords.kunyas.has(foldWord(/^\p{L}+/u.exec(name)?.[0] ?? ''));
  return isKunya(a) === isKunya(b);
});

/** «Tayyip» of «Recep Tayyip»: every part of the shorter is found in the longer. */
function arePartsAlike(one: readonly string[], other: readonly string[], read: ReadForms): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.every((part) =>
    long.some((there) => {
      if (part === there) return true;
      if (part.length === 1 || part.endsWith('.')) return fitsInitial(part, there, read);
      if (there.length === 1 || there.endsWith('.')) return fitsInitial(there, part, read);
      if (areVowelTwins(part, there, read)) return true;
      // «Abdul Rahman» and «Abdel Rahman»: the other word bears it out.
      if (short.length > 1 && part.length > 3 && isVowelSlip(part, there, read)) return true;
      const likeness = compareNames(part, there, read);
      return likeness !== 'different' && likeness !== 'slip' && likeness !== 'slips';
    }),
  );
}

/**
 * True for two given names that no rule of `resolve.ts` makes one person's, whatever else the mentions say: no romanisation,
 * slip, initial or letter leads from one to the other.
 */
export const areApart = keepWithName(
  (a: NameForms, b: NameForms, knowledge: NameKnowledge): boolean =>
    a.plain !== b.plain &&
    !areFormsAlike(a, b, knowledge) &&
    compareNames(a.name, b.name, knowledge.read) !== 'slip' &&
    !areGivenNear(a.name, b.name, knowledge.read) &&
    !areSyllablesAlike(a.name, b.name),
);

/** True when one given name is the other with one slip of the keyboard; Oleksandr and Oleksandra are two people. */
export function areGivenSlips(a: string | undefined, b: string | undefined, read: ReadForms): boolean {
  if (a === undefined || b === undefined || `${a}a` === b || `${b}a` === a) return false;
  return compareNames(a, b, read) === 'slip';
}

/**
 * True for two given names that are a letter apart, of six letters and more two: Marsha and Marcia. Siblings and spouses have
 * such names too, so it takes more to make one person of them.
 */
export function areGivenNear(a: string | undefined, b: string | undefined, read: ReadForms): boolean {
  if (!a || !b || a === b) return false;
  const [one, two] = [read(a).plain, read(b).plain];
  const short = Math.min(one.length, two.length);
  if (short < 4 || one[0] !== two[0] || Math.abs(one.length - two.length) > 2) return false;
  // Oleksandr and Oleksandra, Mario and Maria.
  if (one.endsWith('a') !== two.endsWith('a')) return false;
  return editDistance(one, two) <= (short > 5 ? 2 : 1);
}

/** True for two given names of two words whose second are a letter apart: «Leif Olav» and «Leif Olaf»; brothers share no first. */
export function areSecondNear(a: string | undefined, b: string | undefined, read: ReadForms): boolean {
  const [one, two] = [a?.split(' ') ?? [], b?.split(' ') ?? []];
  return one.length === 2 && two.length === 2 && one[0] === two[0] && areGivenNear(one[1], two[1], read);
}

/** True for two romanisations of one Korean given name: Sung-min and Seong-min, Eun-ju and Eun-joo. */
export function areSyllablesAlike(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b || !mayBeTied(a) || !mayBeTied(b) || !tied.test(a) || !tied.test(b)) return false;
  return mergeVowels(a) === mergeVowels(b);
}

// As most given names: one word.
const mayBeTied = (given: string) => given.includes('-') || given.includes(' ');
const tied = /^\p{Lu}\p{Ll}{1,5}[- ]\p{L}\p{Ll}{1,5}$/u;

const mergeVowels = (given: string) =>
  given
    .toLowerCase()
    .replace(' ', '-')
    .replace(/y(?:eo|ou|oo|u|o)/g, 'y')
    .replace(/eo|oo|eu|u|o/g, 'o')
    .replace(/ee|yi/g, 'i');

function splitGiven({ name, words }: NameForms): readonly string[] {
  return words.length === 1 && !name.includes('.') ? words : (name.match(/[^\s.]+\.?/g) ?? []);
}
