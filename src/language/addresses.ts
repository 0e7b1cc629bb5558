import type { Span } from '../article/index.ts';

const address =
  /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\p{L}\p{N}@#/.])[@#][\p{L}\p{N}_]{2,}|\b[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|gov|edu|mil|int|info|az|tr|uk|eu|io|ru|ge|ua|de|fr)\b(?:\/[^\s<>"“”«»]*)?|(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:pdf|docx?|xlsx?|pptx?|txt|csv|zip|jpe?g|png|gif|mp[34]|mov|html?|json|xml)\b/giu;

/** Web and mail addresses, handles, hashtags and names of files in running text: not prose. */
export function findAddresses(text: string): Span[] {
  // Most paragraphs have none; this look is much cheaper than the expression.
  if (!mayHoldAddress(text)) return [];
  const spans: Span[] = [];
  for (const match of text.matchAll(address)) {
    const whole = match[0].replace(/[.,;:!?'’)\]}]+$/, '');
    if (whole.length > 1) spans.push({ start: match.index, end: match.index + whole.length });
  }
  return spans;
}

function mayHoldAddress(text: string): boolean {
  if (text.includes('@') || text.includes('#') || text.includes('//')) return true;
  // «www.» and «name.txt»: a stop with two letters behind it, unlike «U.S.», and no blank before it.
  for (let at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before > 32 && mayBeLetter(text.charCodeAt(at + 1)) && mayBeLetter(text.charCodeAt(at + 2))) return true;
    if ((before | 32) === 119 && /www\.$/i.test(text.slice(Math.max(0, at - 3), at + 1))) return true;
  }
  return false;
}

/** A letter of English, or one that may be the same to the expression. */
const mayBeLetter = (code: number): boolean => ((code | 32) > 96 && (code | 32) < 123) || code > 127;
