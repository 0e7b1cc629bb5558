import type { Merged } from './merge.ts';
import type { Place } from './place.ts';
import type { Settings } from './settings.ts';

/** One value of a resolved configuration and where it was set; no place means the built-in default. */
export interface Origin {
  key: string;
  value: unknown;
  place?: Place;
}

/** Every value that holds for an article, in the order of the configuration's keys. */
export function explainSettings(settings: Settings, merged: Merged): Origin[] {
  const rules = [...settings.rules].flatMap(([id, { severity, options }]): Origin[] => {
    const said = merged.rules.get(id);
    return [
      { key: `rules.${id}`, value: severity, place: said?.severity?.place },
      ...Object.entries(options).map(([name, value]) => ({
        key: `rules.${id}.${name}`,
        value,
        place: said?.options.get(name)?.place,
      })),
    ];
  });
  const others = [...merged.rules].filter(([id]) => !settings.rules.has(id));
  return [
    ...(merged.files ? [{ key: 'files', value: merged.files.value, place: merged.files.place }] : []),
    { key: 'language', value: settings.language, place: merged.language?.place },
    { key: 'style', value: settings.style, place: merged.style?.place },
    ...(['lexicon', 'styles', 'plugins', 'dictionaries'] as const).flatMap((key) =>
      merged[key].map(({ value, place }) => ({ key, value, place })),
    ),
    ...rules,
    ...others.map(([id, { severity, place }]) => ({ key: `rules.${id}`, value: severity?.value ?? 'on', place })),
  ];
}
