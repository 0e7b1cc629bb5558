import type { ParsedBlock } from '../../language/index.ts';
import { isInside, textBefore } from '../../language/index.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import type { OfficeUse } from '../../people/index.ts';
import { fieldAfter } from './field.ts';
import { capitalise, isOpening, rowOf } from './words.ts';

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
export function readHalfCapital(parsed: ParsedBlock, office: OfficeUse, lexicon: Lexicon): HalfCapital | undefined {
  const { id, head, span, letterCase } = office;
  // Most are written in one way, with nothing behind them.
  if (letterCase !== 'mixed' && (span.end === head.end || !id.includes(':'))) return undefined;
  if (office.plural || letterCase === 'upper') return undefined;
  const { text } = parsed;
  const field = id.split(':')[1];
  const kind = rowOf(id, lexicon)?.kind;
  const isKind = kind && (kinds.has(kind) || (office.place === 'before' && namedKinds.has(kind)));
  if (!isKind && !/^Chief of staff\b/.test(text.slice(head.start, head.end))) return undefined;
  if (field === 'treasury' || isInside(parsed.quotes, span.start)) return undefined;
  const tail = field && letterCase !== 'mixed' ? fieldAfter(text, office, lexicon) : undefined;
  const { start } = head;
  const end = tail?.end ?? head.end;
  const words = text.slice(start, end);
  // «The Labour defence secretary»: a party, whose name has its capital.
  if (/^Labou?r\b/.test(words)) return undefined;
  const lower = /^\p{Ll}/u.test(words);
  // At the head of a sentence the first word has its capital anyway; «Deputy prime Minister» is half all the same.
  const isHead = !lower && (isOpening(text, start) || start === parsed.datelineEnd);
  if (isHead && !(letterCase === 'mixed' && isHalf(words.replace(/^\S+\s+/, '')))) return undefined;
  if (tail ? tail.title === (letterCase === 'title') : letterCase !== 'mixed') return undefined;
  const opensSmall = lower && (start === 0 || /[.!?][”"’']?\s+$/.test(textBefore(text, start)));
  if (!opensSmall && /^(?:first|second|third|senior|principal) (?:\p{Lu}\S*\s*)+$/u.test(words)) return undefined;
  const title = capitalise(words);
  const small = words.toLowerCase();
  const asTitle = office.place === 'before' || tail?.title || /\bof (?:the )?\p{Lu}/u.test(text.slice(end, end + 9));
  return { kind: 'half', start, end, expected: asTitle ? [title, small] : [small, title] };
}
