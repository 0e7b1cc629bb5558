import type { Settings } from '../config/index.ts';

/** Settings in which the user's own words are known, besides the team's terms; the same settings without any. */
export function withOwnWords(settings: Settings, words: readonly string[] = []): Settings {
  if (words.length === 0) return settings;
  const own = words.map((preferred) => ({
    preferred,
    banned: [],
    kind: 'term' as const,
    source: { file: 'copydesk.words', line: 1 },
  }));
  // The rest of the lexicon is read when it is asked for, as before.
  const lexicon = Object.create(settings.lexicon, {
    terms: { value: [...settings.lexicon.terms, ...own], enumerable: true },
  }) as Settings['lexicon'];
  return { ...settings, lexicon, key: `${settings.key}|${words.join('\n')}` };
}
