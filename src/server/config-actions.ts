import type { CodeAction, CodeActionKind, Diagnostic, Range } from 'vscode-languageserver';
import { CodeActionKind as Kind } from 'vscode-languageserver';
import type { Translate } from '../desk/index.ts';
import { isAsked } from './code-actions.ts';
import type { EditAbilities } from './edits.ts';
import { createEdit } from './edits.ts';
import type { DiagnosticData } from './protocol.ts';
import { touches } from './ranges.ts';

/** The fixes of a configuration's problems in a range: the nearest known names. */
export function createConfigActions(request: {
  uri: string;
  version: number;
  diagnostics: readonly Diagnostic[];
  range: Range;
  only: readonly CodeActionKind[] | undefined;
  abilities: EditAbilities;
  translate: Translate;
}): CodeAction[] {
  const { uri, version, diagnostics, range, only, abilities, translate } = request;
  if (!isAsked(only, Kind.QuickFix)) return [];
  const here = diagnostics.filter((diagnostic) => touches(diagnostic.range, range));
  return here.flatMap((diagnostic) => {
    const { expected } = diagnostic.data as DiagnosticData;
    return expected.map((newText, index) => ({
      title: translate('Write “{expected}”', { expected: newText }),
      kind: Kind.QuickFix,
      diagnostics: [diagnostic],
      ...(index === 0 && expected.length === 1 ? { isPreferred: true } : {}),
      edit: createEdit(uri, version, [{ range: diagnostic.range, newText }], abilities),
    }));
  });
}
