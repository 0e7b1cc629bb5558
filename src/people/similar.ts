import { editDistance } from '../text/index.ts';
import type { NameForms, ReadForms } from './forms.ts';
import { keepWithName, readForms } from './forms.ts';

/**
 * How two spellings of one name word are related:
 * `same` letter for letter but for case; `diacritics` Güler and Guler; `transliteration` Syrskyi and Syrsky;
 * `slip` one letter too many, too few, wrong or swapped; `slips` two of these, the same consonants (Umerov and Umevorv), or
 * one stem with two endings (Eyvazov and Eyvazli);
 * `different` two names.
 */
export type Likeness = 'same' | 'diacritics' | 'transliteration' | 'slip' | 'slips' | 'different';

/**
 * Compares two spellings of one word of a name.
 *
 * @param read what is known of names (`knownForms`); without it their forms are worked out anew
 */
export function compareNames(a: string, b: string, read: ReadForms = readForms): Likeness {
  return a === b ? 'same' : compareForms(read(a), read(b));
}

const compareForms = keepWithName((formsA: NameForms, formsB: NameForms): Likeness => {
  if (formsA.text === formsB.text) return 'same';
  const [plainA, plainB] = [formsA.plain, formsB.plain];
  if (plainA === plainB) return formsA.lower === formsB.lower ? 'same' : 'diacritics';
  if (arePlainGendered(plainA, plainB)) return 'different';
  // «The Beardens» are the Bearden family; Edward and Edwards are two names.
  const [short, long] = plainA.length < plainB.length ? [plainA, plainB] : [plainB, plainA];
  if (`${short}s` === long && !short.endsWith('s')) return 'different';
  // «Three Aliyevs» beside Aliyeva, «the Victorian hall» beside Victoria.
  if (plainA.endsWith('s') !== plainB.endsWith('s')) {
    const [many, one] = plainA.endsWith('s') ? [plainA, plainB] : [plainB, plainA];
    if (arePlainGendered(many.slice(0, -1), one)) return 'different';
  }
  if (long === `${short}n` && short.endsWith('ia')) return 'different';
  if (formsA.keys.some((key) => formsB.keys.includes(key))) return 'transliteration';
  if (isSlip(plainA, plainB)) return 'slip';
  return areSlips(formsA, formsB) || areKindred(plainA, plainB) || areHalvesAlike(formsA, formsB)
    ? 'slips'
    : 'different';
});

const genderedEndings: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:ov|ev|yov|in|yn)$/, /(?:ov|ev|yov|in|yn)a$/],
  [/[ck](?:y|i|yi|yy|iy|ii)$/, /[ck]a(?:ya|ia|ja)?$/],
  [/n(?:y|i|yi|yy|iy|yj)$/, /na(?:ya|ia|ja)?$/],
  [/[^aeiouy]$/, /[^aeiouy](?:ova|eva)$/],
  [/s$/, /(?:iene|aite|yte|ute)$/],
];

/** True for the masculine and the feminine form of one surname: Aliyev and Aliyeva, Lavrov and Lavrova, Novák and Nováková. */
function arePlainGendered(one: string, two: string): boolean {
  const shared = sharedPrefix(one, two);
  if (shared < 3 || shared < Math.min(one.length, two.length) - 3) return false;
  const pair = (male: string, female: string) => genderedEndings.some(([m, f]) => m.test(male) && f.test(female));
  return pair(one, two) || pair(two, one);
}

/** True for two forms that are a closing a apart: Orlov and Orlova. */
export const areGendered = (one: string, two: string): boolean =>
  (`${one}a` === two || one === `${two}a`) && arePlainGendered(one, two);

function sharedPrefix(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/**
 * True when one slip of the keyboard leads from one word to the other: a letter left out, added, replaced or two
 * neighbours swapped (the restricted distance of Damerau). Two words of four letters and slips in the first letter are
 * left alone: too many short names differ by one letter.
 */
export function isSlip(a: string, b: string): boolean {
  if (a.length + b.length < 9 || a[0] !== b[0] || a === b || Math.abs(a.length - b.length) > 1) return false;
  const start = sharedPrefix(a, b);
  const tail = (from: number, to: number) => a.slice(start + from) === b.slice(start + to);
  if (a.length === b.length)
    return tail(1, 1) || (a[start] === b[start + 1] && a[start + 1] === b[start] && tail(2, 2));
  return a.length > b.length ? tail(1, 0) : tail(0, 1);
}

/** What stands before the ending of an Azerbaijani or Central Asian surname: Eyvaz of Eyvazov and Eyvazli. */
export const stemOf = (plain: string): string | undefined =>
  /^(.{4,}?)(?:y?ev|ov|l[iy]|zad[ae]h?|beyli|oglu)$/.exec(plain)?.[1];

/** True for two surnames of one stem. */
export function areKindred(a: string, b: string): boolean {
  const stem = stemOf(a);
  return stem !== undefined && stem === stemOf(b);
}

/** True for two double names that share one half, where the others are alike: Pemberton-Leigh and Pemberton-Lee. */
function areHalvesAlike(a: NameForms, b: NameForms): boolean {
  const [one = '', two, ...more] = a.lower.split('-');
  const [other = '', last, ...others] = b.lower.split('-');
  if (!two || !last || more.length + others.length > 0) return false;
  return (one === other && areLike(two, last)) || (two === last && areLike(one, other));
}

/** What a name has in common with each that is two slips from it: the consonants, the stem, half of a double name. */
export function farKeysOf({ plain, bones, lower }: NameForms): readonly string[] {
  const keys = plain.length < leastForTwo ? [] : [bones];
  const stem = stemOf(plain);
  if (stem) keys.push(`${stem}~`);
  if (!lower.includes('-')) return keys;
  const [one = '', two = ''] = lower.split('-');
  return [...keys, `${one}-`, `-${two}`];
}

/** The same first letter, and all consonants of the shorter stand in the longer. */
function areLike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    a[0] === b[0] &&
    short
      .replace(/[aeiouy]/g, '')
      .split('')
      .every((letter) => long.includes(letter))
  );
}

/** Shorter names that begin alike are two. */
export const leastLong = 8;

/** True for two long names that begin alike and are two slips apart at the end: Standifer and Standiford. */
export function areLongAlike(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < leastLong || sharedPrefix(a, b) < leastLong - 2 || a === b) return false;
  return !arePlainGendered(a, b) && !areKindred(a, b) && editDistance(a, b) <= 2;
}

/** Shorter names come from one another by two slips too often. */
const leastForTwo = 6;

/** True for two names of the same consonants, first and last letter, two slips apart. */
function areSlips(a: NameForms, b: NameForms): boolean {
  const [one, two] = [a.plain, b.plain];
  if (one.length < leastForTwo || two.length < leastForTwo || one[0] !== two[0] || one.at(-1) !== two.at(-1))
    return false;
  // «The Stevenses».
  if (`${one}es` === two || `${two}es` === one) return false;
  return Math.abs(one.length - two.length) < 3 && a.bones === b.bones && editDistance(one, two) === 2;
}

/**
 * True when two given names differ by the one vowel that copy writes as a or e: Hikmat and Hikmet, Karam and Kerem. Agencies
 * write Turkish, Azerbaijani, Persian and Arabic names in both ways.
 */
export function areVowelTwins(a: string, b: string, read: ReadForms = readForms): boolean {
  const [one, two] = [read(a).plain, read(b).plain];
  if (one === two || one.length !== two.length || one.length < 5) return false;
  const merge = (name: string) => name.slice(0, -1).replaceAll('e', 'a') + name.slice(-1);
  return merge(one) === merge(two);
}

/** Kamolov and Kamalov: one vowel for another, not at the end, where it tells men from women. */
export function isVowelSlip(a: string, b: string, read: ReadForms): boolean {
  const bones = (name: string) =>
    read(name)
      .plain.slice(0, -1)
      .replace(/[aeiou]/g, 'a') + read(name).plain.slice(-1);
  return a.length === b.length && bones(a) === bones(b);
}

/** True when an initial («S.», «S», «Yu.») may stand for a given name under any romanisation. */
export function fitsInitial(initial: string, given: string, read: ReadForms = readForms): boolean {
  const short = read(initial.replace(/\.+$/, '')).plain;
  if (!short) return true;
  const first = short.charAt(0);
  const { plain, keys } = read(given);
  return [plain, ...keys].some((name) => name.startsWith(short) || name.charAt(0) === first);
}
