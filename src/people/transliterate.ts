import { lettersIn } from './letters.ts';

// Letters of the scripts that wire copy is transliterated from, in the plain English romanisation of news agencies
// (BGN/PCGN 1947 for Russian, the Ukrainian cabinet's of 2010, the Georgian national system of 2002, BGN/PCGN for Armenian).
const tables = [
  'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya',
  'є ye і i ї yi ґ g ў u ђ dj ј j љ lj њ nj ћ c џ dz ә a ө o ү u ғ gh қ q ң ng ұ u і i һ h ҹ j ҝ g',
  'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h',
  'ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev',
];
const letters = new Map<string, string>();
for (const table of tables) {
  const cells = table.split(' ');
  for (let i = 0; i < cells.length; i += 2) letters.set(cells[i] ?? '', cells[i + 1] ?? '');
}
const foreign = /[Ѐ-ӿԱ-֏Ⴀ-ჿ]/;
const signs = /[ьъ’']/;

/**
 * Writes a name of the Cyrillic, Georgian or Armenian script in plain Latin letters, as agencies do; capitals stay.
 * Other text comes back as it is.
 */
export function romanise(name: string): string {
  if (!foreign.test(name)) return name;
  let text = '';
  for (const letter of name.replace(/ու/g, 'u').replace(/Ու/g, 'U')) {
    const small = letter.toLowerCase();
    const latin = letters.get(small) ?? (signs.test(letter) ? '' : small);
    text += small === letter ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
  }
  return text;
}

const plainLetters = new Map(
  Object.entries({ ı: 'i', ə: 'a', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe' }),
);

const plain = /^[A-Za-z]*$/;
const dropped = /[\p{M}'’ʻʼ\-\s]/u;

/** A name without case, diacritics, apostrophes and hyphens: Çavuşoğlu and Cavusoglu alike give `cavusoglu`. */
export function stripName(name: string): string {
  if (plain.test(name)) return name.toLowerCase();
  let text = '';
  for (const letter of romanise(name).replace(/İ/g, 'i').toLowerCase().normalize('NFD'))
    text += plainLetters.get(letter) ?? (dropped.test(letter) ? '' : letter);
  return text;
}

// How Turkic, Central European and Nordic letters are spelled out in English.
const spelledOut = new Map(
  Object.entries({
    đ: 'dj',
    ş: 'sh',
    ç: 'ch',
    c: 'j',
    ğ: 'gh',
    x: 'kh',
    q: 'g',
    ə: 'a',
    ı: 'i',
    š: 'sh',
    č: 'ch',
    ć: 'ch',
    ž: 'zh',
    ö: 'oe',
    ü: 'ue',
    ä: 'ae',
    å: 'aa',
    ø: 'oe',
    ś: 'sh',
    ț: 'ts',
  }),
);

// Nothing in it is spelled out: a «c» without other Turkic letters is an English one.
const spelledAlready = /^[A-PR-WYZa-pr-wyz'\s-]*$/;

/** A name with its special letters spelled out by sound: Şahin gives `shahin`, Qafarova `gafarova`. */
export function spellOutName(name: string): string {
  if (spelledAlready.test(name)) return stripName(name);
  const small = romanise(name).replace(/İ/g, 'i').toLowerCase().normalize('NFC');
  // Pinyin has its own q and x: Qiang, Xu.
  if (/^[qx][iu][a-z]{0,4}$/.test(small)) return small;
  // An English «c» is not a Turkish one: only names that show a Turkic or Slavic letter are read that way.
  const turkic = /[şçğəıqx]/.test(small);
  let text = '';
  for (const [i, letter] of [...small].entries()) {
    const isEnglish = letter === 'c' && (!turkic || small[i + 1] === 'h');
    text += (isEnglish ? undefined : spelledOut.get(letter)) ?? letter;
  }
  return stripName(text);
}

/** What romanisations write in several ways, and what stands for all of these. */
interface Scheme {
  /** What a name must hold for the pattern to find anything: most patterns are never even compiled. */
  readonly clue: string;
  /** The letters of the clue; see `lettersIn`. */
  readonly letters: number;
  readonly pattern: RegExp;
  readonly replacement: string;
}

const rows: readonly (readonly [clue: string, pattern: RegExp, replacement: string])[] = [
  ['sk', /(?:skyi|skyy|skiy|skyj|skij|skii|ski)$/, 'sky'],
  // Arabic has one vowel where Persian, Turkish and English write two.
  ['ham', /^m[ou]u?ham+[ae]d/, 'muhamad'],
  ['m', /^m[ae]m+[ae]d/, 'mamad'],
  ['sar', /^sark?g?i?s+/, 'sargs'],
  // Urdu and Arabic: Qureshi and Quraishi.
  ['i', /(?<=[a-z])[ae]i(?=sh|kh)/g, 'e'],
  ['que', /que$/, 'q'],
  ['q', /(?<=[a-z]{3})q$/, 'k'],
  // Fatimah, Haniyeh and Haniya.
  ['h', /(?<=[a-z]{3})[ae]h$/, 'a'],
  // Turkish and Azerbaijani: Namik and Namig.
  ['g', /(?<=[a-z]{2}[iu])g$/, 'k'],
  // Kazakh and Kyrgyz: Zhaparov and Japarov. French: Guerassimov, Zourabichvili.
  ['zh', /^zh/, 'j'],
  ['gue', /gu(?=e)/, 'g'],
  ['chvili', /chvili$/, 'shvili'],
  ['oua', /(?<=[a-z]{2})ou(?=a)/, 'w'],
  // Arabic and Indian: Kadhim and Kadim.
  ['dh', /dh/g, 'd'],
  // South Slavic: Vucic and Vuchich.
  ['ic', /(?:ch|c)ich?$/, 'chich'],
  ['vic', /vich?$/, 'vich'],
  // Belarusian: Barouskaya and Barovskaya.
  ['ousk', /ou(?=sk)/, 'ov'],
  // Greek: Karagiannis, Karayiannis and Karayannis.
  ['ia', /(?<=[aeiou])[gy]i(?=a)/, 'y'],
  ['yo', /yo(?=v$|dor)/, 'e'],
  ['o', /ou|oo/g, 'u'],
  ['ye', /([aeiou])ye/g, '$1e'],
  ['y', /(?<=[a-z]{2}[^aeiouy])y(?=[^aeiouy][a-z]{2})/g, 'i'],
  ['ee', /ee(?!v)/g, 'i'],
  ['', /(?:yy|yi|iy|yj|ij|ii|i)$/, 'y'],
  ['ff', /(o|e)ff$/, '$1v'],
  ['dzh', /dzh/g, 'j'],
  ['ch', /tch|tsch/g, 'ch'],
  ['tz', /tz/g, 'ts'],
  // Armenian: Hovhannisyan and Hovannisian.
  ['vh', /vh/g, 'v'],
  ['kh', /kh/g, 'h'],
  ['gh', /gh/g, 'g'],
  ['ks', /ks/g, 'x'],
  ['w', /w/g, 'v'],
  ['ye', /^ye/, 'e'],
  ['y', /([aeou])y(?![aeou]|$)/g, '$1i'],
  ['y', /([aeou])y$/, '$1i'],
  ['y', /y(?=[aou])/g, 'i'],
  ['iia', /iia/g, 'ia'],
  ['', /([a-z])\1/g, '$1'],
];

const schemes = rows.map(
  ([clue, pattern, replacement]): Scheme => ({ clue, letters: lettersIn(clue), pattern, replacement }),
);

/** The first spelling of a name's group by each of the others, all in the plain form that schemes reduce names to. */
export type Twins = ReadonlyMap<string, string>;

/**
 * Makes groups of spellings ready for `nameKeys`.
 *
 * @param groups of names in the plain form: `plainKey` of each
 */
export const indexTwins = (groups: readonly (readonly string[])[]): Twins =>
  new Map(groups.flatMap(([first = '', ...others]) => others.map((other): [string, string] => [other, first])));

const noTwins: Twins = new Map();

/** A name in the plain form that one scheme of romanisation and another come to. */
export const plainKey = (name: string): string => reduce(stripName(name));

function reduce(name: string): string {
  // Short names differ by the very letters that the schemes merge (Lee and Li, Yi and Yee).
  if (name.length < 4) return name;
  let text = name;
  let letters = lettersIn(text);
  for (let i = 0; i < schemes.length; i++) {
    const scheme = schemes[i];
    if (!scheme || (scheme.letters & letters) !== scheme.letters || !text.includes(scheme.clue)) continue;
    text = text.replace(scheme.pattern, scheme.replacement);
    letters = lettersIn(text);
  }
  return text;
}

/**
 * Keys of a surname or given name under the romanisations in use; two names that share a key are one name written in two ways
 * (Syrskyi, Syrsky and Syrskyy; Aliyev and Aliev; Həsənov and Hasanov; Şahin, Sahin and Shahin).
 *
 * @param twins spellings of one name that no scheme joins (Volodymyr and Vladimir)
 */
export function nameKeys(name: string, twins: Twins = noTwins): readonly string[] {
  const stripped = stripName(name);
  const spelled = spellOutName(name);
  const keys = [reduce(stripped)];
  const twin = twins.get(keys[0] ?? '');
  if (twin) keys.push(twin);
  if (spelled !== stripped) keys.push(reduce(spelled));
  addOthers(stripped, keys);
  return keys.length === 1 ? keys : [...new Set(keys)];
}

/** Adds the keys that a name has by letters which another language writes for its own. */
function addOthers(stripped: string, keys: string[]): void {
  // Most names are done with by their first letter.
  switch (stripped.charAt(0)) {
    case 'c':
      // Ceyhun and Jeyhun: a Turkish «c» in a name that shows no other Turkish letter.
      if (stripped.length > 4 && /^c(?:[eiu]|a.*(?:[oe]va?|zade|l[iy])$)/.test(stripped))
        keys.push(reduce(`j${stripped.slice(1)}`));
      break;
    case 'q':
      // Kazakh, Arabic, Urdu: Qusainov and Kusainov, Qasim and Kasim.
      if (/^q[^u]|^qu[^aeiou]/.test(stripped)) keys.push(reduce(`k${stripped.slice(1)}`));
      break;
    case 'a':
    case 'e':
      // Azerbaijani ə at the head, which no slip explains: Afandizade and Efendizade.
      if (/^[ae].{4}/.test(stripped) && /(?:[oe]va?|zade|l[iy]|oglu)$/.test(stripped))
        keys.push(reduce(`a${stripped.slice(1).replaceAll('e', 'a')}`));
      // Arabic: Aufi and Oufi.
      if (/^a[uw][^aeiou]/.test(stripped)) keys.push(reduce(`ou${stripped.slice(2)}`));
      break;
    case 'g':
      // Russian has no h: Hasanov comes back through it as Gasanov, Huseynov as Guseinov.
      if (/^g[aeu].*(?:[oe]va?|zade|l[iy])$/.test(stripped)) keys.push(reduce(`h${stripped.slice(1)}`));
      // Nor has it the Azerbaijani q: Gurbanov comes back as Kurbanov.
      if (/^g[aou].*(?:[oe]va?|zade|l[iy])$/.test(stripped)) keys.push(reduce(`k${stripped.slice(1)}`));
  }
  // Ukrainian h is a Russian g, and y an i: Hrytsenko and Gritsenko, Bohdanchuk and Bogdanchuk, Syrskyi and Sirsky.
  if (/[hy].*(?:enko|ch?uk|iuk|yuk|sky[iy]?|shyn|shko|[iy]ha)$/.test(stripped))
    keys.push(reduce(stripped.replace(/(?<![ckgstpz])h/g, 'g').replace(/y(?=[^aeiouy])/g, 'i')));
}
