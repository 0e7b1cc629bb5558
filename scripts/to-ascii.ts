/** A text of JSON or JavaScript in ASCII: what lies beyond it is escaped, unit by unit. */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
