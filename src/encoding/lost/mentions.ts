import type { Steps } from '../../text/index.ts';
import { Pace } from '../../text/index.ts';
import { dressLike, lowerTurkic } from '../knowledge/index.ts';
import type { Evidence } from '../repair.ts';
import { isHole } from '../repair.ts';

/** What is known outside the article when letters are restored. */
export interface MendEvidence {
  /** Names and terms of the team, then of the folder, as written. */
  team: readonly string[];
  folder: readonly string[];
}

/** A word that stands undamaged somewhere. */
export interface Witness {
  word: string;
  evidence: Evidence;
}

/** Undamaged words by length, to be matched against words with holes. */
export type Witnesses = ReadonlyMap<number, readonly Witness[]>;

const letter = /\p{L}/u;
const letterOrMark = /[\p{L}\p{M}]/u;
/** What is left of letters whose mark can't be taken off; ə is written e or a. */
const bases: Record<string, string> = { ı: 'i', ə: 'ea', ł: 'l', đ: 'd', ħ: 'h', ø: 'o' };
/** Letters of a word that must be alive for a mention without marks, and letters of a word inside a handle. */
const aliveLetters = 3;
const inHandle = 6;

/** Looks for an undamaged form of a word once, whatever the times that it is asked for. */
export function rememberTold(find: (word: string) => Told | undefined): (word: string) => Told | undefined {
  const known = new Map<string, Told | undefined>();
  return (word) => {
    if (!known.has(word)) known.set(word, find(word));
    return known.get(word);
  };
}

/** Gathers words of the given lengths from the blocks, the team's list and the folder. */
export function* gatherWitnesses(
  texts: readonly string[],
  { team, folder }: MendEvidence,
  lengths: ReadonlySet<number>,
): Steps<Witnesses> {
  const byLength = new Map<number, Witness[]>();
  const seen = new Set<string>();
  const isWanted = (length: number) => length > 2 && (length >= inHandle || lengths.has(length));
  const add = (word: string, evidence: Evidence) => {
    if (!lengths.has(word.length) && /[^\0-\x7f]/.test(word)) return;
    seen.add(word);
    const list = byLength.get(word.length);
    if (list) list.push({ word, evidence });
    else byLength.set(word.length, [{ word, evidence }]);
  };
  const addText = (text: string, block: number) =>
    eachWord(text, (start, end) => {
      if (!isWanted(end - start)) return;
      const word = text.slice(start, end);
      if (seen.has(word) || isHole(text.charCodeAt(start - 1)) || isHole(text.charCodeAt(end))) return;
      add(word, { kind: 'mention', at: { block, start, end } });
    });
  const pace = new Pace();
  for (const [block, text] of texts.entries()) {
    addText(text, block);
    if (pace.isDue(text.length)) yield;
  }
  const addAll = (kind: 'team' | 'folder', list: readonly string[]) => {
    for (const name of list)
      eachWord(name, (start, end) => {
        const word = name.slice(start, end);
        if (isWanted(end - start) && !seen.has(word)) add(word, { kind, detail: name });
      });
  };
  addAll('team', team);
  addAll('folder', folder);
  return byLength;
}

/** Visits the words of a text: a letter, and letters and marks behind it. */
function eachWord(text: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = text.charCodeAt(i);
    const inside =
      code < 0x80
        ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
        : i < text.length && (start < 0 ? letter : letterOrMark).test(text.charAt(i));
    if (inside && start < 0) start = i;
    else if (!inside && start >= 0) {
      visit(start, i);
      start = -1;
    }
  }
}

/** What the other mentions say of a damaged word. */
export interface Told {
  /** One reading, or several where mentions differ. */
  readings: readonly string[];
  evidence: Evidence;
}

/**
 * Finds an undamaged form of a damaged word: whole (`Bayraktaroğlu`), or without its marks (`Bayraktaroglu`), also inside
 * a handle (`selcukbayraktaroglu`).
 *
 * @param letters small letters that a hole may stand for, in a mention without marks: of each language, likeliest first
 * @param isCommon whether a word, as it is written, is a common one, which is no mention without its marks
 * @param isLost whether a letter of a whole mention may have been lost
 */
export function findWitness(
  word: string,
  letters: readonly (readonly string[])[],
  witnesses: Witnesses,
  isCommon: (word: string) => boolean = () => false,
  isLost: (letter: string) => boolean = isBeyondAscii,
): Told | undefined {
  const pattern = lowerPlain(word);
  const alive = pattern.replace(/[?\ufffd]/g, '').length;
  // Where nothing but the holes is the same, any word would do.
  if (alive < 2) return undefined;
  const whole = (witnesses.get(word.length) ?? []).filter((witness) => isWhole(pattern, witness.word, isLost));
  const told = tell(whole, ({ word: other }) => {
    const small = /^\p{Ll}/u.test(other);
    return dressLike(word, lowerTurkic(other), small);
  });
  if (told || alive < aliveLetters) return told;
  for (const [length, list] of witnesses) {
    if (length !== word.length && (length < word.length || word.length < inHandle)) continue;
    const folded = list.flatMap((witness) => {
      if (witness.evidence.kind === 'mention' && isCommon(witness.word)) return [];
      for (const own of letters) {
        const reading = unfold(pattern, witness.word, own);
        if (reading) return [{ ...witness, reading }];
      }
      return [];
    });
    const found = tell(folded, ({ reading }) => dressLike(word, reading));
    if (!found) continue;
    const { evidence } = found;
    const detail = folded[0]?.word ?? '';
    return {
      ...found,
      evidence: { ...evidence, kind: evidence.kind === 'mention' ? 'folded-mention' : evidence.kind, detail },
    };
  }
  return undefined;
}

/**
 * Finds an undamaged form of a damaged word of prose: whole, with letters of its language in the holes.
 *
 * @param dress puts a form into the capitals of the damaged word
 * @param letters small letters that a hole may stand for
 */
export function matchWhole(
  word: string,
  witnesses: Witnesses,
  dress: (other: string) => string,
  letters: ReadonlySet<string>,
): Told | undefined {
  const pattern = word.toLowerCase();
  const whole = (witnesses.get(word.length) ?? []).filter(({ word: other }) => {
    const low = other.toLowerCase();
    return [...pattern].every((have, i) => {
      const want = low.charAt(i);
      return have === '?' || have === '\ufffd' ? letters.has(want) : have === want;
    });
  });
  return tell(whole, ({ word: other }) => dress(other));
}

function tell<T extends Witness>(found: readonly T[], read: (witness: T) => string): Told | undefined {
  const first = found[0];
  return first && { readings: [...new Set(found.map(read))].slice(0, 3), evidence: first.evidence };
}

/** Small letters, one for each; a capital I may be either. */
function lowerPlain(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase();
}

const isBeyondAscii = (letter: string) => letter > '\u007f';

function isWhole(pattern: string, witness: string, isLost: (letter: string) => boolean): boolean {
  const other = lowerPlain(witness);
  const capitals = !/\p{Ll}/u.test(witness);
  for (let i = 0; i < pattern.length; i++) {
    const have = pattern.charAt(i);
    const want = other.charAt(i);
    if (have === '?' || have === '\ufffd') {
      const lost = isLost(witness.charAt(i)) || (witness.charAt(i) === 'I' && capitals);
      if (!lost) return false;
    } else if (have !== want && !(/[iı]/.test(have) && /[iı]/.test(want))) return false;
  }
  return true;
}

/** A word with holes read by a mention without marks that it is, or that begins or ends with it. */
function unfold(pattern: string, witness: string, letters: readonly string[]): string | undefined {
  if (/[^\0-\x7f]/.test(witness)) return undefined;
  const other = witness.toLowerCase();
  for (const from of new Set([0, other.length - pattern.length])) {
    let reading = '';
    for (let i = 0; i < pattern.length && reading.length === i; i++) {
      const have = pattern.charAt(i);
      const want = other.charAt(from + i);
      const lost = have === '?' || have === '\ufffd';
      if (lost) reading += letters.find((letter) => isBase(want, letter)) ?? '';
      else if (have === want || isBase(want, have)) reading += have;
    }
    if (reading.length === pattern.length) return /^[?\ufffd]/.test(pattern) ? reading.replace(/^ı/, 'i') : reading;
  }
  return undefined;
}

/** True when a letter of ASCII is what is left of another one without its mark. */
function isBase(plain: string, letter: string): boolean {
  return letter > '\u007f' && (bases[letter] ?? letter.normalize('NFD').charAt(0)).includes(plain) && plain !== '';
}
