import type { Steps } from '../../text/index.ts';
import { indexOverlaps, mapInSteps } from '../../text/index.ts';
import type { IsWord, Knowledge, Models } from '../knowledge/index.ts';
import { isTurkicProse, judge, lowerTurkic } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { readDetached } from './detached.ts';
import { countCapitalised, elsewhereOdds, isTurkic, lettersElsewhere, tellElsewhere } from './elsewhere.ts';
import { closeEnd, question } from './ends.ts';
import { readLigature } from './ligatures.ts';
import { readLoan } from './loans.ts';
import type { Losses, LostWord } from './lost.ts';
import { areDoubled, findLost, halve } from './lost.ts';
import type { LostMark } from './marks.ts';
import type { MendEvidence, Told, Witnesses } from './mentions.ts';
import { findWitness, gatherWitnesses, rememberTold } from './mentions.ts';
import { restoreOtherProse } from './other-prose.ts';
import { isSurname, readWord } from './readings.ts';
import { beginsSentence, goesOnSmall, tellStart } from './sentences.ts';
import type { Story } from './story.ts';
import { inferStory, losesPlain, readsAsWord, tellAscii, tellBytes } from './story.ts';

/**
 * Restores lost letters and marks. All damaged words of the document are decided together.
 *
 * @param sources the blocks' texts after what can be proved was mended
 * @param suspicious which of them hold holes
 * @returns repairs of each text
 */
export function* restoreLost(
  sources: readonly string[],
  suspicious: readonly boolean[],
  evidence: MendEvidence,
  knowledge: Knowledge,
): Steps<Repair[][]> {
  const texts = sources.map(blankTags);
  const others = yield* restoreOtherProse(texts, suspicious, evidence, knowledge);
  const left = suspicious.map((one, i) => one && !others[i]);
  const ours = yield* restoreOurs(texts, left, evidence, knowledge);
  return ours.map((repairs, i) => others[i] ?? repairs);
}

/** Tags of HTML that stand in plain text, their attributes' values left. */
const tag =
  /<\/?(?:a|abbr|b|br|dd|div|dl|dt|em|figcaption|h[1-6]|i|img|input|label|li|ol|option|p|small|span|strong|td|th|tr|u|ul)(?![\w-])(?:\s[^<>"']*)?\/?>/gi;

/** A text with spaces for its tags: what stands between them is read as words, not as code. */
function blankTags(text: string): string {
  return text.includes('</') ? text.replace(tag, (whole) => ' '.repeat(whole.length)) : text;
}

/** The same in English, Turkish and Azerbaijani, names of any language among them. */
function* restoreOurs(
  texts: readonly string[],
  suspicious: readonly boolean[],
  evidence: MendEvidence,
  knowledge: Knowledge,
): Steps<Repair[][]> {
  const { tables, models, names, usual, ligatures, isWord, isEnglish } = knowledge;
  const loaded = suspicious.some(Boolean) ? models() : undefined;
  if (!loaded) return texts.map(() => []);
  const isName = (word: string) => {
    const matches = names().match(word);
    if (matches.some((match) => isTurkic(match) && match.frequent) || tables.loans.has(word.toLowerCase())) return true;
    // «Guly?s» is no possessive, and «Pal?da» lost no apostrophe: English has no «Guly».
    const stem = /^\p{Lu}\p{Ll}{2,}(?=[?\ufffd]\p{Ll})/u.exec(word)?.[0];
    return stem !== undefined && matches.length > 0 && isEnglish?.(stem) === false;
  };
  const reads = (word: string) => isWord !== undefined && readsAsWord(word, loaded, isWord);
  const found = yield* mapInSteps(texts, (text, i) => {
    const turkish = suspicious[i] === true && midHole.test(text) && isTurkicProse(text, loaded.prose, reads);
    const holed = turkish && !/[ğışəĞİŞƏ]/.test(text);
    const losses = suspicious[i]
      ? findLost(text, tables, turkish, holed, isName, isEnglish)
      : { words: [], marks: [], pieces: [] };
    return { text, turkish, holed, ...losses };
  });
  if (found.every(({ pieces }) => pieces.length === 0)) return found.map(({ marks }) => marks.map(markRepair));
  // A hole in the middle of a word is damage for sure; the others are weighed in its light.
  const sure = found.flatMap(({ text, words, holed }) =>
    words.filter((word) => !word.openEnd || /[?\ufffd]./.test(word.text) || (holed && goesOnSmall(word, text))),
  );
  const known = names();
  const doubled = areDoubled(sure, (word) => known.match(word).length > 0);
  if (doubled)
    for (const { words, pieces } of found) for (const word of [...words, ...pieces]) word.text = halve(word.text);
  const lengths = new Set(
    found.flatMap(({ pieces }) => pieces.flatMap(({ text }) => [text.length, text.length - 1, text.length - 2])),
  );
  const witnesses = yield* gatherWitnesses(texts, evidence, lengths);
  const story = yield* tellStory(found, sure, texts, doubled, witnesses, knowledge, loaded);
  const prosaic = { usual: usual(story.language), isWord: story.language === 'tr' ? isWord : undefined };
  // In prose a small word is no name that lost its marks elsewhere: Azerbaijani «edən» and «edin» are two words.
  const prose = found.some(({ turkish }) => turkish);
  const isCommon = (word: string) => (prose && /^\p{Ll}/u.test(word)) || isEnglish?.(word.toLowerCase()) === true;
  const told = rememberTold((word) => {
    const own = /\ufffd/.test(word) ? story.letters.replacement : story.letters.question;
    const others = lettersElsewhere(word, story.elsewhere, tables);
    return findWitness(
      word,
      story.elsewhere.odds > elsewhereOdds ? [...others, own] : [own, ...others],
      witnesses,
      isCommon,
      prose && story.western && story.shown && /^\p{Ll}/u.test(word)
        ? (letter) => letter > '\u007f' && !/[çöü]/i.test(letter)
        : undefined,
    );
  });
  const by = { tables, models: loaded, names: known, isWord };
  const readings = new Map<string, Repair>();
  const read = (word: LostWord, small: boolean, turkish: boolean, text: string): Repair => {
    const first = turkish && beginsSentence(word, text);
    const key = `${word.text} ${small} ${turkish} ${first}`;
    const before = readings.get(key);
    if (before) return { ...before, start: word.start, end: word.end };
    const repair = readWord(word, story, by, small, turkish ? { ...prosaic, first } : undefined);
    readings.set(key, repair);
    return repair;
  };
  const damaged = sure.length > 0;
  return yield* mapInSteps(found, ({ text, turkish, holed, words, marks, pieces }) => {
    const repairs = pieces.flatMap((piece) =>
      readByMention(
        piece,
        text,
        story,
        told,
        witnesses,
        damaged && !looksEnglish(piece.text.toLowerCase(), loaded, isEnglish),
      ),
    );
    const isReadWhole = indexOverlaps(repairs);
    for (const mark of marks) if (!isReadWhole(mark.start, mark.end)) repairs.push(markRepair(mark));
    const isRead = indexOverlaps(repairs);
    const surroundings = {
      text,
      damaged,
      turkish,
      holed,
      story,
      models: loaded,
      names: known,
      witnesses,
      tables,
      isWord: prosaic.isWord,
      isEnglish,
    };
    for (const word of words) {
      if (isRead(word.start, word.end)) continue;
      const apart = turkish || known.match(word.text).length > 0 ? undefined : readDetached(word, tables, known);
      const outright =
        apart ?? (turkish ? undefined : (readLigature(word, ligatures()) ?? readLoan(word, text, tables, isEnglish)));
      const kept = outright || !word.openEnd ? word : closeEnd(word, surroundings);
      if (!kept) continue;
      const suffix = kept.suffix ? tables.suffixes.get(kept.text.replaceAll('\ufffd', '?')) : undefined;
      const begins = turkish ? tellStart(text, kept, known, prosaic.usual, repairs) : 'capital';
      const repair =
        outright ??
        (suffix === undefined ? read(kept, begins === 'small', turkish, text) : suffixRepair(kept, suffix, story));
      const silent =
        !turkish &&
        !kept.suffix &&
        known.match(kept.text).length === 0 &&
        (looksEnglish(kept.text, loaded, isEnglish) ||
          (isSmall(kept.text) && isWord !== undefined && !reads(kept.text)));
      if (outright || !silent) repairs.push(begins === 'either' ? leaveStartOpen(repair, prosaic.isWord) : repair);
    }
    return repairs.sort((a, b) => a.start - b.start);
  });
}

/** A text, what it has lost, and whether it is Turkish or Azerbaijani prose. */
interface Holed extends Losses {
  text: string;
  turkish: boolean;
}

/** What became of the document's letters: by all damaged words, what is alive beside them, and the undamaged mentions. */
function* tellStory(
  found: readonly Holed[],
  sure: readonly LostWord[],
  texts: readonly string[],
  doubled: boolean,
  witnesses: Witnesses,
  { tables, names, isWord, isEnglish }: Knowledge,
  models: Models,
): Steps<Story> {
  const all = found.flatMap(({ words }) => words);
  const beside = found.flatMap(({ text, words }) => (words.length > 0 ? [text] : [])).join('\n');
  const prose = found.flatMap(({ text, turkish }) => (turkish ? [text] : [])).join('\n');
  const from = sure.length > 0 ? sure : all;
  const conversion = inferStory(from, beside, texts.join('\n'), prose, models, names(), isWord, isEnglish);
  yield;
  const named = sure.length > 0 ? all.filter(({ text }) => /^[\p{Lu}?\ufffd]/u.test(text)) : all;
  const elsewhere = tellElsewhere(named, yield* countCapitalised(texts), tables, names());
  yield;
  if (doubled) return { ...tellBytes(conversion), elsewhere };
  // A mention may show that ç, ö or ü is gone too, unless they live in more words: «s?kmə» may be «səkmə» beside «sökmə».
  const words = [...new Set(all.map(({ text }) => text))];
  const plainLost = words.filter((word) => {
    const mention = word.includes('?') ? findWitness(word, [], witnesses)?.readings[0] : undefined;
    return mention !== undefined && losesPlain(mention.toLowerCase(), word);
  });
  const plainLives = words.filter((word) => /[çöü]/iu.test(word));
  return {
    ...(plainLost.length > plainLives.length && conversion.western ? tellAscii(conversion) : conversion),
    elsewhere,
  };
}

/** A small word of English with a mark inside or before it, of which nothing can be said: `fil?`, `?source`. */
function looksEnglish(word: string, { prose }: Models, isEnglish: IsWord | undefined): boolean {
  if (/^\?\p{Ll}+$/u.test(word)) return isEnglish ? isEnglish(word.slice(1)) : judge(word.slice(1), prose) < -1;
  return /^\p{Ll}[\p{Ll}?]*$/u.test(word) && judge(word, prose) < 0;
}

/** A word of small letters with question marks: among English ones it must be known to be damaged. */
function isSmall(word: string): boolean {
  return /^\p{Ll}[\p{L}?]*$/u.test(word);
}

/** «?dal?t»: the name «Ədalət», or justice. The dictionary may know that it is a name, and so does its ending. */
function leaveStartOpen(repair: Repair, isWord: IsWord | undefined): Repair {
  const [name = '', ...others] = repair.readings;
  const small = lowerTurkic(name);
  if (repair.certainty !== 'single' || others.length > 0 || isSurname(small) || isWord?.(small) === false)
    return repair;
  return { ...repair, readings: [name, small], certainty: 'choices' };
}

/** A question mark where no question ends. */
const midHole = /\p{L}[?\ufffd][\p{L}?\ufffd,;]|(?:^|[\s"“(])[?\ufffd]\p{L}|[?\ufffd] \p{Ll}/u;

/** After an apostrophe little can stand. */
function suffixRepair({ start, end }: LostWord, suffix: string, { text }: Story): Repair {
  return {
    start,
    end,
    kind: 'encoding-lost-letter',
    story: text,
    readings: [suffix],
    certainty: 'single',
    evidence: { kind: 'rule' },
  };
}

function markRepair({ start, end, readings }: LostMark): Repair {
  const one = readings.length === 1;
  return {
    start,
    end,
    kind: 'encoding-lost-mark',
    readings,
    certainty: one ? 'single' : 'choices',
    evidence: { kind: one ? 'rule' : 'model' },
    story: 'in a conversion',
  };
}

/**
 * Reads a word as it stands elsewhere: that beats every other evidence. The last `?` may be the sentence's own.
 *
 * @param folded whether a mention without marks may stand for a word whose only hole is its last: «stage?» is no «stages»
 */
function readByMention(
  piece: LostWord,
  text: string,
  story: Story,
  find: (word: string) => Told | undefined,
  witnesses: Witnesses,
  folded: boolean,
): Repair[] {
  const shorter = { ...piece, text: piece.text.replace(/[?\ufffd]$/, ''), end: piece.end - 1 };
  const pure = /^[^?\ufffd]*$/.test(shorter.text);
  // A whole word before a question's own mark is that word.
  if (pure && (witnesses.get(shorter.text.length) ?? []).some(({ word }) => word === shorter.text)) return [];
  if (pure && question.test(text.slice(Math.max(0, piece.start - 160), piece.start))) return [];
  for (const word of /[?\ufffd]$/.test(piece.text) && !pure ? [piece, shorter] : [piece]) {
    const told = find(word.text);
    if (
      told &&
      !(pure && !folded && told.evidence.kind !== 'mention' && !/[^\0-\x7f]/.test(told.evidence.detail ?? ''))
    )
      return [
        {
          start: word.start,
          end: word.end,
          kind: 'encoding-lost-letter',
          story: story.text,
          readings: told.readings,
          certainty: told.readings.length === 1 ? 'single' : 'choices',
          evidence: told.evidence,
        },
      ];
  }
  return [];
}
