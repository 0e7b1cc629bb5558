/** Lower case as Turkish and Azerbaijani have it. */
export function lowerTurkic(text: string): string {
  return (/[Iİ]/.test(text) ? text.replaceAll('I', 'ı').replaceAll('İ', 'i') : text).toLowerCase();
}

/** Upper case as Turkish and Azerbaijani have it. */
export function upperTurkic(text: string): string {
  return text.replaceAll('i', 'İ').replaceAll('ı', 'I').toUpperCase();
}
