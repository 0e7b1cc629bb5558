import type { Mention } from './cast.ts';
import type { ReadForms } from './forms.ts';

/** A name by its letters, without the spaces and hyphens that copy parts them by in two ways. */
export interface JoinedName {
  /** All of it: «Al Busaidi» gives `albusaidi`. */
  whole: string;
  /** The last given name and what follows: «Majid Takht Ravanchi» gives `takhtravanchi`. */
  tail?: string;
  /** The surname alone. */
  surname: string;
  /** As written. */
  text: string;
}

/** Joins the words of a name. */
export function joinName(mention: Mention, read: ReadForms): JoinedName {
  const { text, given, particles, surname, surnameSpan, name } = mention;
  const bare = read(surname).plain;
  if (!given && !particles) return { whole: bare, tail: undefined, surname: bare, text };
  const family = particles ? read(particles).plain + bare : bare;
  const words = given ? read(given).words : [];
  const last = words.at(-1);
  let whole = '';
  for (const word of words) whole += read(word).plain;
  const isFirst = surnameSpan.start === name.start;
  return {
    whole: isFirst ? family + whole : whole + family,
    tail: last && !isFirst ? read(last).plain + family : undefined,
    surname: bare,
    text,
  };
}

/** Shorter ones are too much alike. */
const least = 7;

/** True when one name is the other or ends as the other, but for spaces and hyphens. */
export function areJoinedAlike(a: JoinedName, b: JoinedName): boolean {
  if (a.whole.length < least || b.whole.length < least) return false;
  return a.whole === b.whole || isSurnameOf(a, b) || isSurnameOf(b, a);
}

/** «Takht Ravanchi» or «Takht-Ravanchi» of Majid Takht-Ravanchi or Majid Takht Ravanchi; «Karim Holm» is no Abu Karim Holm. */
const isSurnameOf = (short: JoinedName, long: JoinedName): boolean =>
  long.tail !== undefined &&
  (short.whole === long.surname || short.whole === long.tail) &&
  !long.text.toLowerCase().endsWith(short.text.toLowerCase());

/** «Mohammed bin Rashid» of Mohammed bin Rashid Al Suwaidi: the given name and the father’s; undefined where none is told. */
export function fatherOf({ text }: Mention, read: ReadForms): { key: string; alone: boolean } | undefined {
  if (!/ (?:bin|ibn|bint) /i.test(text)) return undefined;
  const [first, link = '', father, ...others] = text.split(/\s+/);
  if (!first || !father || !/^(?:bin|ibn|bint)$/i.test(link)) return undefined;
  return { key: `${read(first).keys[0]} ${link.toLowerCase()} ${read(father).plain}`, alone: others.length === 0 };
}
