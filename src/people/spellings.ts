import type { PlacedMention } from './cast.ts';
import type { ReadForms } from './forms.ts';
import type { Likeness } from './similar.ts';
import { compareNames } from './similar.ts';

/** One word of a name as one mention writes it. Offsets are UTF-16 in the block's mended text. */
export interface WordUse {
  mention: PlacedMention;
  start: number;
  end: number;
  text: string;
}

/** A word that is written otherwise than most of the story writes it. */
export interface OddSpelling extends WordUse {
  /** What most of the story writes, or the team. */
  preferred: string;
  likeness: Likeness;
  /** A mention in the preferred spelling; undefined when only the team's list has it. */
  model?: WordUse;
}

/**
 * Words that are written otherwise than the winning spelling. The team's wins; then what most mentions write; of equals the
 * one that fits the story's other names (`weigh`), the one in the desk's own words, the one with its special letters, the
 * headline's, the first.
 */
export function findOddSpellings(
  uses: readonly WordUse[],
  team: string | undefined,
  weigh: (spelling: string) => number,
  read?: ReadForms,
): OddSpelling[] {
  const counts = new Map<string, number>();
  for (const { text } of uses) counts.set(text, (counts.get(text) ?? 0) + 1);
  if (counts.size < 2 && (!team || counts.has(team))) return [];
  const count = (spelling: string, where: (mention: PlacedMention) => boolean) =>
    uses.filter(({ text, mention }) => text === spelling && where(mention)).length;
  // Each is asked only of spellings that are equal so far.
  const scores: readonly ((spelling: string) => number)[] = [
    (spelling) => counts.get(spelling) ?? 0,
    weigh,
    (spelling) => count(spelling, ({ role, inQuote }) => role === 'body' && !inQuote),
    (spelling) => (isSpecial(spelling) ? 1 : 0),
    (spelling) => count(spelling, ({ role }) => role === 'headline'),
  ];
  const isAbove = (a: string, b: string): boolean => {
    for (const score of scores) {
      const lead = score(a) - score(b);
      if (lead !== 0) return lead > 0;
    }
    return false;
  };
  const preferred = team ?? [...counts.keys()].reduce((best, one) => (isAbove(one, best) ? one : best));
  const model = uses.find(({ text }) => text === preferred);
  return uses
    .filter(({ text }) => text !== preferred)
    .map((use) => ({ ...use, preferred, likeness: compareNames(use.text, preferred, read), model }));
}

const isSpecial = (name: string) => /[^\p{ASCII}]/u.test(name);
// One vowel tells of a scheme only behind the same consonant (Jafarli beside Mammadli).
const endings = /(?:yi|yy|iy|ii|ij|yj|[^aeiouy][yi])$/;

/**
 * How well a spelling fits the romanisation of the story's other names: how many of them end as it does (Zaluzhnyi beside
 * Syrskyi), and whether they keep special letters.
 *
 * @param others every word of every name, and how often it stands
 */
export function fitsScheme(spelling: string, others: ReadonlyMap<string, number>, read?: ReadForms): number {
  const ending = endings.exec(spelling)?.[0];
  let alike = 0;
  let special = 0;
  for (const [other, count] of others) {
    // Andriy and Oleksiy are so in every scheme.
    const sameEnding =
      ending !== undefined && endings.exec(other)?.[0] === ending && (ending !== 'iy' || other.endsWith('kiy'));
    const bothSpecial = special === 0 && isSpecial(spelling) && isSpecial(other);
    if (!(sameEnding || bothSpecial) || compareNames(other, spelling, read) !== 'different') continue;
    if (sameEnding) alike += count;
    if (bothSpecial) special = 1;
  }
  // One name tells of no scheme.
  return (alike > 1 ? alike : 0) + special;
}

/** True for two names of one list, which are two people. */
export const areListed = (a: PlacedMention, b: PlacedMention): boolean =>
  a.list !== undefined && a.list === b.list && a.block === b.block;

/** The surname of a mention. */
export const surnameUse = (mention: PlacedMention): WordUse => ({
  mention,
  ...mention.surnameSpan,
  text: mention.surname,
});

/** The given names of a mention, initials left out. */
export function givenUses(mention: PlacedMention): WordUse[] {
  const uses: WordUse[] = [];
  let from = 0;
  for (const text of mention.given?.split(/\s+/) ?? []) {
    const at = mention.text.indexOf(text, from);
    if (at < 0 || /^\p{L}\.?$/u.test(text)) continue;
    uses.push({ mention, start: mention.name.start + at, end: mention.name.start + at + text.length, text });
    from = at + text.length;
  }
  return uses;
}

// What each way of saying so has, without the letters that V8 compiles for long: most names have nothing of it before them.
const mayBeGloss = /spel|writ|tran|roman|known|render|style|sign|says|reads|born|\bor\b|\(/;
const spells =
  /(?:\b(?:spel(?:led|t|ls)|writ(?:ten|es)|transliterated|romani[sz]ed|transcribed|known|rendered|styled|signs?|says|reads|born|or)(?: (?:as|also|it|her|his|their|name|in \p{Lu}\p{L}+))* ?[“"‘']?|\((?:in \p{Lu}\p{L}+:? |\p{Lu}\p{L}+: ?|also |or )?[“"‘']?)$/u;
const closes =
  /^[”"’']?(?:\)|,? (?:in|on) (?:\p{Lu}|(?:her|his|the|their) (?:passport|documents?|papers))|,? (?:by|to) (?:some|others)\b)/u;

/** A spelling that is spoken of: «Shirinli (Şirinli in Azerbaijani)», «whose passport says “Erlan Nurgaliev”», «spelled Quliyeva in Baku». */
export function isGloss(text: string, { name }: PlacedMention): boolean {
  const before = text.slice(Math.max(0, name.start - 40), name.start);
  const after = text.slice(name.end, name.end + 24);
  if (/[“"‘']$/.test(before) && /^[,.]?[”"’']/.test(after) && !/[.!?:,][”"’']? [“"‘']$/.test(before)) return true;
  // «A pupil called Hans Holbeyn» is brought in by that name; «he is Hans Holbein, not Hans Holbeyn» puts it right.
  if (/\b(?:called|not) $/.test(before)) return true;
  if (!mayBeGloss.test(before) || !spells.test(before)) return false;
  return /\($|\([^)]*$/.test(before) || /(?:spel|writ|translit|romani|transcri|render)/.test(before.slice(-30))
    ? closes.test(after) || !before.trimEnd().endsWith('(')
    : closes.test(after);
}

/** Every word of every name, and how often it stands. */
export function countWords(groups: readonly (readonly PlacedMention[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const mentions of groups)
    for (const mention of mentions) {
      let words = wordsByMention.get(mention);
      if (!words) {
        words = [mention.surname, ...givenUses(mention).map(({ text }) => text)];
        wordsByMention.set(mention, words);
      }
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return counts;
}

const wordsByMention = new WeakMap<PlacedMention, readonly string[]>();
