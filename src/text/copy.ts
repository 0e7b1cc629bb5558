/**
 * A copy that holds on to nothing else. A slice of a long string keeps the whole string alive in V8; what is stored
 * for longer than its article is copied first.
 */
export function copyText(text: string): string {
  // V8 copies short slices by itself.
  if (text.length < 13) return text;
  // Put together and cut, it is a piece of its own string: V8 writes that out once, letter for letter.
  return ` ${text}`.slice(1);
}
