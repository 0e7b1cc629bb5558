declare module 'nspell' {
  /** Hunspell's rules over a dictionary's affix and word files. */
  export default function nspell(dictionary: { aff: Uint8Array; dic: Uint8Array }): { correct(word: string): boolean };
}
