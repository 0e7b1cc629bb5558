import { copyText, PieceTable, unmet } from '../../text/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { mayBeCentral } from './central.ts';
import { mayBeMarks } from './marks-page.ts';
import { mayBeMojibake } from './mojibake.ts';
import { mayHoldOdd } from './onebyte.ts';
import { leastProse, readAlphabets } from './prose-page.ts';
import { mayBeTurkishCase } from './turkish-case.ts';

/** What a word with characters beyond ASCII says, whatever stands beside it. */
interface Verdict {
  /** False where it gives some detector reason to look at the text. */
  isSound: boolean;
  /** Which alphabets have all its letters, a bit for each. */
  alphabets: number;
  /** How many of its characters may be letters beyond ASCII. */
  letters: number;
}

/** Letters and signs that some kind of damage is never without, but for those that nobody sees. */
const telling =
  /[ÃÄÅÆÈÉãäåâÂðþýÐÞÝđţĐŢ¸˘˙¨´ˇ˛˝˚]|[\u0300-\u052f\u0080-\u009f\u018e\u01dd\u0258\u3400-\u9fff\ufb00-\ufb06]/;

const beyond = /[^\0-\x7f]/g;

/** Words whose verdicts are kept: a name stands in many paragraphs. */
const memory = 1 << 14;
/** Longer ones are not kept. */
const longest = 64;

/** The verdicts of words met before; the table has their places. */
interface Known {
  places: PieceTable;
  verdicts: Verdict[];
}

const knownByKnowledge = new WeakMap<Knowledge, Known>();

/**
 * Whether no word of a text gives a detector of misread pages or of single characters reason to look, nor all of them
 * together. Words are asked once: most copy with letters beyond ASCII has names in it that were met before.
 */
export function isSound(text: string, knowledge: Knowledge): boolean {
  const { places, verdicts } = knownTo(knowledge);
  let alphabets = -1;
  let letters = 0;
  beyond.lastIndex = 0;
  while (beyond.test(text)) {
    const at = beyond.lastIndex - 1;
    if (isTypeset(text, at)) continue;
    const start = text.lastIndexOf(' ', at) + 1;
    const place = places.find(text, start, text.length);
    const { end } = places;
    let verdict = place === unmet ? undefined : verdicts[place];
    if (!verdict) {
      const word = copyText(text.slice(start, end));
      verdict = readWord(word, knowledge);
      if (word.length <= longest) places.keep(word, verdicts.push(verdict) - 1);
    }
    if (!verdict.isSound) return false;
    alphabets &= verdict.alphabets;
    letters += verdict.letters;
    beyond.lastIndex = end;
  }
  return alphabets !== 0 || letters < leastProse(text.length);
}

/**
 * Whether a mark of typeset English stands where it belongs: a word with no others gives no reason. A quotation mark inside a
 * word does: «don”t».
 */
function isTypeset(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 0x2013:
    case 0x2014:
    case 0x2018:
    case 0x2019:
      return true;
    case 0x201c:
      return at === 0 || text.charCodeAt(at - 1) <= 32;
    case 0x201d:
      return at + 1 === text.length || text.charCodeAt(at + 1) <= 32 || '.,;:!?)–—-'.includes(text.charAt(at + 1));
    default:
      return false;
  }
}

function knownTo(knowledge: Knowledge): Known {
  let known = knownByKnowledge.get(knowledge);
  if (!known || known.verdicts.length > memory) {
    known = { places: new PieceTable(), verdicts: [] };
    knownByKnowledge.set(knowledge, known);
  }
  return known;
}

/** A piece between blanks; a break may part it. */
function readWord(piece: string, knowledge: Knowledge): Verdict {
  const { tables } = knowledge;
  const isTold = telling.test(piece) || [...piece].some((char) => tables.invisible.has(char));
  const isSound =
    !isTold && !mayHoldOdd(piece) && piece.split(/[\t-\r]/).every((word) => !givesReason(word, knowledge));
  return { isSound, ...readAlphabets(piece, tables) };
}

function givesReason(word: string, { tables, names, isEnglish }: Knowledge): boolean {
  return (
    mayBeMarks(word, tables) ||
    mayBeMojibake(word, tables) ||
    mayBeTurkishCase(word, isEnglish) ||
    mayBeCentral(word, tables, names)
  );
}
