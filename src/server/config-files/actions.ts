import type { CodeAction, Diagnostic, Range } from 'vscode-languageserver';
import { CodeActionKind as Kind } from 'vscode-languageserver';
import type { Translate } from '../../text/index.ts';
import type { EditAbilities } from '../edits.ts';
import { createEdit } from '../edits.ts';
import type { OpenDocument } from '../open-document.ts';
import type { DiagnosticData } from '../protocol.ts';
import { Command } from '../protocol.ts';
import { touches } from '../ranges.ts';
import { toPath } from '../uris.ts';
import { findRemoval } from './removal.ts';

/** The fixes of a configuration's problems in a range: the nearest known name, taken out, or fetched. */
export function createConfigActions(request: {
  uri: string;
  document: OpenDocument;
  diagnostics: readonly Diagnostic[];
  range: Range;
  abilities: EditAbilities | undefined;
  /** The workspace is trusted, and this machine can fetch. */
  mayFetch: boolean;
  translate: Translate;
}): CodeAction[] {
  const { uri, document, diagnostics, range, mayFetch, translate } = request;
  const abilities = request.abilities ?? {
    documentChanges: false,
    createFile: false,
    annotations: false,
    snippets: false,
  };
  const edit = (there: Range, newText: string) =>
    createEdit(uri, document.version, [{ range: there, newText }], abilities);
  return diagnostics
    .filter((diagnostic) => touches(diagnostic.range, range))
    .flatMap((diagnostic): CodeAction[] => {
      const { expected, fix } = diagnostic.data as DiagnosticData;
      const base = { kind: Kind.QuickFix, diagnostics: [diagnostic] };
      const actions: CodeAction[] = expected.map((newText, index) => ({
        ...base,
        title: translate('Write “{expected}”', { expected: newText }),
        ...(index === 0 && expected.length === 1 ? { isPreferred: true } : {}),
        edit: edit(diagnostic.range, newText),
      }));
      const removal = fix === 'remove' && findRemoval(toPath(uri), document.getText(), diagnostic.range.start);
      if (removal) {
        const text = document.getText(diagnostic.range);
        const title = translate('Take out “{text}”', { text: text.length > 40 ? `${text.slice(0, 39)}…` : text });
        actions.push({ ...base, title, edit: edit(removal, '') });
      }
      if (fix === 'fetch' && mayFetch) {
        const title = translate('Fetch what this configuration extends', {});
        actions.push({ ...base, title, command: { title, command: Command.syncStyles, arguments: [uri] } });
      }
      return actions;
    });
}
