import { judge } from './letters.ts';
import type { LostWord } from './lost.ts';
import { areDoubled, findLost, halve } from './lost.ts';
import type { MendEvidence } from './mend.ts';
import type { Witnesses } from './mentions.ts';
import { findWitness, gatherWitnesses } from './mentions.ts';
import type { KnownName, Names } from './names.ts';
import type { Repair } from './repair.ts';
import type { Models, Story } from './story.ts';
import { dressLike, inferStory, readLost, tellBytes } from './story.ts';
import type { Tables } from './tables.ts';
import { lowerTurkic } from './turkic.ts';

/** All that lost letters are restored from. */
export interface Knowledge {
  tables: Tables;
  /** Whether a word with ð þ ý is misread Turkish. */
  misread: Int8Array | undefined;
  models(): Models | undefined;
  names(): Names;
}

/** Nats that a reading must lead by to be the only one. */
const certainLead = 4;
/** The same where the lead rests on a list of names, which may lack the rarer name. */
const certainNameLead = 8;
/** Nats that a name on a list is worth. */
const nameWorth = 4;

/**
 * Restores lost letters and marks. All damaged words of the document are decided together.
 *
 * @param texts the blocks' texts after what can be proved was mended
 * @param suspicious which of them hold holes
 * @returns repairs of each text
 */
export function restoreLost(
  texts: readonly string[],
  suspicious: readonly boolean[],
  { team, folder }: MendEvidence,
  { tables, models, names }: Knowledge,
): Repair[][] {
  const found = texts.map((text, i) =>
    suspicious[i] ? findLost(text, tables, isHoledProse(text, tables)) : { words: [], marks: [], pieces: [] },
  );
  const loaded = found.some(({ pieces }) => pieces.length > 0) ? models() : undefined;
  if (!loaded) return found.map(({ marks }) => marks.map(markRepair));
  // A hole in the middle of a word is damage for sure; the others are weighed in its light.
  const sure = found.flatMap(({ words }) => words.filter((word) => !word.openEnd || /[?\ufffd]./.test(word.text)));
  const all = found.flatMap(({ words }) => words);
  const known = names();
  const doubled = areDoubled(sure, (word) => known.match(word).length > 0);
  if (doubled)
    for (const { words, pieces } of found) for (const word of [...words, ...pieces]) word.text = halve(word.text);
  const beside = texts.filter((_, i) => (found[i]?.words.length ?? 0) > 0).join('\n');
  const told = inferStory(sure.length > 0 ? sure : all, beside, texts.join('\n'), loaded, known);
  const story = doubled ? tellBytes(told) : told;
  const lengths = new Set(
    found.flatMap(({ pieces }) => pieces.flatMap(({ text }) => [text.length, text.length - 1, text.length - 2])),
  );
  const witnesses = gatherWitnesses(texts, team, folder, lengths);
  return found.map(({ words, marks, pieces }, i) => {
    const text = texts[i] ?? '';
    const turkish = words.length > 0 && isTurkicProse(text, tables);
    const repairs = pieces.flatMap((piece) => readByMention(piece, text, story, witnesses));
    const isRead = ({ start, end }: { start: number; end: number }) =>
      repairs.some((repair) => repair.start < end && repair.end > start);
    for (const mark of marks) if (!isRead(mark)) repairs.push(markRepair(mark));
    for (const word of words) {
      if (isRead(word)) continue;
      const kept = word.openEnd
        ? closeEnd(word, text, sure.length > 0, turkish, story, loaded, known, witnesses, tables)
        : word;
      if (kept) repairs.push(readWord(kept, story, loaded, known, turkish && isSmallStart(text, kept, known, repairs)));
    }
    return repairs.sort((a, b) => a.start - b.start);
  });
}

function markRepair({ start, end, reading }: { start: number; end: number; reading: string }): Repair {
  return {
    start,
    end,
    kind: 'encoding-lost-mark',
    readings: [reading],
    certainty: 'single',
    evidence: { kind: 'rule' },
    story: 'typographic marks lost in a conversion',
  };
}

/** Reads a word as it stands elsewhere: that beats every other evidence. The last `?` may be the sentence's own. */
function readByMention(piece: LostWord, text: string, story: Story, witnesses: Witnesses): Repair[] {
  const shorter = { ...piece, text: piece.text.replace(/[?\ufffd]$/, ''), end: piece.end - 1 };
  const pure = /^[^?\ufffd]*$/.test(shorter.text);
  // A whole word before a question's own mark is that word.
  if (pure && (witnesses.get(shorter.text.length) ?? []).some(({ word }) => word === shorter.text)) return [];
  if (pure && question.test(text.slice(Math.max(0, piece.start - 160), piece.start))) return [];
  for (const word of /[?\ufffd]$/.test(piece.text) && !pure ? [piece, shorter] : [piece]) {
    const letters = /\ufffd/.test(word.text) ? story.letters.replacement : story.letters.question;
    const told = findWitness(word.text, letters, witnesses);
    if (told)
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

function readWord(word: LostWord, story: Story, models: Models, names: Names, small: boolean): Repair {
  const about = { start: word.start, end: word.end, kind: 'encoding-lost-letter', story: story.text };
  const matches = names.match(word.text, story.fold);
  const readings = readLost(word.text, story, models, small);
  const own = matches.filter(({ language }) => language === 'tr' || language === 'az');
  const scored = rankReadings(word, readings, own, story, small);
  const foreign = matches.filter(
    ({ language, low }) => language !== 'tr' && language !== 'az' && isLikelyForeign(word.text, low, story),
  );
  const best = scored[0];
  if (own.length === 0 && foreign.length > 0) {
    const list = [...new Set(foreign.map(({ low }) => dressLike(word.text, low, small)))];
    const sure = list.length === 1 && isForeign(word.text, best?.text ?? '');
    const also = isForeign(word.text, best?.text ?? '') ? [] : scored.map(({ text }) => text);
    return {
      ...about,
      readings: [...list, ...also].slice(0, sure ? 1 : 3),
      certainty: sure ? 'single' : 'choices',
      evidence: { kind: 'lexicon' },
    };
  }
  if (!best || isForeign(word.text, best.text))
    return { ...about, readings: [], certainty: 'choices', evidence: { kind: 'model' } };
  const twin =
    story.doubtful && !own.some(({ language }) => language === story.language)
      ? readTwin(word, story, models, small)
      : undefined;
  if (twin && twin !== best.text) {
    const list = [best.text, twin, ...scored.slice(1).map(({ text }) => text)];
    return { ...about, readings: [...new Set(list)].slice(0, 3), certainty: 'choices', evidence: { kind: 'model' } };
  }
  const lead = best.score - (scored[1]?.score ?? Number.NEGATIVE_INFINITY);
  const bare = best.name && !scored[1]?.name;
  // ç, ö and ü are lost in a conversion to ASCII only: a single word is no proof of one.
  const daring =
    !story.shown && [...best.text].some((letter, i) => /[çöü]/i.test(letter) && isHole(word.text.charAt(i)));
  const certain = !daring && lead > (bare ? certainNameLead : certainLead);
  const list = scored.slice(0, certain ? 1 : 3).map(({ text }) => text);
  const ending = /(?:oğlu|zadə|oğulları)$/.exec(lowerTurkic(best.text))?.[0];
  const evidence = best.name
    ? { kind: 'lexicon' as const }
    : ending
      ? { kind: 'ending' as const, detail: ending }
      : { kind: 'model' as const };
  return { ...about, readings: list, certainty: certain ? 'single' : 'choices', evidence };
}

interface Ranked {
  text: string;
  score: number;
  name: boolean;
}

function rankReadings(
  word: LostWord,
  readings: readonly { text: string; score: number }[],
  own: readonly KnownName[],
  story: Story,
  small: boolean,
): Ranked[] {
  const listed = new Set(
    own.filter(({ language }) => language === story.language || story.language === 'az').map(({ low }) => low),
  );
  const ranked = readings.map(({ text, score }): Ranked => {
    const name = listed.has(lowerTurkic(text));
    return { text, score: score + (name && !small ? nameWorth : 0), name };
  });
  // Names of the other language, and names that best fit folded, that the story's own letters don't reach.
  for (const { low } of own) {
    const text = dressLike(word.text, low, small);
    if (ranked.some((one) => one.text === text)) continue;
    // Windows-1252 has ç, ö and ü: where one of them is alive, none was lost.
    const kept = story.western && [...low].some((letter, i) => /[çöü]/.test(letter) && isHole(word.text.charAt(i)));
    if (kept && story.shown) continue;
    ranked.push({ text, score: (readings[0]?.score ?? 0) + (story.fold ? 1 : kept ? -2 : -1), name: true });
  }
  return ranked.sort((a, b) => b.score - a.score);
}

function isHole(char: string): boolean {
  return char === '?' || char === '\ufffd';
}

/** The best reading in the other of the two languages, where the document leaves open which it is. */
function readTwin(word: LostWord, story: Story, models: Models, small: boolean): string | undefined {
  const { question, replacement } = story.letters;
  const add = (letters: readonly string[]) =>
    story.language === 'az' ? letters.filter((letter) => letter !== 'ə') : [...letters, 'ə'];
  const other: Story = {
    ...story,
    language: story.language === 'az' ? 'tr' : 'az',
    letters: { question: add(question), replacement: add(replacement) },
  };
  return readLost(word.text, other, models, small)[0]?.text;
}

/** A foreign name is offered where little was lost of it, and only letters that the conversion loses. */
function isLikelyForeign(word: string, low: string, story: Story): boolean {
  const lost = [...low].filter((_, i) => /[?\ufffd]/.test(word.charAt(i)));
  if (lost.length * 3 > low.length || low.length < 5) return false;
  return !story.western || !lost.some((letter) => /[\u00a0-\u00ff\u0161\u017e\u0153]/.test(letter));
}

/** Letters that neither Turkish nor Azerbaijani has, or clusters that only the neighbours do. */
function isForeign(word: string, reading: string): boolean {
  return (
    /[wáéíóúýàèìòùäëïåæøčřžěůňďťľĺŕąęłńśźżćđőű]/i.test(word) ||
    /cz|sz|[^aeıioöuüəâîû?]{4}/i.test(lowerTurkic(reading)) ||
    /(?:^|[^aeıioöuüəâîû])ğ/.test(lowerTurkic(reading))
  );
}

const question =
  /(?:^|[.!?]["”]?\s)["“]?(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have)\s[^.!]*$/iu;

/** A question word or particle in the sentence so far. */
const turkishQuestion =
  /(?<![\p{L}?])(?:ne|neden|neyi?n?|niçin|niye|nas[ı?]l|kim\p{L}*|hangi\p{L}*|kaç|nere\p{L}*|acaba|hani|m[ıiuü?][\p{L}?]*)(?![\p{L}])[^.!]*$/iu;

/** Turkish prose that has none of the letters which a conversion to Windows-1252 loses. */
function isHoledProse(text: string, tables: Tables): boolean {
  return !/[ğışəĞİŞƏ]/.test(text) && isTurkicProse(text, tables);
}

/** Decides whether the question mark at a word's end is a letter or the sentence's own. */
function closeEnd(
  word: LostWord,
  text: string,
  damaged: boolean,
  turkish: boolean,
  story: Story,
  models: Models,
  names: Names,
  witnesses: Witnesses,
  tables: Tables,
): LostWord | undefined {
  const inner = word.text.replace(/\?+$/, '');
  const tail = word.text.length - inner.length;
  const without = /[?\ufffd]/.test(inner) ? { ...word, text: inner, end: word.end - tail, openEnd: false } : undefined;
  const low = lowerTurkic(inner);
  const before = text.slice(Math.max(0, word.start - 160), word.start);
  const amongNames = /^\p{Lu}/u.test(inner) && /\p{Lu}[\p{L}?]+ $/u.test(before);
  if (!without && !amongNames && (tables.common.has(inner.toLowerCase()) || tables.common.has(low))) return undefined;
  // Letters that were lost elsewhere stand whole here: then the mark is a mark.
  if (!without && /[ğşəĞŞƏı]/.test(inner)) return undefined;
  const after = text.slice(word.end, word.end + 24);
  const goesOn = /^(?: \p{Ll}|,|;|['’]\p{Ll}|-\p{Ll})/u.test(after) && !/^ (?:diye|dedi|deyə|sor)/.test(after);
  const asks = question.test(before);
  if (asks && !damaged && !goesOn) return without;
  const named = names.match(word.text).length > 0;
  if (!without && (/¿[^?]*$/.test(before) || (!named && isForeign(word.text, low)))) return undefined;
  const nextName = /^ \p{Lu}[\p{L}?]/u.test(after);
  if (!damaged && !goesOn && !(nextName && named)) return without;
  let odds = judge(low.slice(-6), models.ends) + (damaged ? 2 : -1.5);
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
  if (damaged && isHoledProse(text, tables)) {
    // Prose ends its sentences: a `?` where nothing else does is the sentence's own, one in mid-sentence is a letter.
    const asks = turkishQuestion.test(before.split(/[.!?]\s+(?=\p{Lu})/u).at(-1) ?? '');
    if (goesOn) odds += 6;
    else if (/^\.(?:\s|$)/.test(after)) odds = asks ? -1 : odds + 4;
    else odds = asks || !/^ \p{Lu}/u.test(after) ? -1 : odds - 2;
    if (tail > 1 && odds <= 0) {
      const shorter = word.text.slice(0, -1);
      return { ...word, text: shorter, end: word.end - 1, openEnd: false };
    }
  }
  if (odds <= 0) return without;
  // Both at once: the last letter and the question mark.
  if (tail > 1 && !readLost(word.text, story, models)[0]) return without;
  return { ...word, openEnd: false };
}

/** Prose in Turkish or Azerbaijani rather than English with names. */
function isTurkicProse(text: string, tables: Tables): boolean {
  const english = text.match(/\b(?:the|of|and|in|to|is|was|for|on|that|said|with|who|he|she|has)\b/gi)?.length ?? 0;
  let turkic =
    text.match(
      /(?<![\p{L}?])(?:ve|bir|bu|da|de|ile|için|mi|ne|çok|daha|gibi|olan|ki|və|üçün|o|var|dedi|nasıl|değil|kadar)(?![\p{L}?])/giu,
    )?.length ?? 0;
  turkic += (text.match(/\p{Ll}*[?çöü]\p{Ll}+/gu)?.length ?? 0) > 2 && tables.common.size > 0 ? 1 : 0;
  return turkic > english;
}

/** In Turkish prose a word begins small unless a sentence begins or the word is a name beside names. */
function isSmallStart(text: string, word: LostWord, names: Names, repairs: readonly Repair[]): boolean {
  if (!/^[?\ufffd]\p{Ll}/u.test(word.text)) return false;
  const before = text.slice(Math.max(0, word.start - 40), word.start);
  const afterHole = repairs.some(({ end }) => end === word.start - 1);
  if (!afterHole && /(?:^|[.!?:…]["”’»)]*\s+|(?:^|[\s])[*–—-]\s+|["“«(]\s*)$/.test(before)) return false;
  const first = /(?:^|[.!?:…]["”’»)]*\s+)["“]?\p{Lu}[\p{L}?]*\s$/u.test(before);
  const beside = (!first && /\p{Lu}[\p{L}?]*\s$/u.test(before)) || /^ \p{Lu}/u.test(text.slice(word.end, word.end + 2));
  return !beside || names.match(word.text).length === 0;
}
