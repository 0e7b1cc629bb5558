import type { CountryNames } from './countries.ts';
import { escapePattern } from './dialect-signs.ts';
import type { GazetteerNames } from './gazetteer.ts';

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
  /** States of America, in full and shortened. */
  states: readonly string[];
  countries: CountryNames;
  /** Cities and regions; only for slips, hyphens and capitals. */
  gazetteer: GazetteerNames;
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
  const index = indexForms(rows);
  const forms = new Map<string, readonly PlaceForm[]>();
  const places = new Map<PlaceRow, Place>();
  const readPlace = (row: PlaceRow): Place => {
    const known = places.get(row);
    if (known) return known;
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
    places.set(row, place);
    return place;
  };
  let state: RegExp | undefined;
  return {
    startingWith(word) {
      const found = index.get(word);
      if (!found) return none;
      const known = forms.get(word);
      if (known) return known;
      const read = found.map(({ row, text }) => ({ place: readPlace(row), text, words: text.split(' ') }));
      read.sort((a, b) => b.words.length - a.words.length);
      forms.set(word, read);
      return read;
    },
    inState(text) {
      if (states.length === 0 || !text.startsWith(', ')) return false;
      state ??= new RegExp(`^, (?:${states.map(escapePattern).join('|')})(?!\\p{L})`, 'u');
      return state.test(text);
    },
  };
}

/** The forms of places by their first words. An article meets few of them: a place is made when one of its own is. */
function indexForms(rows: readonly PlaceRow[]): ReadonlyMap<string, readonly { row: PlaceRow; text: string }[]> {
  const index = new Map<string, { row: PlaceRow; text: string }[]>();
  for (const row of rows)
    for (const texts of [row.forms, row.wrong ?? none])
      for (const text of texts) {
        const blank = text.indexOf(' ');
        const first = blank < 0 ? text : text.slice(0, blank);
        const there = index.get(first);
        if (!there) index.set(first, [{ row, text }]);
        else if (!there.some((other) => other.row === row && other.text === text)) there.push({ row, text });
      }
  return index;
}
