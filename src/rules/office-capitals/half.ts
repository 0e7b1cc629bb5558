import { isInside, textBefore } from '../../language/index.ts';
import type { Lexicon } from '../../lexicon/index.ts';
import type { OfficeUse } from '../../people/index.ts';
import { findTitles } from '../../people/index.ts';
import { foldWord } from '../../text/index.ts';
import type { BlockReading, DeskContext } from '../rule.ts';
import { capitalise, opens } from './words.ts';

/** An office with capitals on some of its words. */
export interface HalfCapital {
  kind: 'half';
  start: number;
  end: number;
  expected: string[];
}

// Offices of states and ministries: other titles have institutions in front («White House spokesman», «Air Force chief»).
const kinds = new Set(['state', 'minister', 'parliament']);

/** «The finance Minister», «Foreign minister X», «minister of Justice»: one office, half its words with capitals. */
export function findHalfCapitals({ parsed, mentions }: BlockReading, desk: DeskContext): HalfCapital[] {
  const { lexicon, vocabulary } = desk;
  const found: HalfCapital[] = [];
  if (parsed.role !== 'paragraph' && parsed.role !== 'quote') return found;
  const { text } = parsed;
  const named = mentions().flatMap(({ offices }) => offices);
  for (const office of new Set([...named, ...findTitles(parsed, lexicon, vocabulary).offices])) {
    const [id = '', field] = office.id.split(':');
    const kind = lexicon.offices.row(id.replace(/^(?:(?:first|second|third|senior|principal|deputy)-)+/, ''))?.kind;
    if (!kind || !kinds.has(kind) || office.plural || office.letterCase === 'upper' || field === 'treasury') continue;
    if (isInside(parsed.quotes, office.span.start)) continue;
    const tail = field && office.letterCase !== 'mixed' ? fieldAfter(text, office, lexicon) : undefined;
    const { start } = office.head;
    const end = tail?.end ?? office.head.end;
    const words = text.slice(start, end);
    // «The Labour defence secretary»: a party, whose name has its capital.
    if (/^Labou?r\b/.test(words)) continue;
    const lower = /^\p{Ll}/u.test(words);
    // At the head of a sentence the first word has its capital anyway.
    if (!lower && (opens.test(textBefore(text, start)) || start === parsed.datelineEnd)) continue;
    if (tail ? tail.title === (office.letterCase === 'title') : office.letterCase !== 'mixed') continue;
    if (/^(?:first|second|third|senior|principal) (?:\p{Lu}\S*\s*)+$/u.test(words)) continue;
    const title = capitalise(words);
    const small = words.toLowerCase();
    const asTitle = office.place === 'before' || (tail?.title ?? /\bof \p{Lu}/u.test(text.slice(end, end + 9)));
    found.push({ kind: 'half', start, end, expected: asTitle ? [title, small] : [small, title] });
  }
  return found;
}

/** The field after «of» and whether it has a capital: «of Justice», «of foreign affairs». */
function fieldAfter(text: string, { head, span }: OfficeUse, { offices }: Lexicon) {
  const match = /^\s+(?:of|for)\s+(?:the\s+)?/.exec(text.slice(head.end, span.end));
  if (!match) return undefined;
  const from = head.end + match[0].length;
  const words = [...text.slice(from, span.end).matchAll(/[\p{L}\p{M}]+/gu)];
  const hit = offices.fields.longest((i) => words[i] && foldWord(words[i][0]), 0);
  const last = hit && words[hit.length - 1];
  if (!last) return undefined;
  const end = from + last.index + last[0].length;
  // «secretary of the Security Council»: a body; «secretary of Defense John Hill»: the name comes next.
  return /^\s+\p{Lu}/u.test(text.slice(end, span.end))
    ? undefined
    : { end, title: /^\p{Lu}/u.test(words[0]?.[0] ?? '') };
}
