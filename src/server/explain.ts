import type { Translate } from '../text/index.ts';
import { fillSaid } from '../text/index.ts';
import type { Check } from './checks.ts';
import type { ArticleReason, ExplainResult } from './protocol.ts';
import { toUri } from './uris.ts';

/** Each reason in a sentence; `{name}` is the file's name, `{config}` the nearest configuration. */
export const reasons: Readonly<Record<ArticleReason, string>> = {
  disabled: '{name} is not checked: Copydesk is switched off here (setting copydesk.enable).',
  configuration: '{name} is checked: “files” in {config} names it.',
  'configuration-excludes': '{name} is not checked: “files” in {config} does not name it.',
  setting: '{name} is checked: the setting copydesk.files names it.',
  'setting-excludes': '{name} is not checked: the setting copydesk.files does not name it.',
  language: '{name} is checked: its language is News Article.',
  extension: '{name} is checked: its extension is an article’s.',
  look: '{name} is checked: its first lines look like a story.',
  'look-excludes':
    '{name} is not checked: its first lines do not look like a story. Name it in “files” of .copydesk.yaml, or set its language to News Article.',
  never: '{name} is not checked: files of this name belong to software, not to a story.',
  unsupported:
    '{name} is not checked: no reader for this kind of file. Name it in “files” of .copydesk.yaml if it is a story.',
};

/** Why a file is checked or isn't, and by which configuration. */
export function explainCheck({ path, reason, config, session }: Check, translate: Translate): ExplainResult {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return {
    checked: session !== undefined,
    reason,
    message: [
      translate(reasons[reason], { name, config: config.files[0] ?? '.copydesk.yaml' }),
      ...config.own.map(({ name: setting, value }) =>
        translate('Your setting {setting} holds over the configuration: {value}.', { setting, value }),
      ),
    ].join(' '),
    configuration: config.files.map(toUri),
    problems: config.problems.map(({ file, line, column, endLine, endColumn, message }) => ({
      uri: toUri(file),
      range: {
        start: { line: Math.max(0, line - 1), character: Math.max(0, column - 1) },
        end: { line: Math.max(0, endLine - 1), character: Math.max(0, endColumn - 1) },
      },
      message: fillSaid(message, translate),
    })),
    style: config.settings.style,
    language: config.settings.language,
  };
}
