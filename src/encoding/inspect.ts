/** Kinds of trouble that a block's characters give reason to look for. */
export interface Suspicions {
  /** `?` or U+FFFD beside a letter. */
  holes: boolean;
  /** Letters and signs that a misread code page leaves. */
  misread: boolean;
  entities: boolean;
  /** Invisible characters, ligatures, combining marks, look-alikes. */
  characters: boolean;
  /** `´`, a backtick or a double quote where an apostrophe belongs. */
  apostrophes: boolean;
}

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0;
const isDigit = (code: number) => code >= 48 && code <= 57;
const isLatin = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isSpace = (code: number) => code <= 32 || code === 0xa0;

/** The suspicions as bits. */
const Seen = { holes: 1, misread: 2, entities: 4, characters: 8, apostrophes: 16 } as const;
/** What is looked at: signs that stand for a letter or open an escape, apostrophes, and all beyond ASCII. */
const sign = /[?&`"=%+<\\'\x80-\uffff]/g;
/** The same beside `u0131`, which few texts have: looked for everywhere, it takes half as long again. */
const signOrZero = /[?&`"=%+<\\'\x80-\uffff]|u0/g;

/**
 * Looks through a block's text for anything that may be damage. Pure, one pass, no allocation on clean text.
 *
 * @returns undefined when the text is clean beyond doubt
 */
export function inspectBlock(text: string): Suspicions | undefined {
  let seen = 0;
  const signs = text.includes('u0') ? signOrZero : sign;
  signs.lastIndex = 0;
  while (signs.test(text)) {
    let at = signs.lastIndex - 1;
    do seen |= inspectSign(text, at++);
    while (text.charCodeAt(at) >= 0x80);
    signs.lastIndex = at;
  }
  return seen === 0 ? undefined : suspicionsOf(seen);
}

const suspicionsOf = (seen: number): Suspicions => ({
  holes: (seen & Seen.holes) !== 0,
  misread: (seen & Seen.misread) !== 0,
  entities: (seen & Seen.entities) !== 0,
  characters: (seen & Seen.characters) !== 0,
  apostrophes: (seen & Seen.apostrophes) !== 0,
});

/** What a character gives reason to look for. */
function inspectSign(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code < 0x80) return inspectAscii(text, i, code);
  if (code < 0x250) {
    let seen = code === 0xb4 && isLetter(text.charCodeAt(i - 1)) ? Seen.apostrophes : 0;
    if (code === 0xad || code === 0x18e || code === 0x1dd) seen |= Seen.characters;
    else if (code === 0xb8 || code === 0xa8 || code === 0xaf || code === 0xb4) seen |= Seen.characters;
    // Signs of clean copy (« » · ° § ©) stand beside no letter. Ã Â Å Ä Ð Þ Ý ð þ ý Đ đ Ţ ţ ß Û and signs: may be bytes read with the wrong page.
    if (code >= 0xc0 || code < 0xa0 || isLetter(text.charCodeAt(i + 1)) || isLetter(text.charCodeAt(i - 1)))
      seen |= Seen.misread;
    // «¬£400»: a first byte as a Mac shows it.
    if (code === 0xac && text.charCodeAt(i + 1) >= 0x80) seen |= Seen.misread;
    return seen;
  }
  if (code < 0x370) return code >= 0x2c0 && code < 0x2e0 ? Seen.characters | Seen.misread : Seen.characters;
  if (code < 0x2000) return Seen.characters | Seen.misread;
  if (code < 0x2070) {
    if (code < 0x2010 || (code >= 0x2028 && code <= 0x202e) || code >= 0x2060) return Seen.characters;
    if (!isSpace(text.charCodeAt(i - 1)) && text.charCodeAt(i - 1) >= 0x80) return Seen.misread;
    // A sign inside a word; dashes and apostrophes belong there.
    const isInside = code > 0x2019 && isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i + 1));
    return isInside ? Seen.misread : 0;
  }
  if (code === 0xfffd) return Seen.holes;
  if ((code >= 0xfb00 && code <= 0xfb06) || code === 0xfeff) return Seen.characters;
  if (code < 0x2600 || code === 0xf8ff) return Seen.misread;
  // A character of Chinese glued to a letter.
  const isGlued =
    code >= 0x3400 && code < 0xa000 && (isLatin(text.charCodeAt(i - 1)) || isLatin(text.charCodeAt(i + 1)));
  return isGlued ? Seen.misread : 0;
}

function inspectAscii(text: string, i: number, code: number): number {
  const before = text.charCodeAt(i - 1);
  const after = text.charCodeAt(i + 1);
  switch (code) {
    case 0x3f:
      // Where nothing but a quotation mark or the end stands beside it, an ordinary question ends; the rest is looked at.
      if (isLetter(after) || isLetter(before) || isDigit(after)) return Seen.holes;
      return before === 32 && (after === 32 || isDigit(text.charCodeAt(i - 2))) ? Seen.holes : 0;
    case 0x26:
      return after === 0x23 || isLetter(after) ? Seen.entities : 0;
    case 0x27:
      return after === 0x27 && isLetter(before) ? Seen.apostrophes : 0;
    case 0x60:
    case 0x22:
      return isLetter(before) && isLetter(after) ? Seen.apostrophes : 0;
    default:
      return opensEscape(code) && isEscape(text, i) ? Seen.entities : 0;
  }
}

/** `=`, `%`, `+`, `<`, a backslash, and the zero of `u0131`. */
function opensEscape(code: number): boolean {
  return code === 0x3d || code === 0x25 || code === 0x2b || code === 0x3c || code === 0x5c || code === 0x30;
}

/** Whether a letter's code may begin here: `\\u0131`, `=C4=B1`, `%C4%B1`, `=?UTF-8?`, `<U+0131>`, `+ATE-`, `u0131`. */
function isEscape(text: string, i: number): boolean {
  const after = text.charCodeAt(i + 1) | 0x20;
  switch (text.charCodeAt(i)) {
    case 0x5c:
      return after === 0x75 || after === 0x78 || after === 0x7c;
    case 0x30:
      return text.charCodeAt(i - 1) === 0x75;
    case 0x3d:
      return text.charCodeAt(i + 3) === 0x3d || after === 0x3f;
    case 0x25:
      return text.charCodeAt(i + 3) === 0x25;
    case 0x2b:
      return text.charCodeAt(i + 1) === 0x41;
    default:
      return after === 0x75 && text.charCodeAt(i + 2) === 0x2b;
  }
}
