/**
 * A copy that holds on to nothing else. A slice of a long string keeps the whole string alive in V8; what is stored
 * for longer than its article is copied first.
 */
export function copyText(text: string): string {
  // V8 copies short slices by itself.
  if (text.length < 13) return text;
  let copy = '';
  for (let i = 0; i < text.length; i += 4096) {
    const codes: number[] = [];
    for (let at = i; at < Math.min(text.length, i + 4096); at++) codes.push(text.charCodeAt(at));
    copy += String.fromCharCode(...codes);
  }
  return copy;
}
