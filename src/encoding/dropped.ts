import { replaceStretches, toSource } from '../text/index.ts';
import type { Names } from './names.ts';
import type { Repair } from './repair.ts';
import type { Tables } from './tables.ts';

/** First bytes of the letters of Latin alphabets, as Windows-1252 shows them; a control byte after them may be lost. */
const bare = /(?<![\p{L}\p{M}\ufffd])[\p{L}\p{M}\ufffd]*[ÃÄÅÆ][\p{L}\p{M}\ufffd]*/gu;
const most = 64;

/**
 * UTF-8 read as Latin-1 or Windows-1252 whose control bytes (0x80–0x9F) were dropped or replaced afterwards: `Åahin`,
 * `Å\ufffdahin` for Şahin. The byte is gone, so a list or the rest of the word must confirm the reading.
 *
 * @param misread what was found of the same mix-up with all its bytes
 */
export function findDropped(text: string, misread: readonly Repair[], tables: Tables, names: () => Names): Repair[] {
  if (!/[ÃÄÅÆ]/.test(text)) return [];
  const edits = misread.map(({ start, end, readings }) => ({ start, end, text: readings[0] ?? '' }));
  const { text: read, map } = replaceStretches(text, edits);
  return [...read.matchAll(bare)].flatMap((match): Repair[] => {
    const word = match[0];
    const start = toSource(map, match.index, 'start');
    const end = toSource(map, match.index + word.length, 'end');
    const candidates = fillBytes(word, tables);
    const known = candidates.filter((one) => names().has(one));
    const partly = misread.some((repair) => repair.start < end && repair.end > start);
    const reading = known.length > 0 ? known : partly && /[ğışĞİŞ]/.test(word) ? candidates : [];
    if (reading.length !== 1) return [];
    return [
      {
        start,
        end,
        kind: 'encoding-mojibake',
        readings: reading,
        certainty: 'single',
        evidence: known.length > 0 ? { kind: 'lexicon' } : { kind: 'rule' },
        story: 'UTF-8 read as Windows-1252, its control characters lost',
      },
    ];
  });
}

/** Words with each bare first byte, and the U+FFFD behind it, replaced by a Turkish or Azerbaijani letter of that byte. */
function fillBytes(word: string, tables: Tables): string[] {
  const capitals = !/\p{Ll}/u.test(word);
  const letters = tables.alphabets.filter(({ id }) => id === 'tr' || id === 'az');
  let words = [''];
  for (let i = 0; i < word.length; i++) {
    const char = word.charAt(i);
    let next = [char];
    if (/[ÃÄÅÆ]/.test(char)) {
      const from = capitals || i === 0 ? 'upper' : 'lower';
      const all = new Set(letters.flatMap((alphabet) => [...alphabet[from]]));
      next = [...all].filter((letter) => isBehind(letter, char.charCodeAt(0)));
      if (word.charAt(i + 1) === '\ufffd') i++;
    }
    words = words.flatMap((head) => next.map((letter) => head + letter)).slice(0, most);
  }
  return words;
}

/** True when a letter's UTF-8 is the given first byte and a control byte. */
function isBehind(letter: string, lead: number): boolean {
  const code = letter.charCodeAt(0);
  return (0xc0 | (code >> 6)) === lead && (0x80 | (code & 0x3f)) < 0xa0;
}
