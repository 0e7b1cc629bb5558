import type { Format, FormatOptions } from './format.ts';

export type { Format } from './format.ts';

/** Each format is loaded when it is asked for. */
const formats: Readonly<Record<string, () => Promise<(options: FormatOptions) => Format>>> = {
  stylish: async () => (await import('./stylish.ts')).createStylish,
  json: async () => (await import('./json.ts')).createJson,
  ndjson: async () => (await import('./ndjson.ts')).createNdjson,
  sarif: async () => (await import('./sarif.ts')).createSarif,
  junit: async () => (await import('./junit.ts')).createJunit,
  github: async () => (await import('./github.ts')).createGithub,
  html: async () => (await import('./html.ts')).createHtml,
};

/** Names for `--format`. */
export const formatNames: readonly string[] = Object.keys(formats);

/** Whether a format tells the people of an article. */
export const listsPeople = (name: string): boolean => name === 'json' || name === 'ndjson';

/** Sets up a format; the name is one of {@link formatNames}. */
export async function createFormat(name: string, options: FormatOptions): Promise<Format> {
  const load = formats[name];
  if (!load) throw new RangeError(`no format “${name}”`);
  return (await load())(options);
}
