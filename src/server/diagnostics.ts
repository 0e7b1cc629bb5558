import type { Diagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { ConfigProblem } from '../config/index.ts';
import type { Message } from '../desk/index.ts';
import type { Translate } from '../text/index.ts';
import { fillSaid } from '../text/index.ts';
import type { DiagnosticData } from './protocol.ts';
import { toRange } from './ranges.ts';

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

// VS Code shows 1,000 diagnostics of a file, errors first; more would only be carried.
const most = 1000;

/** The diagnostics of an article's messages; `uri` is the article's, for related places. At most 1,000, the gravest kept. */
export function toDiagnostics(messages: readonly Message[], uri: string): Diagnostic[] {
  const kept =
    messages.length <= most
      ? messages
      : [...messages].sort((a, b) => severities[a.severity] - severities[b.severity]).slice(0, most);
  return kept.map((message) => toDiagnostic(message, uri));
}

/** The diagnostic of one message. */
export function toDiagnostic(message: Message, uri: string): Diagnostic {
  const data: DiagnosticData = {
    category: message.category,
    expected: message.expected,
    safe: message.safe,
    note: message.note,
    group: message.group,
  };
  return {
    range: toRange(message.place),
    severity: severities[message.severity],
    source: 'copydesk',
    code: message.ruleId,
    ...(message.url ? { codeDescription: { href: message.url } } : {}),
    message: message.reason,
    ...(isSuperfluous(message) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(message.related.length > 0
      ? {
          relatedInformation: message.related.map((there) => ({
            location: { uri, range: toRange(there.place) },
            message: there.message,
          })),
        }
      : {}),
    data,
  };
}

// Text that is only to be struck out is shown faded.
function isSuperfluous({ expected, actual }: Message): boolean {
  return expected.length === 1 && expected[0] === '' && actual.trim() !== '';
}

/** The diagnostics of one file's configuration problems, in the user's language. */
export function toConfigDiagnostics(
  problems: readonly ConfigProblem[],
  file: string,
  translate: Translate,
): Diagnostic[] {
  return problems
    .filter((problem) => problem.file === file)
    .map((problem) => ({
      range: {
        start: { line: Math.max(0, problem.line - 1), character: Math.max(0, problem.column - 1) },
        end: { line: Math.max(0, problem.endLine - 1), character: Math.max(0, problem.endColumn - 1) },
      },
      severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: 'copydesk',
      code: 'configuration',
      message: fillSaid(problem.message, translate),
      data: {
        category: 'configuration',
        expected: problem.expected ?? [],
        safe: false,
        note: '',
        group: '',
        ...(problem.fix ? { fix: problem.fix } : {}),
      } satisfies DiagnosticData,
    }));
}
