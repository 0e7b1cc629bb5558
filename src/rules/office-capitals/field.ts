import type { Lexicon } from '../../lexicon/index.ts';
import type { OfficeUse } from '../../people/index.ts';
import { foldWord } from '../../text/index.ts';

/** The field after «of» and whether it has a capital: «of Justice», «of foreign affairs». */
export function fieldAfter(text: string, { head, span }: OfficeUse, { offices }: Lexicon) {
  if (span.end === head.end) return undefined;
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
