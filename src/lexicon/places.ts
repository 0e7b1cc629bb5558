import { escapePattern } from './dialect-signs.ts';
import type { GazetteerData } from './gazetteer.ts';

/** One place and the forms of its English name, as data/places.yaml has them. */
export interface PlaceRow {
  forms: readonly string[];
  /** The form that the large agencies all write now. */
  write?: string;
  /** Misspelt forms. */
  wrong?: readonly string[];
  /** What makes a misspelt form wrong where no right one stands. */
  beside?: readonly string[];
  /** Houses differ: of two forms that stand as often the first in the story is right. */
  equal?: boolean;
  /** Forms of another time. */
  old?: readonly string[];
  /** Phrases that keep their form: brands, clubs, institutions. */
  names?: readonly string[];
  /** Words before the name that make it history or another thing. */
  after?: readonly string[];
}

/** The compiled asset `places.json`. */
export interface PlaceData {
  rows: readonly PlaceRow[];
  /** Country names that take an article, or are rivers or people too. */
  article: readonly string[];
  /** States of America, in full and shortened. */
  states: readonly string[];
  /** Countries in other languages that look like misspelt English names. */
  foreign: readonly string[];
  /** Cities and regions; only for slips, hyphens and capitals. */
  gazetteer?: GazetteerData;
}

/** A place with all that a rule asks of it. */
export interface Place {
  /** The first form of its row; one place has one. */
  readonly id: string;
  readonly forms: readonly string[];
  readonly write?: string;
  /** The form on the team's list. */
  readonly house?: string;
  readonly wrong: ReadonlySet<string>;
  readonly beside?: RegExp;
  readonly equal: boolean;
  readonly old: ReadonlySet<string>;
  readonly names: readonly string[];
  readonly after: ReadonlySet<string>;
}

/** A form of a place's name, by its words. */
export interface PlaceForm {
  readonly place: Place;
  readonly text: string;
  readonly words: readonly string[];
}

/** Places whose names have several forms. */
export interface Places {
  /** Forms that begin with the word, longest first. */
  startingWith(word: string): readonly PlaceForm[];
  /** True where the text goes on with a state of America behind a town: «, Texas». */
  inState(text: string): boolean;
}

const none: readonly never[] = [];

/**
 * Indexes places by the first word of each form.
 *
 * @param terms places of the team's list: the form that the house writes and the forms that it doesn't
 */
export function readPlaces(
  { rows: builtIn, states }: Pick<PlaceData, 'rows' | 'states'>,
  terms: readonly { preferred: string; banned: readonly string[]; kind: string }[] = [],
): Places {
  const house = new Map<PlaceRow, string>();
  const rows = [...builtIn];
  for (const { preferred, banned, kind } of terms) {
    if (kind !== 'place') continue;
    const row = rows.find(({ forms }) => forms.includes(preferred));
    const whole: PlaceRow = { ...row, forms: [...new Set([preferred, ...(row?.forms ?? []), ...banned])] };
    if (row) rows.splice(rows.indexOf(row), 1, whole);
    else rows.push(whole);
    house.set(whole, preferred);
  }
  const index = new Map<string, PlaceForm[]>();
  for (const row of rows) {
    const place: Place = {
      id: row.forms[0] ?? '',
      forms: row.forms,
      write: row.write,
      house: house.get(row),
      wrong: new Set(row.wrong),
      ...(row.beside && { beside: new RegExp(`\\b(?:${row.beside.map(escapePattern).join('|')})(?!\\p{L})`, 'u') }),
      equal: row.equal ?? false,
      old: new Set(row.old),
      names: row.names ?? [],
      after: new Set(row.after),
    };
    for (const text of new Set([...row.forms, ...(row.wrong ?? [])])) {
      const words = text.split(' ');
      const first = words[0] ?? '';
      index.set(first, [...(index.get(first) ?? []), { place, text, words }]);
    }
  }
  for (const forms of index.values()) forms.sort((a, b) => b.words.length - a.words.length);
  const state = new RegExp(`^, (?:${states.map(escapePattern).join('|')})(?!\\p{L})`, 'u');
  return {
    startingWith: (word) => index.get(word) ?? none,
    inState: (text) => states.length > 0 && state.test(text),
  };
}
