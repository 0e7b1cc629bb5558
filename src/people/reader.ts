import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Atoms, ReadClue } from './atoms.ts';
import { ahead, Caps, Gap, readAtoms } from './atoms.ts';
import type { LetterCase } from './cast.ts';

/** What a word may begin or be. */
export const Clue = {
  office: 1,
  rank: 2,
  country: 4,
  field: 8,
  body: 16,
  modifier: 32,
  honorific: 64,
  plain: 128,
  particle: 256,
} as const;

/** A block being read for people. */
export interface Reader {
  readonly parsed: ParsedBlock;
  readonly lexicon: Lexicon;
  readonly atoms: Atoms;
  /** `Clue` bits of each atom. */
  readonly clues: Uint16Array;
  /** Most words of the block are capitalised (a headline), or all letters are capitals. */
  readonly titleCase: boolean;
  readonly allCaps: boolean;
}

const cluesByLexicon = new WeakMap<Lexicon, ReadClue>();

function clueReader(lexicon: Lexicon): ReadClue {
  const known = cluesByLexicon.get(lexicon);
  if (known) return known;
  const read: ReadClue = (word) => readClues(word, lexicon);
  cluesByLexicon.set(lexicon, read);
  return read;
}

/** Opens a block for reading. */
export function openReader(parsed: ParsedBlock, lexicon: Lexicon, vocabulary: Vocabulary): Reader {
  const atoms = readAtoms(parsed, vocabulary, clueReader(lexicon));
  const { long, lower, upper } = atoms;
  for (let i = 0; i < atoms.count; i++)
    if (atoms.caps[i] === Caps.title && isLetterOfMore(atoms, i, parsed.text)) atoms.caps[i] = Caps.initial;
  findRuns(atoms, lexicon);
  const allCaps = long > 2 && upper * 10 >= long * 8;
  return {
    parsed,
    lexicon,
    atoms,
    clues: atoms.clues,
    allCaps,
    titleCase: isHeading(parsed) && !allCaps && long > 3 && lower * 5 <= long,
  };
}

// One letter of Cyrillic that English writes with two or three; the last four are Chinese names too.
const longLetters = /^(?:zh|kh|sh|ch|ts|dzh|yu|ya|ye|yo)$/;
const isName = /^y/;

/** «Yu. Kelmurov»: an initial of two letters; in «Wang Yu. Later …» it is a name. */
function isLetterOfMore({ caps, clues, folded, end }: Atoms, i: number, text: string): boolean {
  const word = folded[i] ?? '';
  if (word.length > 3 || text.charCodeAt(end[i] ?? 0) !== 0x2e || !longLetters.test(word)) return false;
  const afterName = caps[i - 1] === Caps.title && !((clues[i - 1] ?? 0) & (Clue.rank | Clue.office | Clue.honorific));
  return !(isName.test(word) && afterName);
}

function readClues(word: string, { offices, ranks, nameWords }: Lexicon): number {
  return (
    (offices.wordings.begins(word) ? Clue.office : 0) |
    (ranks.wordings.begins(word) ? Clue.rank : 0) |
    (offices.countries.begins(word) ? Clue.country : 0) |
    (offices.fields.begins(word) ? Clue.field : 0) |
    (offices.bodies.begins(word) ? Clue.body : 0) |
    (offices.modifiers.has(word) ? Clue.modifier : 0) |
    (nameWords.honorifics.has(word) ? Clue.honorific : 0) |
    (nameWords.plain.has(word) ? Clue.plain : 0) |
    (nameWords.particles.has(word) ? Clue.particle : 0)
  );
}

/** Finds how far spaces and hyphens join the words of a phrase. */
function findRuns({ count, gap, folded, end, rawEnd, runEnd }: Atoms, { nameWords }: Lexicon): void {
  for (let i = count + ahead - 1; i >= 0; i--) {
    const last = i + 1 >= count;
    const tie = gap[i + 1];
    const isTied =
      !last &&
      (tie === Gap.space || tie === Gap.hyphen || (isStop(tie) && nameWords.shortened.has(folded[i] ?? ''))) &&
      (rawEnd[i] ?? 0) <= (end[i] ?? 0);
    runEnd[i] = isTied ? (runEnd[i + 1] ?? 0) : i + 1;
  }
}

/** True for the gaps that a full stop makes. */
export const isStop = (gap: number | undefined): boolean =>
  gap === Gap.stopSpace || gap === Gap.stopHyphen || gap === Gap.stop;

/** True for the shortened words of titles, which a full stop doesn't cut off from the name. */
export const isAbbreviation = ({ lexicon }: Reader, folded: string): boolean => lexicon.nameWords.shortened.has(folded);

const small = new Set(['of', 'the', 'and', 'in', 'for', 'to', 'j', 'g', 'de', 's']);

/** How the capitals of a run of atoms stand; small words don't count. */
export function readLetterCase({ atoms }: Reader, from: number, to: number): LetterCase {
  let lower = 0;
  let title = 0;
  let upper = 0;
  for (let i = from; i < to; i++) {
    if (small.has(atoms.folded[i] ?? '')) continue;
    const caps = atoms.caps[i];
    if (caps === Caps.lower) lower++;
    else if (caps === Caps.upper && (atoms.folded[i]?.length ?? 0) > 3) upper++;
    else if (caps !== Caps.other) title++;
  }
  if (lower > 0) return title + upper > 0 ? 'mixed' : 'lower';
  return upper > 0 && title === 0 ? 'upper' : 'title';
}

/** True when a hyphen ties two of the atoms. */
export function isHyphenated({ atoms }: Reader, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (atoms.gap[i] === Gap.hyphen || atoms.gap[i] === Gap.stopHyphen) return true;
  return false;
}

const isHeading = ({ role }: ParsedBlock) => role === 'headline' || role === 'subhead';
