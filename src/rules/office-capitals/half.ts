import { isInside, textBefore } from '../../language/index.ts';
import { findTitles } from '../../people/index.ts';
import type { BlockContext, DeskContext } from '../rule.ts';
import { fieldAfter } from './field.ts';
import { capitalise, opens, rowOf } from './words.ts';

/** An office with capitals on some of its words. */
export interface HalfCapital {
  kind: 'half';
  start: number;
  end: number;
  expected: string[];
}

/** Some words with capitals and some without; small words don’t count. */
function isHalf(words: string): boolean {
  const capital = words
    .split(/[\s-]+/)
    .filter((word) => !/^(?:of|the|and|for)$/.test(word))
    .map((word) => /^\p{Lu}/u.test(word));
  return new Set(capital).size > 1;
}

// Offices of states and ministries: other titles have institutions in front («White House spokesman», «Air Force chief»).
const kinds = new Set(['state', 'minister', 'parliament']);
// Before a name, these too.
const namedKinds = new Set(['justice', 'diplomacy', 'local', 'police']);

/** «The finance Minister», «Foreign minister X», «minister of Justice»: one office, half its words with capitals. */
export function findHalfCapitals({ parsed, mentions }: BlockContext, desk: DeskContext): HalfCapital[] {
  const { lexicon, vocabulary } = desk;
  const found: HalfCapital[] = [];
  if (parsed.role !== 'paragraph' && parsed.role !== 'quote') return found;
  const { text } = parsed;
  const named = mentions().flatMap(({ offices }) => offices);
  for (const office of new Set([...named, ...findTitles(parsed, lexicon, vocabulary).offices])) {
    const field = office.id.split(':')[1];
    const kind = rowOf(office.id, lexicon)?.kind;
    const isKind = kind && (kinds.has(kind) || (office.place === 'before' && namedKinds.has(kind)));
    if (!isKind && !/^Chief of staff\b/.test(text.slice(office.head.start, office.head.end))) continue;
    if (office.plural || office.letterCase === 'upper' || field === 'treasury') continue;
    if (isInside(parsed.quotes, office.span.start)) continue;
    const tail = field && office.letterCase !== 'mixed' ? fieldAfter(text, office, lexicon) : undefined;
    const { start } = office.head;
    const end = tail?.end ?? office.head.end;
    const words = text.slice(start, end);
    // «The Labour defence secretary»: a party, whose name has its capital.
    if (/^Labou?r\b/.test(words)) continue;
    const lower = /^\p{Ll}/u.test(words);
    // At the head of a sentence the first word has its capital anyway; «Deputy prime Minister» is half all the same.
    const isHead = !lower && (opens.test(textBefore(text, start)) || start === parsed.datelineEnd);
    if (isHead && !(office.letterCase === 'mixed' && isHalf(words.replace(/^\S+\s+/, '')))) continue;
    if (tail ? tail.title === (office.letterCase === 'title') : office.letterCase !== 'mixed') continue;
    const opensSmall = lower && (start === 0 || /[.!?][”"’']?\s+$/.test(textBefore(text, start)));
    if (!opensSmall && /^(?:first|second|third|senior|principal) (?:\p{Lu}\S*\s*)+$/u.test(words)) continue;
    const title = capitalise(words);
    const small = words.toLowerCase();
    const asTitle = office.place === 'before' || tail?.title || /\bof (?:the )?\p{Lu}/u.test(text.slice(end, end + 9));
    found.push({ kind: 'half', start, end, expected: asTitle ? [title, small] : [small, title] });
  }
  return found;
}
