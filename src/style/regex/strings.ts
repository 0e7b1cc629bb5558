import { foldCase } from '../fold-case.ts';

/** An edge of a word in a string that is looked for: the letter or figure beside it is the word's first or last. */
export const edge = '\b';

/** Strings of which one is to be found. */
export interface Strings {
  texts: readonly string[];
  /** They are in small letters, and capitals are taken for such. */
  ignoreCase: boolean;
  /** Their cores; null when one string has none. Slow to find, so packs that ship bring them along. */
  cores?: readonly Core[] | null;
}

/** By what strings are looked out for: letters of theirs that stand within one word, or the one mark of a token. */
export interface Core {
  text: string;
  /** What is known of it: `CoreMark` bits. */
  marks: number;
  /** The strings, without edges, each with the place of the core in it; undefined where the core is all of one. */
  phrases?: readonly (readonly [text: string, at: number])[];
}

/** More than these are not followed further. */
const most = 128;

export const empty: Strings = { texts: [''], ignoreCase: false };

/** The string of one character; undefined for one whose small form is longer. */
export function spellCode(code: number, ignoreCase: boolean): Strings | undefined {
  const text = String.fromCodePoint(code);
  if (!ignoreCase) return { texts: [text], ignoreCase };
  const lower = text.toLowerCase();
  return lower.length === text.length ? { texts: [lower], ignoreCase: lower !== lower.toUpperCase() } : undefined;
}

/** All that one of the first and then one of the second make; undefined when they are too many. */
export function cross(first: Strings, second: Strings): Strings | undefined {
  if (first.texts.length * second.texts.length > most) return undefined;
  const [a, b] = alike([first, second]);
  const texts = new Set<string>();
  for (const one of a?.texts ?? []) for (const other of b?.texts ?? []) texts.add(one + other);
  return { texts: [...texts], ignoreCase: first.ignoreCase || second.ignoreCase };
}

/** The strings of all; undefined when those of one are not known. */
export function unite(all: readonly (Strings | undefined)[]): Strings | undefined {
  const known = all.filter((one) => one !== undefined);
  if (known.length < all.length) return undefined;
  if (known.length === 1) return known[0];
  const ignoreCase = known.some((one) => one.ignoreCase);
  const united = { texts: [...new Set(alike(known).flatMap(({ texts }) => texts))], ignoreCase };
  // What is read in other letters has other cores.
  const keepsCores = known.every((one) => one.cores && one.ignoreCase === ignoreCase);
  return keepsCores ? { ...united, cores: known.flatMap(({ cores }) => cores ?? []) } : united;
}

/** All in small letters when some are. */
function alike(all: readonly Strings[]): readonly Strings[] {
  if (all.every(({ ignoreCase }) => ignoreCase === all[0]?.ignoreCase)) return all;
  return all.map(({ texts }) => ({ texts: texts.map(foldCase), ignoreCase: true }));
}

/** Whether there are few enough to be put together with others. */
export const isFew = ({ texts }: Strings): boolean => texts.length <= most;

/** The strings without those that hold another; undefined when one is empty, so that nothing need stand. */
export function needed({ texts, ignoreCase }: Strings): Strings | undefined {
  if (texts.some((text) => text.replaceAll(edge, '').trim() === '')) return undefined;
  if (texts.length > most) return { texts, ignoreCase };
  return { texts: texts.filter((text) => !texts.some((other) => other !== text && text.includes(other))), ignoreCase };
}
