import type { IsWord, Models, Names, Tables } from '../knowledge/index.ts';
import { isForeign, judge, lowerTurkic } from '../knowledge/index.ts';
import { isTurkic, readElsewhere } from './elsewhere.ts';
import type { LostWord } from './lost.ts';
import type { Witnesses } from './mentions.ts';
import { countLastLetters } from './sentences.ts';
import type { Story } from './story.ts';
import { readLost } from './story.ts';

export const question =
  /(?:^|[.!?]["”]?\s)["“]?(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have)\s[^.!]*$/iu;

/** How an item of a list stands in its quotation marks. */
const opensItem = /(?:^|[([,;:]\s?)["'“‘]$/u;
const closesItem = /^["'”’](?:\s?[,;:)\]]|$)/u;
const besideName = /^ \p{Lu}\p{Ll}/u;

/** What a word's end is weighed by. */
export interface Surroundings {
  /** The block's text. */
  text: string;
  /** True where words of the document have lost letters for sure. */
  damaged: boolean;
  /** True for Turkish prose, and for such without a single letter that a conversion to Windows-1252 loses. */
  turkish: boolean;
  holed: boolean;
  story: Story;
  models: Models;
  names: Names;
  witnesses: Witnesses;
  tables: Tables;
  /** The Turkish dictionary, in Turkish prose, and the English one. */
  isWord: IsWord | undefined;
  isEnglish: IsWord | undefined;
}

function isFrequent(text: string, names: Names): boolean {
  return names.match(text).some((match) => isTurkic(match) && match.frequent);
}

/** A line that is nothing but a name. */
const nameLine = /^\s*(?:[\p{Lu}?][\p{L}\p{M}?'’.-]*\s?){1,4}$/u;
/** Letters of its last word that must be alive; more where it stands alone. */
const leastInLine = 5;

/** «Jonas Kazlauskien?», and no more: a list has the name, or its ending is that of one, and nothing is asked. */
function isBareName(word: LostWord, text: string, { names, story }: Surroundings): boolean {
  const alive = word.text.replace(/\?/g, '').length;
  if (alive < leastInLine || text.slice(word.end).trim() !== '' || !nameLine.test(text)) return false;
  const matches = names.match(word.text);
  const alone = !text.trim().includes(' ');
  if (matches.some(({ frequent }) => frequent)) return !alone || alive > leastInLine;
  return !alone && readElsewhere(word, matches, story.elsewhere, false).length > 0;
}

/** Decides whether the question mark at a word's end is a letter or the sentence's own. */
export function closeEnd(word: LostWord, surroundings: Surroundings): LostWord | undefined {
  const { text, damaged, turkish, holed, story, models, names, witnesses, tables, isWord, isEnglish } = surroundings;
  const inner = word.text.replace(/\?+$/, '');
  const tail = word.text.length - inner.length;
  const without = /[?\ufffd]/.test(inner) ? { ...word, text: inner, end: word.end - tail, openEnd: false } : undefined;
  if (holed && !(tail === 1 && tables.turkic.has(lowerTurkic(inner)))) {
    const ends = story.language === 'az' ? models.ends : models.proseEnds;
    const fits = (count: number) => {
      const part = word.text.slice(0, inner.length + count);
      if (word.suffix) return tables.suffixes.has(part.replaceAll('\ufffd', '?'));
      if (names.match(part).some(isTurkic)) return true;
      return isWord !== undefined && readLost(part, story, models, true).some((reading) => isWord(reading.text));
    };
    const letters = countLastLetters(word, inner, text, ends, damaged, fits);
    if (letters === 0) return without;
    return {
      ...word,
      text: inner + word.text.slice(inner.length, inner.length + letters),
      end: word.end - tail + letters,
      openEnd: false,
    };
  }
  const low = lowerTurkic(inner);
  const before = text.slice(Math.max(0, word.start - 160), word.start);
  const amongNames = /^\p{Lu}/u.test(inner) && /\p{Lu}[\p{L}?]+ $/u.test(before);
  const after = text.slice(word.end, word.end + 24);
  // «('Tokat', 'Mara?')», «Lamiy? Quliyeva».
  const isQuoted = damaged && opensItem.test(before) && closesItem.test(after) && isFrequent(word.text, names);
  const isItem = isQuoted || besideName.test(after);
  if (!without && !amongNames && !isQuoted && (tables.common.has(inner.toLowerCase()) || tables.common.has(low)))
    return undefined;
  // «What's the secret?»: whatever was lost elsewhere, a question may end in a word of English.
  if (
    !without &&
    !turkish &&
    isEnglish?.(inner.toLowerCase()) &&
    !((amongNames || isItem) && isFrequent(word.text, names))
  )
    return undefined;
  // Letters that were lost elsewhere stand whole here: then the mark is a mark.
  if (!without && /[ğşəĞŞƏı]/.test(inner)) return undefined;
  const goesOn = /^(?: \p{Ll}|,|;|['’]\p{Ll}|-\p{Ll})/u.test(after) && !/^ (?:diye|dedi|deyə|sor)/.test(after);
  if (isBareName(word, text, surroundings)) return { ...word, openEnd: false };
  const asks = question.test(before);
  if (asks && !damaged && !goesOn) return without;
  const named = names.match(word.text).length > 0;
  if (!without && (/¿[^?]*$/.test(before) || (!named && isForeign(word.text, low)))) return undefined;
  // «Topbas?»: a name whose ş was folded to s lost no letter after it.
  if (!without && !named && names.match(inner, true).some((one) => isTurkic(one) && one.frequent)) return undefined;
  const elsewhere = readElsewhere(word, names.match(word.text), story.elsewhere, false).length > 0;
  const mid = goesOn || /^ \p{Lu}[\p{L}?]/u.test(after);
  // «Pawe? Kowalik», «Micha? said»: in a story from there it is a name.
  if (elsewhere && mid && !asks && /^\p{Lu}/u.test(inner) && (story.elsewhere.languages[0]?.score ?? 0) > 3)
    return { ...word, openEnd: false };
  // «Mr. Kara? Mr. Ak?»: a title begins the next question.
  const nextName = /^ \p{Lu}[\p{L}?]/u.test(after) && !/^ (?:Mrs?|Ms|Dr|Prof)\b/.test(after);
  if (!damaged && !goesOn && !(nextName && named)) return without;
  // Where letters are whole that are lost here, the rest of the damage may have been mended.
  const mended = !turkish && /\p{L}[ğışəĞŞİ]|[ŞİƏ]\p{Ll}/u.test(text);
  let odds = judge(low.slice(-6), models.ends) + (damaged ? 2 : mended ? 1 : -1.5);
  if (goesOn) odds += turkish ? 2 : 4;
  else if (nextName) odds += 1;
  else if (/^["”’»)]*\s*$/.test(after)) odds -= 2.5;
  else odds -= 1;
  if (asks) odds -= 4;
  if (/^\p{Lu}/u.test(inner) && /\p{L}[,.]? $/u.test(before)) odds += 1;
  if (named) odds += 3;
  if (tail === 1 && (witnesses.get(inner.length) ?? []).some((other) => other.word === inner)) odds -= 3;
  // In lower case a Turkish question ends in a word that is whole.
  if (!damaged && /^\p{Ll}/u.test(inner)) odds -= 4;
  if (turkish && inner === 'm') odds += 6;
  if (odds <= 0) return without;
  // Both at once: the last letter and the question mark.
  if (tail > 1 && !readLost(word.text, story, models)[0]) return without;
  return { ...word, openEnd: false };
}
