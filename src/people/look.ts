import type { Atoms } from './atoms.ts';
import { foldedAt, isTied } from './atoms.ts';
import { Clue, phraseClues } from './clues.ts';
import type { Phrase, Seen } from './phrases.ts';
import { growPhrases, nothing } from './phrases.ts';
import { Caps } from './pieces.ts';
import type { Reader } from './reader.ts';

/** Looks for the longest phrases of every kind at an atom. */
export function look(reader: Reader, i: number): Readonly<Seen> {
  const { atoms, clues, lexicon } = reader;
  // As most words.
  if (!((clues[i] ?? 0) & phraseClues)) return nothing;
  const known = atoms.pieces.known[atoms.piece[i] ?? 0];
  if (!known) return nothing;
  known.phrases ??= growPhrases(foldedAt(atoms, i), lexicon);
  let phrase: Phrase | undefined = known.phrases;
  let { seen } = phrase;
  const goesOn = ((clues[i + 1] ?? 0) & (Clue.second | Clue.secondOfTitle)) !== 0;
  for (let next = i + 1; goesOn && phrase.next && isTied(atoms, next); next++) {
    phrase = phrase.next.get(foldedAt(atoms, next));
    if (!phrase) break;
    seen = phrase.seen;
  }
  if (seen.country && !isCountryHere(reader, i)) seen = { ...seen, country: undefined, countryLength: 0 };
  return seen.office ? goOnOverCountry(reader, i, seen) : seen;
}

const shortCountries = new Set(['us', 'uk', 'un', 'eu', 'uae', 'usa']);

/** «US» is a country, «us» and the «Un» of Kim Jong Un aren’t. */
export function isCountryHere({ atoms }: Reader, i: number): boolean {
  const caps = atoms.caps[i];
  if (caps === Caps.upper || caps === Caps.initial) return true;
  const folded = foldedAt(atoms, i);
  return folded.length > 4 || !shortCountries.has(folded);
}

/** «chief of the Turkish General Staff»: the wording goes on over the country. */
function goOnOverCountry({ atoms, clues, lexicon }: Reader, i: number, seen: Readonly<Seen>): Readonly<Seen> {
  const of = i + seen.officeLength;
  if (!isTied(atoms, of) || foldedAt(atoms, of) !== 'of') return seen;
  const at = isTied(atoms, of + 1) && foldedAt(atoms, of + 1) === 'the' ? of + 2 : of + 1;
  if (!((clues[at] ?? 0) & Clue.country)) return seen;
  const { wordings, countries } = lexicon.offices;
  const country = countries.longest((k) => wordOfRun(atoms, k, at), at);
  if (!country) return seen;
  const skip = country.length;
  const over = wordings.longest((k) => (k < at ? wordOfRun(atoms, k, i) : wordOfRun(atoms, k + skip, at + skip)), i);
  // An adjective, or a name with its ending: «the Turkish», «Türkiye’s».
  if (!over || over.length <= seen.officeLength + 1 || i + over.length <= at) return seen;
  return { ...seen, office: over.value, officeLength: over.length + skip, over: country.value.code };
}

/** The word at an atom, where it begins the run or is tied to the word before. */
export const wordOfRun = (atoms: Atoms, k: number, first: number): string | undefined =>
  k === first || isTied(atoms, k) ? foldedAt(atoms, k) : undefined;
