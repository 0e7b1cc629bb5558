/** Letters that Unicode decomposition leaves whole, with their plain form. */
const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  İ: 'i',
  ə: 'a',
  Ə: 'a',
  ø: 'o',
  Ø: 'o',
  ł: 'l',
  Ł: 'l',
  đ: 'd',
  Đ: 'd',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '‐': '-',
  '‑': '-',
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
  '\u2060': '',
};

// What a code unit folds to; filled as letters are met.
const folds: (string | undefined)[] = [];

function foldUnit(code: number): string {
  const letter = String.fromCharCode(code);
  return (
    plainLetters[letter] ??
    letter
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
  );
}

/**
 * The form under which spellings of one word meet: lower case, no diacritics, one apostrophe, one hyphen, no
 * invisible characters. Turkish and Azerbaijani letters fold to their nearest Latin letter (ı İ → i, ə → a), unlike
 * `toLowerCase`, which makes two code units of «İ».
 */
export function foldWord(word: string): string {
  let plain = true;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if ((code > 96 && code < 123) || (code > 47 && code < 58) || code === 45 || code === 39) continue;
    plain = false;
    if (code > 127 || code === 96) return foldUnits(word);
  }
  return plain ? word : word.toLowerCase();
}

function foldUnits(word: string): string {
  let form = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 0xd7ff && code < 0xe000) form += word.charAt(i);
    else {
      folds[code] ??= foldUnit(code);
      form += folds[code];
    }
  }
  return form;
}

const dotted = (language: string) => /^(?:tr|az)\b/.test(language);

/**
 * Lower case, letter by letter, never longer or shorter than the text in UTF-16 units.
 *
 * @param language BCP 47; in `tr` and `az` I becomes ı, elsewhere i; İ becomes i everywhere
 */
export function lowerCase(text: string, language = 'en'): string {
  const turkic = dotted(language);
  if (!turkic && !text.includes('İ')) return text.toLowerCase();
  return text.replace(/[^Iİ]+|[Iİ]/g, (run) => (run === 'İ' ? 'i' : run === 'I' && turkic ? 'ı' : run.toLowerCase()));
}

/**
 * Upper case. «ß» and ligatures grow longer, as everywhere.
 *
 * @param language BCP 47; in `tr` and `az` i becomes İ, elsewhere I
 */
export function upperCase(text: string, language = 'en'): string {
  return dotted(language) ? text.replaceAll('i', 'İ').toUpperCase() : text.toUpperCase();
}
