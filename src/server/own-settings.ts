import type { Settings } from '../config/index.ts';
import { rankStyles } from '../config/index.ts';
import type { ClientSettings } from './protocol.ts';

/** A setting of the single user that holds instead of what a configuration says. */
export interface OwnSetting {
  /** The setting's name: `copydesk.style`. */
  name: string;
  value: string;
}

/**
 * The user's own settings on top of a configuration: they come last in the chain, and only where the user set them; a
 * setting left empty, as it is by default, leaves what the team says.
 */
export function withOwnSettings(
  settings: Settings,
  { style, language, words }: ClientSettings,
): { settings: Settings; own: readonly OwnSetting[] } {
  const ownStyle = rankStyles.find((one) => one === style);
  const ownLanguage = language || undefined;
  const own = [
    ...(ownStyle ? [{ name: 'copydesk.style', value: ownStyle }] : []),
    ...(ownLanguage ? [{ name: 'copydesk.language', value: ownLanguage }] : []),
  ];
  const chosen = {
    ...settings,
    style: ownStyle ?? settings.style,
    language: ownLanguage ?? settings.language,
    key: [settings.key, ownStyle, ownLanguage].join('|'),
  };
  return { settings: withOwnWords(chosen, words), own };
}

/** Settings in which the user's own words are known, besides the team's terms; the same settings without any. */
function withOwnWords(settings: Settings, words: readonly string[] = []): Settings {
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
