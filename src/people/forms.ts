import type { Lexicon } from '../lexicon/index.ts';
import { copyText } from '../text/index.ts';
import { lettersIn, writeLetters } from './letters.ts';
import { sumText } from './traits.ts';
import type { Twins } from './transliterate.ts';
import { indexTwins, nameKeys, stripName } from './transliterate.ts';

/** What names are compared by. */
export interface NameForms {
  /** As written. */
  readonly name: string;
  readonly text: string;
  readonly lower: string;
  /** Without case, diacritics, apostrophes and hyphens. */
  readonly plain: string;
  /** One for each way of romanising it. */
  readonly keys: readonly string[];
  /** Its words as written. */
  readonly words: readonly string[];
  /** The first letter and the consonants, each once, in the order of the alphabet: what slips of the keyboard leave. */
  readonly bones: string;
  /** `sumText` of the plain letters. */
  readonly sum: number;
  /** What a surname shares with those that may be its own in another spelling; kept by `kin.ts`. */
  traits: readonly number[] | undefined;
  /** What was said of it beside other names, by who said so; see `keepWithName`. */
  beside: Map<unknown, Map<NameForms, unknown>> | undefined;
}

/** Names that are looked at beside one: a person's bearers in a few articles. */
const mostBeside = 200;

/**
 * Has what a function says of two names asked once and kept with the first: a story looks at the same pairs again and again.
 *
 * @param compare pure; one function for the life of the program. What it reads besides the names goes with the forms
 */
export function keepWithName<Rest extends readonly unknown[], T>(
  compare: (a: NameForms, b: NameForms, ...rest: Rest) => T,
): (a: NameForms, b: NameForms, ...rest: Rest) => T {
  return (a, b, ...rest) => {
    a.beside ??= new Map();
    let answers = a.beside.get(compare);
    if (!answers) {
      answers = new Map();
      a.beside.set(compare, answers);
    }
    const known = answers.get(b);
    if (known !== undefined) return known as T;
    const answer = compare(a, b, ...rest);
    if (answers.size >= mostBeside) answers.clear();
    answers.set(b, answer);
    return answer;
  };
}

/** Reads the forms of a name. */
export type ReadForms = (name: string) => NameForms;

/** The forms of a name, worked out anew. */
export const readForms: ReadForms = (name) => new Forms(name);

class Forms implements NameForms {
  readonly name: string;
  readonly text: string;
  readonly lower: string;
  readonly plain: string;
  readonly sum: number;
  traits: NameForms['traits'] = undefined;
  beside: NameForms['beside'] = undefined;
  readonly #twins: Twins | undefined;
  #keys: readonly string[] | undefined;
  #bones: string | undefined;
  #words: readonly string[] | undefined;

  constructor(name: string, twins?: Twins) {
    this.text = name.normalize('NFC');
    this.lower = name.toLowerCase();
    this.plain = stripName(name);
    this.sum = sumText(this.plain);
    this.name = name;
    this.#twins = twins;
  }

  /** Most names are told apart before their romanisations are asked for. */
  get keys(): readonly string[] {
    this.#keys ??= nameKeys(this.name, this.#twins);
    return this.#keys;
  }

  get words(): readonly string[] {
    this.#words ??= this.name.split(/\s+/);
    return this.#words;
  }

  get bones(): string {
    this.#bones ??= bonesOf(this.plain);
    return this.#bones;
  }
}

function bonesOf(plain: string): string {
  const first = plain.charAt(0);
  return onlyLetters.test(plain)
    ? first + writeLetters(lettersIn(plain) & ~vowels)
    : first + [...new Set(plain.replace(/[aeiouy]/g, ''))].sort().join('');
}

const onlyLetters = /^[a-z]*$/;
const vowels = lettersIn('aeiouy');

// Forms of names met under a lexicon; emptied when they grow past what a long session needs.
const formsByLexicon = new WeakMap<Lexicon, ReadForms>();
const mostForms = 20_000;

const familiesByLexicon = new WeakMap<Lexicon, ReadonlyMap<string, string>>();

/** The first spelling of a Korean family name; undefined for other names. */
export function familyOf(surname: string, lexicon: Lexicon): string | undefined {
  if (surname.length > longestFamily) return undefined;
  let families = familiesByLexicon.get(lexicon);
  if (!families) {
    families = new Map(
      lexicon.nameTwins.families.flatMap((group) => group.map((name): [string, string] => [name, group[0] ?? name])),
    );
    familiesByLexicon.set(lexicon, families);
  }
  return families.get(surname);
}

const longestFamily = 6;

/** Gives the keys of a name under a lexicon, worked out anew. */
export function openKeys({ nameTwins }: Lexicon): (name: string) => readonly string[] {
  const twins = indexTwins(nameTwins.given);
  return (name) => nameKeys(name, twins);
}

/** Reads the forms of names once: what was read under a lexicon is kept with it. */
export function knownForms(lexicon: Lexicon): ReadForms {
  const known = formsByLexicon.get(lexicon);
  if (known) return known;
  const forms = new Map<string, NameForms>();
  const twins = indexTwins(lexicon.nameTwins.given);
  const read: ReadForms = (name) => {
    let there = forms.get(name);
    if (!there) {
      if (forms.size >= mostForms) forms.clear();
      // A slice of the article would keep the whole article in memory.
      const own = copyText(name);
      there = new Forms(own, twins);
      forms.set(own, there);
    }
    return there;
  };
  formsByLexicon.set(lexicon, read);
  return read;
}
