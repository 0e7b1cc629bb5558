/** Lower case as Turkish and Azerbaijani have it. */
export function lowerTurkic(text: string): string {
  return (/[Iİ]/.test(text) ? text.replaceAll('I', 'ı').replaceAll('İ', 'i') : text).toLowerCase();
}

/** Upper case as Turkish and Azerbaijani have it. */
export function upperTurkic(text: string): string {
  return text.replaceAll('i', 'İ').replaceAll('ı', 'I').toUpperCase();
}

/** True for a word in capitals, of which there are two at least. */
export function isCapitals(word: string): boolean {
  return !/\p{Ll}/u.test(word) && (word.match(/\p{Lu}/gu)?.length ?? 0) > 1;
}

/** Gives a reading in small letters the case of the damaged word. */
export function dressLike(word: string, reading: string, small = false): string {
  const capitals = isCapitals(word);
  const letters = [...reading];
  // `?Stanbul`, `Mu?La`: the word was re-cased after the damage and the letter after each hole became a capital.
  const recased = !capitals && /[?\ufffd]\p{Lu}\p{Ll}|\p{Ll}[?\ufffd]\p{Lu}/u.test(word);
  return [...word]
    .map((char, i) => {
      const letter = letters[i] ?? '';
      if (char === '?' || char === '\ufffd')
        return capitals || (i === 0 && (!small || letter === 'i')) ? upperTurkic(letter) : letter;
      if (recased && i > 0) return letter;
      return char.toLowerCase() === letter || lowerTurkic(char) === letter
        ? char
        : /\p{Lu}/u.test(char)
          ? upperTurkic(letter)
          : letter;
    })
    .join('');
}

/**
 * Letters that neither Turkish nor Azerbaijani has, or clusters that only the neighbours do.
 *
 * @param language of the story: Azerbaijani has ğ after a consonant («uyğun»), Turkish has not
 */
export function isForeign(word: string, reading: string, language: 'tr' | 'az' = 'tr'): boolean {
  const low = lowerTurkic(reading);
  return (
    /[wáéíóúýàèìòùäëïåæøšșțăčřžěůňėįųāēīūķļņģċġħżãñďťľĺŕąęłńśźżćđőű]/i.test(word) ||
    /cz|sz|[^aeıioöuüəâîû?]{4}/i.test(low) ||
    (language === 'az' ? /^ğ/ : /(?:^|[^aeıioöuüəâîû])ğ/).test(low)
  );
}

/** ı after e, i, ö or ü, as in no Turkish word that is not put together of two: «Beşiklır» is Azerbaijani «Beşiklər». */
export function breaksHarmony(text: string): boolean {
  return /[eiöü]ı/.test(lowerTurkic(text).replace(/[^aeəıioöuü]/g, ''));
}

const cue =
  /^(?:Azerb\p{L}*|Baku|Bak[ıi]|Karabakh|Nagorno|Ganja|Nakhchivan|Sumgait|T[uü]rk(?:ish|ey|iye|s)?|Ankara|[Iİ]stanbul|[Iİ]zmir|Anatolian?|Erdo\p{L}*)$/u;

/** True for a word of English copy that speaks of Turkey or Azerbaijan. */
export function isTurkicCue(word: string): boolean {
  return cue.test(word);
}
