/** What a code unit is to the tokenizer. */
export const Letter = {
  space: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  hyphen: 5,
  stop: 6,
  comma: 7,
  punctuation: 8,
  symbol: 9,
  high: 10,
  low: 11,
} as const;

const fixed: Readonly<Record<string, number>> = {
  "'": Letter.apostrophe,
  '’': Letter.apostrophe,
  ʼ: Letter.apostrophe,
  ʻ: Letter.apostrophe,
  '-': Letter.hyphen,
  '‐': Letter.hyphen,
  '‑': Letter.hyphen,
  '.': Letter.stop,
  ',': Letter.comma,
  // A lost letter is still a letter of its word, and so are the invisible ones.
  '\ufffd': Letter.letter,
  '\u00ad': Letter.letter,
  '\u200b': Letter.letter,
  '\u200c': Letter.letter,
  '\u200d': Letter.letter,
  '\u2060': Letter.letter,
  '\ufeff': Letter.space,
  '\ufffc': Letter.symbol,
};

function classify(code: number): number {
  const text = String.fromCharCode(code);
  const known = fixed[text];
  if (known) return known;
  if (/\s/.test(text)) return Letter.space;
  if (/[\p{L}\p{M}_]/u.test(text)) return Letter.letter;
  if (/\p{N}/u.test(text)) return Letter.digit;
  if (code >= 0xd800 && code < 0xdc00) return Letter.high;
  if (code >= 0xdc00 && code < 0xe000) return Letter.low;
  return /\p{P}/u.test(text) ? Letter.punctuation : Letter.symbol;
}

// Filled as characters are met: no expression runs twice for one character.
const classes = new Uint8Array(65536);

/** The class of a UTF-16 code unit; 0 for NaN, past either end of a text. */
export function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return 0;
  let known = classes[code] ?? 0;
  if (known === 0) {
    known = classify(code);
    classes[code] = known;
  }
  return known;
}

/** The classes of a text's code units, written to a room that is three longer: class 0 stands behind its end. */
export function readLetters(text: string, room: Uint8Array): void {
  for (let at = 0; at < text.length; at++) room[at] = letterAt(text, at);
  // Looks ahead of the last letter find nothing left over from a longer text.
  room.fill(0, text.length, text.length + 3);
}

/** True for a token that the tokenizer takes for a word: one that has a letter. */
export function isWord(token: string): boolean {
  for (let at = 0; at < token.length; at++) if (letterAt(token, at) === Letter.letter) return true;
  return letterAt(token, 0) === Letter.high && /^\p{L}/u.test(token);
}

/** True for a capital letter at the offset, Turkish ones included. */
export function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code > 64 && code < 91;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}
