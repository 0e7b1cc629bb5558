import type { ParsedBlock, Vocabulary } from '../language/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Atoms } from './atoms.ts';
import { foldedAt, Gap, readAtoms } from './atoms.ts';
import type { LetterCase, Mention } from './cast.ts';
import { Clue, indexOf } from './clues.ts';
import { knownForms } from './forms.ts';
import { Caps } from './pieces.ts';

/** A block being read for people. */
export interface Reader {
  readonly parsed: ParsedBlock;
  readonly lexicon: Lexicon;
  readonly atoms: Atoms;
  /** `Clue` bits of each atom. */
  readonly clues: Int32Array;
  /** What the block is to mentions. */
  readonly role: Mention['role'];
  /** Most words of the block are capitalised (a headline), or all letters are capitals. */
  readonly titleCase: boolean;
  readonly allCaps: boolean;
}

/** Opens a block for reading. */
export function openReader(parsed: ParsedBlock, lexicon: Lexicon, vocabulary: Vocabulary): Reader {
  const atoms = readAtoms(parsed, vocabulary, indexOf(lexicon));
  const { allClues } = atoms;
  if (allClues & Clue.letter) findLetters(atoms, parsed.text);
  const role = roleOf(parsed);
  // As in most blocks: no word in capitals.
  if (role !== 'headline' && !(allClues & Clue.capitals))
    return { parsed, lexicon, atoms, clues: atoms.clues, role, allCaps: false, titleCase: false };
  const { long, lower, upper } = countLong(atoms);
  const allCaps = long > 2 && upper * 10 >= long * 8;
  const titleCase = role === 'headline' && !allCaps && long > 3 && lower * 5 <= long;
  return { parsed, lexicon, atoms, clues: atoms.clues, role, allCaps, titleCase };
}

function roleOf(parsed: ParsedBlock): Mention['role'] {
  switch (parsed.role) {
    case 'headline':
    case 'subhead':
      return 'headline';
    case 'byline':
    case 'sign-off':
      return 'byline';
    case 'caption':
      return 'caption';
    default:
      return 'body';
  }
}

/** How many words have four letters or more, and how many of these are in small letters, in capitals. */
function countLong({ count, clues, caps }: Atoms): { long: number; lower: number; upper: number } {
  let long = 0;
  let lower = 0;
  let upper = 0;
  for (let i = 0; i < count; i++) {
    const clue = clues[i] ?? 0;
    if (!(clue & Clue.long)) continue;
    long++;
    if (clue & Clue.capitals) upper++;
    else if (caps[i] === Caps.lower) lower++;
  }
  return { long, lower, upper };
}

/** Finds initials of two letters and more: «Yu. Kelmurov». */
function findLetters(atoms: Atoms, text: string): void {
  for (let i = 0; i < atoms.count; i++)
    if (atoms.caps[i] === Caps.title && isLetterOfMore(atoms, i, text)) atoms.caps[i] = Caps.initial;
}

const isName = /^y/;

/** «Yu. Kelmurov»; in «Wang Yu. Later …» it is a name. */
function isLetterOfMore(atoms: Atoms, i: number, text: string): boolean {
  const { caps, clues, end } = atoms;
  if (!((clues[i] ?? 0) & Clue.letter) || text.charCodeAt(end[i] ?? 0) !== 0x2e) return false;
  const afterName = caps[i - 1] === Caps.title && !((clues[i - 1] ?? 0) & (Clue.rank | Clue.office | Clue.honorific));
  return !(isName.test(foldedAt(atoms, i)) && afterName);
}

/** True for a given name; what the lexicon says is kept with the word. */
export function isGiven({ atoms, lexicon }: Reader, i: number): boolean {
  const { given, folded } = atoms.pieces;
  const piece = atoms.piece[i] ?? 0;
  const known = given[piece] ?? lexicon.isGivenName(folded[piece] ?? '');
  given[piece] = known;
  return known;
}

/**
 * The name that some atoms write, from the first to the one before the last: one string for all mentions of it, which is looked
 * up again and again. That of one atom is kept with the word.
 */
export function nameIn({ atoms, lexicon, parsed }: Reader, from: number, to: number): string {
  const { names } = atoms.pieces;
  const piece = atoms.piece[from] ?? 0;
  const known = to - from === 1 ? names[piece] : undefined;
  if (known !== undefined) return known;
  const { name } = knownForms(lexicon)(parsed.text.slice(atoms.start[from], atoms.end[to - 1]));
  if (to - from === 1) names[piece] = name;
  return name;
}

/** True for the shortened words of titles, which a full stop doesn't cut off from the name. */
export const isAbbreviation = ({ clues }: Reader, i: number): boolean => ((clues[i] ?? 0) & Clue.shortened) !== 0;

/** How the capitals of a run of atoms stand; small words don't count. */
export function readLetterCase({ atoms, clues }: Reader, from: number, to: number): LetterCase {
  let lower = 0;
  let title = 0;
  let upper = 0;
  for (let i = from; i < to; i++) {
    const clue = clues[i] ?? 0;
    if (clue & Clue.small) continue;
    const caps = atoms.caps[i];
    if (caps === Caps.lower) lower++;
    else if (caps === Caps.upper && clue & Clue.long) upper++;
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
