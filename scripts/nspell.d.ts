declare module 'nspell' {
  /** Hunspell's rules over a dictionary's affix and word files. */
  export default function nspell(dictionary: { aff: string | Uint8Array; dic: string | Uint8Array }): {
    correct(word: string): boolean;
  };
}
