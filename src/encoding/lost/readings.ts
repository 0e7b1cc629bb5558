import type { IsWord, KnownName, Models, Names, ProseWords, Tables } from '../knowledge/index.ts';
import { breaksHarmony, dressLike, isForeign, judge, lowerTurkic, upperTurkic } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { isHole } from '../repair.ts';
import { elsewhereOdds, isTurkic, readElsewhere } from './elsewhere.ts';
import { guessElsewhere } from './guess-elsewhere.ts';
import type { LostWord } from './lost.ts';
import { doubtOf, readOpenly } from './open-readings.ts';
import type { Ranked } from './prose-readings.ts';
import { searchProse } from './prose-readings.ts';
import type { Story } from './story.ts';
import { losesPlain, readLost } from './story.ts';

/** Nats that a reading must lead by to be the only one; more for Azerbaijani names, which have a letter more to lose. */
const certainLead = 5;
/** The same in prose, where most words are usual ones. */
const certainProseLead = 4;
const certainAzerbaijaniLead = 8;
/** Log odds from which a name on no list is taken for one of another language, whose letters nobody can tell. */
const foreignOdds = 2;
const surelyForeignOdds = 6;
/** The same where the lead rests on a list of names, which may lack the rarer name. */
const certainNameLead = 8;
/** Less where the story is surely Azerbaijani: there the list has most names, and few of them are twins. */
const certainAzerbaijaniNameLead = 6;
/** Letters of a name that is told although some of them were folded. */
const leastFolded = 6;
/** Nats below which letters leave open what a name is. */
const openLead = 3;
/** Nats by which a usual word leads the likelier letters. */
const usualLead = 3;
/** Nats that a name on a list is worth, and one that few bear. */
const nameWorth = 5;
const rareNameWorth = 3;
/** Nats by which a name of the language that the story is less likely of stands behind. */
const otherLanguage = 1.5;
/** What is left of a name's worth at the head of a sentence of prose. */
const firstWorth = 0.4;
/** What a single name says for another language; more must speak for it before letters are thought of that Windows-1252 has. */
const nameScore = 3;
/** What a word of the dictionary is worth in prose. */
const wordWorth = 6;

/** What a name of which letters were folded leads the letters by; less one of the other language, or that few bear. */
const foldedWorth = 1;

const turkicEnding = /(?:oğlu|zadə|oğulları)$/;
/** Log odds below which a name on no list is surely not of another language. */
const ownOdds = -1;
/** Odds of other languages below which nothing in the document speaks for one. */
const nowhereOdds = -1;
/** And from which a name of another language is a rival of a Turkish one: `R?zvan` beside Lucescu. */
const rivalOdds = -3;
/** Log odds from which a document's names are surely of another language. */
const surelyElsewhereOdds = 3;

/** What words with holes are read by. */
export interface ReadingKnowledge {
  tables: Tables;
  models: Models;
  names: Names;
  /** What a Turkish dictionary says, where there is one. */
  isWord: IsWord | undefined;
}

/** Reads a word with holes by the lists and the letters around them. */
export function readWord(
  word: LostWord,
  story: Story,
  { tables, models, names, isWord }: ReadingKnowledge,
  small: boolean,
  prose: ProseWords | undefined,
): Repair {
  const about = { start: word.start, end: word.end, kind: 'encoding-lost-letter', story: story.text };
  const plainly = names.match(word.text, story.fold);
  // «Dogubayaz?t»: some converters fold ğ and ş, and lose ı.
  const folded =
    plainly.length === 0 && !prose && word.text.length >= leastFolded
      ? names.match(word.text, true).filter(({ frequent }) => frequent)
      : [];
  const matches = folded.length > 0 ? folded : plainly;
  const readings = prose ? readLost(word.text, story, models, small) : readOpenly(word.text, story, models, small);
  const own = matches.filter(isTurkic);
  const ranked = rankReadings(word, readings, own, story, small, prose, names);
  const scored = prose
    ? [...searchProse(word.text, ranked, prose, names, story, models, small), ...ranked]
    : story.language === 'az'
      ? ranked
      : putWordFirst(word, ranked, isWord);
  const away = !prose && story.elsewhere.odds > elsewhereOdds;
  const likely = away ? matches : matches.filter(({ low }) => isLikelyForeign(word.text, low, story));
  const foreign = putKeptLast(word.text, readElsewhere(word, likely, story.elsewhere, small), story);
  const best = scored[0];
  const foreignJudged = judge(patternOf(word), models.foreign);
  if ((own.length === 0 || away) && foreign.length > 0) {
    const strange = isForeign(word.text, best?.text ?? '', story.language);
    // An ending alone leaves the rest of a name open: «Ram?nas» ends in -ūnas as well as in -ėnas.
    const listed = foreign.some((reading) => likely.some(({ low }) => low === reading.toLowerCase()));
    const sure =
      listed && foreign.length === 1 && own.length === 0 && (strange || story.elsewhere.odds > surelyElsewhereOdds);
    const also = away ? own.map(({ low }) => dressLike(word.text, low, small)) : scored.map(({ text }) => text);
    // The list of another language alone says little where the letters are those of the story's own.
    if (!away && own.length === 0 && !strange && foreignJudged < 0 && (story.elsewhere.languages[0]?.score ?? 0) <= 3)
      return {
        ...about,
        readings: [...new Set([...foreign, ...scored.slice(0, 1).map(({ text }) => text)])].slice(0, 3),
        certainty: 'choices',
        evidence: { kind: 'model' },
      };
    const more = !away && (strange || foreignJudged > foreignOdds) ? [] : also;
    return {
      ...about,
      readings: [...new Set([...foreign, ...more])].slice(0, sure ? 1 : 3),
      certainty: sure ? 'single' : 'choices',
      evidence: { kind: 'lexicon' },
    };
  }
  const other = word.text.includes('\ufffd') ? foreignOdds : surelyForeignOdds;
  const elsewhere = own.length === 0 && (away || (!prose && foreignJudged > other));
  if (!best || elsewhere || isForeign(word.text, best.text, story.language))
    return {
      ...about,
      readings: guessElsewhere(word, story, tables, names),
      certainty: 'choices',
      evidence: { kind: 'model' },
    };
  const twin =
    story.doubtful && !own.some(({ language }) => language === story.language)
      ? readTwin(word, story, models, small)
      : undefined;
  if (twin && twin !== best.text) {
    const list = [best.text, twin, ...scored.slice(1).map(({ text }) => text)];
    return { ...about, readings: [...new Set(list)].slice(0, 3), certainty: 'choices', evidence: { kind: 'model' } };
  }
  // Below zero where the dictionary's word was put before what its letters say.
  const lead = best.score - Math.max(...scored.slice(1).map((one) => one.score + doubtOf(one.text, word.text, story)));
  if (own.length === 0 && lead < certainLead && isHarsh(best.text)) {
    const known = [...new Set(names.collapsed(word.text).map(({ low }) => titleLike(word.text, low)))];
    if (known.length > 0)
      return {
        ...about,
        readings: [...known, ...scored.map(({ text }) => text)].slice(0, 3),
        certainty: 'choices',
        evidence: { kind: 'lexicon' },
      };
  }
  const bare = best.name && !scored[1]?.name;
  // ç, ö and ü are lost in a conversion to ASCII only: a single word is no proof of one.
  const daring =
    !story.shown && [...best.text].some((letter, i) => /[çöü]/i.test(letter) && isHole(word.text.charCodeAt(i)));
  // Where neither a list nor an ending says that the name is Turkish, the rest of it must.
  const shown =
    best.name ||
    prose !== undefined ||
    turkicEnding.test(lowerTurkic(best.text)) ||
    (foreignJudged < ownOdds && story.elsewhere.odds < nowhereOdds);
  // In prose a word that is neither in the dictionary nor a name may have lost more than it shows.
  const strange = prose?.isWord !== undefined && !best.name && !prose.isWord(best.text);
  const rivals = !prose && story.elsewhere.odds > rivalOdds ? foreign : [];
  // A name in each of two languages, where the document does not say which.
  const torn =
    (story.doubtful && new Set(own.filter(({ frequent }) => frequent).map(({ low }) => low)).size > 1) ||
    rivals.length > 0;
  const certain =
    !daring &&
    !torn &&
    shown &&
    !strange &&
    (best.name || !breaksHarmony(best.text) || (isWord?.(best.text) ?? false)) &&
    (best.name || prose || !joinsEnglish(word.text, models)) &&
    lead > leadWanted(best.name, bare, prose !== undefined, story);
  const [first = '', ...others] = scored.map(({ text }) => text);
  const list = [...new Set([first, ...rivals, ...others])].slice(0, certain ? 1 : 3);
  const ending = turkicEnding.exec(lowerTurkic(best.text))?.[0];
  const evidence = best.name
    ? { kind: 'lexicon' as const }
    : ending
      ? { kind: 'ending' as const, detail: ending }
      : { kind: 'model' as const };
  return { ...about, readings: list, certainty: certain ? 'single' : 'choices', evidence };
}

/**
 * Nats that the best reading must lead by to be the only one.
 *
 * @param bare whether it is a name on a list and leads one that is not
 */
function leadWanted(name: boolean, bare: boolean, prose: boolean, { language, doubtful }: Story): number {
  if (bare) return language === 'az' && !doubtful ? certainAzerbaijaniNameLead : certainNameLead;
  if (prose) return certainProseLead;
  return name || language === 'tr' ? certainLead : certainAzerbaijaniLead;
}

/** «State?run»: a mark between two words of English may be a dash that was lost; no letter is sure there. */
function joinsEnglish(text: string, { prose }: Models): boolean {
  const [before = '', after = '', more] = text.split(/[?\ufffd]/);
  return (
    more === undefined &&
    before.length > 2 &&
    after.length > 2 &&
    [before, after].every((part) => judge(part.toLowerCase(), prose) < 0)
  );
}

/** Vowels that no Turkish word has together: its hole took more than one letter. */
function isHarsh(text: string): boolean {
  const vowels = lowerTurkic(text).replace(/[^aeəıioöuü]/g, '');
  return /[eiöü]ı|ı[eiöü]|ı[uo]/.test(vowels);
}

/** Whether a name in small letters ends as surnames do. */
export const isSurname = (low: string) => turkicEnding.test(low) || slavicEnding.test(low);

/** How Azerbaijani surnames of the last two centuries end, and no Turkish one. */
const slavicEnding = /(?:ov|yev|ev)a?$/;

/** In Turkish: ğ after a consonant, where but loan words have it, and before ş. */
const oddGh = /[^aeəıioöuüâîûAEƏIİOÖUÜÂÎÛ]ğ|ğ[şŞ]/;
const oddWorth = 2;
/** What a suffix that does not go with the vowel before it takes from a reading of prose. */
const harshWorth = 3;

/** A name in the case of a damaged word of another length. */
function titleLike(word: string, low: string): string {
  if (!/\p{Ll}/u.test(word)) return upperTurkic(low);
  return /^\p{Lu}/u.test(word) ? upperTurkic(low.charAt(0)) + low.slice(1) : low;
}

/** A word in small letters, each lost one a `?`. */
function patternOf({ text }: LostWord): string {
  return lowerTurkic(text.replaceAll('\ufffd', '?'));
}

function rankReadings(
  word: LostWord,
  readings: readonly { text: string; score: number }[],
  own: readonly KnownName[],
  story: Story,
  small: boolean,
  prose: ProseWords | undefined,
  names: Names,
): Ranked[] {
  const counts = ({ language }: KnownName) => language === story.language || story.language === 'az' || story.doubtful;
  const listed = new Map(own.filter(counts).map(({ low, frequent }) => [low, frequent ? nameWorth : rareNameWorth]));
  // In prose a small word is no name.
  const common = small || (prose && /^\p{Ll}/u.test(word.text));
  const ranked = readings.map(({ text, score }): Ranked => {
    const worth = common ? 0 : (listed.get(lowerTurkic(text)) ?? 0) * (prose?.first ? firstWorth : 1);
    const written = prose?.isWord?.(text) ? wordWorth : 0;
    const odd = worth === 0 && story.language === 'tr' && oddGh.test(text) ? -oddWorth : 0;
    const harsh = worth === 0 && (prose || story.language === 'az') && breaksHarmony(text) ? -harshWorth : 0;
    const joined = worth === 0 && !prose && own.length === 0 ? weighJoined(lowerTurkic(text), names) : 0;
    return { text, score: score + written + worth + odd + harsh + joined, name: worth > 0 };
  });
  const first = Math.max(...ranked.map((one) => one.score));
  const rival = ranked.some((one) => one.name && !losesPlain(one.text.toLowerCase(), word.text));
  // Names of the other language, and names that best fit folded, that the story's own letters don't reach.
  for (const { low, language, frequent } of common ? [] : own) {
    const text = dressLike(word.text, low, small);
    if (ranked.some((one) => one.text === text)) continue;
    // Windows-1252 has ç, ö and ü: where one of them is alive, none was lost.
    const kept = story.western && [...low].some((letter, i) => /[çöü]/.test(letter) && isHole(word.text.charCodeAt(i)));
    if (kept && story.shown) continue;
    // «M?mm?dov» in a Turkish story: no Turkish surname ends so.
    const guest = language === 'az' && frequent && !kept && !rival;
    const worth =
      story.doubtful && !kept
        ? (listed.get(low) ?? 0) - otherLanguage
        : story.fold
          ? foldedWorth + (language === story.language ? 0 : -1) + (frequent ? 0 : -1)
          : guest
            ? 1
            : kept
              ? -2
              : -1;
    ranked.push({ text, score: (guest ? first : (readings[0]?.score ?? 0)) + worth, name: true });
  }
  ranked.sort((a, b) => b.score - a.score);
  const usual = prose?.usual.get(patternOf(word));
  const at = usual === undefined ? -1 : ranked.findIndex(({ text }) => lowerTurkic(text) === usual);
  // In prose a usual word is likelier than a name that few bear.
  const bearers = common || prose?.first ? 0 : (listed.get(lowerTurkic(ranked[0]?.text ?? '')) ?? 0);
  const [found] = at >= 0 && bearers < nameWorth ? ranked.splice(at, 1) : [];
  if (found) ranked.unshift({ ...found, score: Math.max(found.score, ranked[0]?.score ?? found.score) + usualLead });
  return ranked;
}

/** What may be joined to a name on the list, and what such a reading is worth. */
const joinedName = /^(.{4,})(?:oğulları|oğlu|l[ıiuü]|l[ae]r)$/;
const joinedWorth = 2;
/** -zade is written with ə in Azerbaijani, and loses nothing in Turkish. */
const lostZade = /.{3}zadə$/;
const zadeWorth = 6;

/** What a reading that no list holds is worth for its parts: `Kuşdağoğlu`, `Yeşildağlı`, `Turabzadə`. */
function weighJoined(low: string, names: Names): number {
  if (lostZade.test(low)) return zadeWorth;
  const stem = joinedName.exec(low)?.[1];
  return stem !== undefined && /[ğış]/.test(stem) && names.has(stem) ? joinedWorth : 0;
}

/** Where letters leave it open and no list has the name, a word of the Turkish dictionary comes first. */
function putWordFirst(word: LostWord, ranked: readonly Ranked[], isWord: IsWord | undefined): readonly Ranked[] {
  const [first, ...rest] = ranked;
  if (!first || !isWord || first.name || isWord(first.text)) return ranked;
  const isPlain = ({ text }: Ranked) => losesPlain(text.toLowerCase(), word.text);
  const found = rest.find(
    (one) => one.score > first.score - openLead && !one.name && isPlain(one) === isPlain(first) && isWord(one.text),
  );
  return found ? [found, ...ranked.filter((one) => one !== found)] : ranked;
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

/** Windows-1252 has ü: where its letters are alive, «F?zesi» lost an ű. */
function putKeptLast(word: string, readings: readonly string[], story: Story): readonly string[] {
  if (!story.western || !story.shown || word.includes('\ufffd')) return readings;
  const losesKept = (reading: string) =>
    [...reading].some((letter, i) => word[i] === '?' && /[\u00c0-\u00ff]/.test(letter));
  return [...readings.filter((one) => !losesKept(one)), ...readings.filter(losesKept)];
}

/** A foreign name is offered where little was lost of it, and only letters that the conversion loses. */
function isLikelyForeign(word: string, low: string, story: Story): boolean {
  const lost = [...low].filter((_, i) => /[?\ufffd]/.test(word.charAt(i)));
  // A question mark may be the sentence's own; U+FFFD is a letter for sure.
  if (lost.length * 3 > low.length || low.length < (word.includes('\ufffd') ? 4 : 5)) return false;
  // Latin-1 loses š and ž, which Windows-1252 has; but first the story must come from there.
  const there = (story.elsewhere.languages[0]?.score ?? 0) > nameScore;
  const keeps = (letter: string) =>
    (story.shown && /[\u00a0-\u00ff]/.test(letter)) || (!there && /[\u0161\u017e\u0153]/.test(letter));
  return !story.western || !lost.some(keeps);
}
