const vowels = 'aeıioöuü';

/** The vowels that endings take after a word: a or e, and ı, i, u or ü. */
function harmony(word: string): { wide: string; high: string } {
  const last = [...word.toLowerCase()].findLast((letter) => vowels.includes(letter)) ?? 'e';
  return {
    wide: 'aıou'.includes(last) ? 'a' : 'e',
    high: 'aı'.includes(last) ? 'ı' : 'ou'.includes(last) ? 'u' : 'öü'.includes(last) ? 'ü' : 'i',
  };
}

const endsInVowel = (word: string) => vowels.includes(word.at(-1)?.toLowerCase() ?? '');
/** d becomes t after a voiceless consonant. */
const hard = (word: string) => (/[çfhkpsşt]$/.test(word) ? 't' : 'd');

/**
 * A word in each case, with «-ki», «with» and «is».
 *
 * @param buffer what stands between two vowels: n after a possessive ending of the third person
 */
function decline(word: string, buffer: 'y' | 'n'): string[] {
  const { wide, high } = harmony(word);
  const between = endsInVowel(word) || buffer === 'n' ? buffer : '';
  const bare = endsInVowel(word);
  const stem = bare ? word + between : word;
  const d = buffer === 'n' && bare ? 'nd' : hard(word);
  const place = `${word}${d}${wide}`;
  return [
    word,
    `${stem}${high}`,
    `${stem}${wide}`,
    place,
    `${place}n`,
    `${place}ki`,
    `${place}kiler`,
    `${word}${bare ? 'n' : ''}${high}n`,
    `${word}${bare ? 'y' : ''}l${wide}`,
    `${word}${hard(word)}${high}r`,
  ];
}

/**
 * A Turkish noun with its endings: plural, whose it is, the cases; and what -li, -siz, -lik and -ci make of it. Nouns
 * whose last consonant softens (kitap, kitabı) are not for it.
 *
 * @param noun without endings, in its own capitals
 * @throws Error for a noun that softens
 */
export function inflectNoun(noun: string): string[] {
  if (/[kpç]$/.test(noun)) throw new Error(`«${noun}» may soften before a vowel: write its forms as words`);
  const forms = new Set<string>();
  const add = (words: readonly string[]) => words.forEach((word) => void forms.add(word));
  const { high: round } = harmony(noun);
  const derived = [`l${round}`, `s${round}z`, `l${round}k`, `${hard(noun) === 't' ? 'ç' : 'c'}${round}`];
  const bases = [noun, ...derived.map((ending) => noun + ending)];
  for (const base of bases) {
    const { wide } = harmony(base);
    for (const stem of [base, `${base}l${wide}r`]) {
      add(decline(stem, 'y'));
      const { wide: open, high } = harmony(stem);
      // «-lik» softens: its own is «-liği».
      const own = /[ıiuü]k$/.test(stem) && base !== noun ? `${stem.slice(0, -1)}ğ` : stem;
      add(decline(endsInVowel(stem) ? `${stem}s${high}` : own + high, 'n'));
      for (const ending of ['m', 'n', `m${high}z`, `n${high}z`])
        add(decline(endsInVowel(stem) ? stem + ending : own + high + ending, 'y'));
      if (stem === base) add(decline(`${stem}l${open}r${open === 'a' ? 'ı' : 'i'}`, 'n'));
    }
  }
  return [...forms];
}
