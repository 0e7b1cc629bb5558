import type { OptionValue, RankStyle, Severity } from '../rules/index.ts';
import type { ConfigFile, ConfigPart } from './file.ts';
import { takesPath } from './glob.ts';
import type { Place, Placed } from './place.ts';
import { valuesOf } from './place.ts';

/** A configuration file that takes part, and the folder that its globs are relative to. */
export interface Layer {
  file: ConfigFile;
  folder: string;
}

/** What all layers together say of one rule. */
export interface MergedRule {
  place: Place;
  severity?: Placed<Severity | 'off' | 'on'>;
  options: Map<string, Placed<OptionValue>>;
  /** The options as written, for rules that are not ours. */
  raw?: unknown;
}

/** All layers laid over each other for one article. */
export interface Merged {
  language?: Placed<string>;
  style?: Placed<RankStyle>;
  rules: ReadonlyMap<string, MergedRule>;
  /** Nearest first, with the paths still as written. */
  lexicon: readonly Placed<string>[];
  styles: readonly Placed<string>[];
  plugins: readonly Placed<string>[];
  dictionaries: readonly Placed<string>[];
  isArticle: boolean | undefined;
  files?: Placed<readonly string[]>;
}

/**
 * Lays configurations over each other for one article.
 *
 * @param layers from the farthest to the nearest; the later one wins
 */
export function mergeLayers(layers: readonly Layer[], path: string): Merged {
  const parts: ConfigPart[] = layers.flatMap(({ file, folder }) => [
    file,
    ...file.overrides.filter(({ globs }) => takesPath(valuesOf(globs), folder, path)),
  ]);
  const rules = new Map<string, MergedRule>();
  for (const part of parts) {
    for (const { id, place, severity, options, raw } of part.rules) {
      const before = rules.get(id);
      rules.set(id, {
        place,
        severity: severity ?? before?.severity,
        options: new Map([...(before?.options ?? []), ...options]),
        raw: raw ?? before?.raw,
      });
    }
  }
  const nearest = [...parts].reverse();
  return {
    language: nearest.find(({ language }) => language)?.language,
    style: nearest.find(({ style }) => style)?.style,
    rules,
    lexicon: nearest.flatMap(({ lexicon }) => lexicon),
    styles: nearest.flatMap(({ styles }) => styles),
    plugins: nearest.flatMap(({ plugins }) => plugins),
    dictionaries: nearest.flatMap(({ dictionaries }) => dictionaries),
    isArticle: namesArticle(layers, path),
    files: layers.findLast(({ file }) => file.files)?.file.files,
  };
}

/** Whether the nearest `files` names a path; undefined where no configuration says which files are articles. */
export function namesArticle(layers: readonly Layer[], path: string): boolean | undefined {
  const said = layers.findLast(({ file }) => file.files);
  return said?.file.files && takesPath(said.file.files.value, said.folder, path);
}
