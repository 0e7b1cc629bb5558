/** A token with its place. */
export interface Token {
  text: string;
  /** UTF-16. */
  start: number;
}

const contraction = /^(.+?)(n['’]t|['’](?:s|m|d|ll|re|ve))$/i;

/**
 * Cuts a sentence as the Penn Treebank does: marks by themselves, «don't» as «do» «n't», «it's» as «it» «'s»; a hyphen
 * stays inside its word.
 */
export function cutTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.matchAll(
    /(?:\p{L}\.){2,}|[\p{L}\p{N}_*][\p{L}\p{M}\p{N}_*]*(?:[-'’.,/][\p{L}\p{N}_*][\p{L}\p{M}\p{N}_*]*)*|\.\.\.|--|[^\s]/gu,
  )) {
    const parts = contraction.exec(found);
    if (!parts) tokens.push({ text: found, start: index });
    else {
      const [, head = '', tail = ''] = parts;
      tokens.push({ text: head, start: index }, { text: tail, start: index + head.length });
    }
  }
  return tokens;
}

const before = '$("[\'“‘';
const after = ',)"]!;.?:\'”’';
const whole = /^(?:[A-Za-z]\.){2,}$|^[A-Z][a-z]{1,2}\.$/;

/** The words that Vale spells: what stands between blanks, without the marks around it; a letter at least. */
export function cutSpelled(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: found, index } of text.matchAll(/\S+/g)) {
    let start = 0;
    let end = found.length;
    while (start < end && !whole.test(found.slice(start, end))) {
      if (before.includes(found.charAt(start))) start++;
      else if (after.includes(found.charAt(end - 1))) end--;
      else break;
    }
    const word = found.slice(start, end);
    if (/\p{L}/u.test(word)) tokens.push({ text: word, start: index + start });
  }
  return tokens;
}
