import { loadPack } from './load.ts';
import type { Pack } from './pack.ts';

/**
 * Vale's own style, `Vale`: `Terms` and `Avoid` from the vocabulary, and `Repetition`. Its `Spelling` is the desk's own
 * rule.
 *
 * @param accept words to be written just so
 * @param reject words to be avoided
 */
export function makeValeStyle(accept: readonly string[], reject: readonly string[]): Pack {
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
  };
  const words = accept.filter((word) => /^\p{L}+$/u.test(word));
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
  return loadPack([{ path: 'Vale/Vale.yml', text: JSON.stringify({ rules }) }], 'Vale').pack;
}
