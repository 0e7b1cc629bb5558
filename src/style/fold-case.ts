/** Lower case, letter for letter: offsets stay true («İ» is left alone). */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  // The one letter whose small form is longer.
  return text
    .split('İ')
    .map((part) => part.toLowerCase())
    .join('İ');
}
