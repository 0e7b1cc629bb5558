import { loadPack } from './load.ts';
import type { Pack } from './pack.ts';

/**
 * Vale's own style, `Vale`: `Terms` and `Avoid` from the vocabulary, `Repetition` and `Spelling`.
 *
 * @param accept words to be written just so
 * @param reject words to be avoided
 * @param dictionaries names of Hunspell files that `Spelling` reads besides American English
 */
export function makeValeStyle(
  accept: readonly string[],
  reject: readonly string[],
  dictionaries: readonly string[] = [],
): Pack {
  const rules: Record<string, unknown> = {
    Repetition: {
      extends: 'repetition',
      message: "'%s' is repeated!",
      level: 'error',
      ignorecase: true,
      alpha: true,
      action: { name: 'edit', params: ['truncate', ' '] },
      tokens: ['[^\\s.!?]+'],
    },
    Spelling: { extends: 'spelling', message: "Did you really mean '%s'?", level: 'error', append: true, dictionaries },
  };
  // A class in capitals (\W, \S) is another one in small letters.
  const words = accept.filter((word) => !/^\(\?i\)|\\[A-Z]/.test(word));
  if (words.length > 0)
    rules.Terms = {
      extends: 'substitution',
      message: "Use '%s' instead of '%s'.",
      level: 'error',
      ignorecase: true,
      vocab: false,
      swap: Object.fromEntries(words.map((word) => [word.toLowerCase(), word])),
    };
  if (reject.length > 0)
    rules.Avoid = { extends: 'existence', message: "Avoid using '%s'.", level: 'error', tokens: [...reject] };
  // JSON is YAML, and the loader is the one way in.
  return loadPack([{ path: 'Vale/Vale.yml', text: JSON.stringify({ rules }) }], { name: 'Vale' }).pack;
}
