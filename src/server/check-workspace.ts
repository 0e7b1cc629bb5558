import type { Diagnostic } from 'vscode-languageserver';
import type { Check } from './checks.ts';
import { toDiagnostics } from './diagnostics.ts';
import type { CheckWorkspaceResult } from './protocol.ts';
import { letOthersIn } from './slices.ts';
import { toUri } from './uris.ts';

/** What a walk over many files needs. */
export interface WorkspaceWalk {
  files: readonly string[];
  /** Undefined when the file cannot be read. */
  check(path: string): Promise<Check | undefined>;
  isCancelled(): boolean;
  /** Called now and then with the number of files done. */
  onProgress(done: number, path: string): void;
}

/** Checks files one by one and gives way to other requests in between. A cancelled walk says what it found so far. */
export async function checkWorkspace({
  files,
  check,
  isCancelled,
  onProgress,
}: WorkspaceWalk): Promise<CheckWorkspaceResult> {
  const total = { checked: 0, errors: 0, warnings: 0, infos: 0, hints: 0, fixable: 0 };
  const found: { uri: string; diagnostics: Diagnostic[] }[] = [];
  const failures: { uri: string; message: string }[] = [];
  for (const [done, path] of files.entries()) {
    if (isCancelled()) break;
    onProgress(done, path);
    try {
      const checked = await check(path);
      if (checked?.report) {
        total.checked++;
        const counts = countMessages(checked);
        for (const key of ['errors', 'warnings', 'infos', 'hints', 'fixable'] as const) total[key] += counts[key];
        const { messages } = checked.report;
        if (messages.length > 0) found.push({ uri: toUri(path), diagnostics: toDiagnostics(messages, toUri(path)) });
      }
    } catch (error) {
      failures.push({ uri: toUri(path), message: error instanceof Error ? error.message : String(error) });
    }
    // A timer, not a microtask: only so do cancellations and keystrokes get their turn.
    await letOthersIn();
  }
  return { ...total, files: found, failures };
}

/** How many messages of each severity, and how many safe fixes. */
export function countMessages({ report }: Pick<Check, 'report'>) {
  const messages = report?.messages ?? [];
  const count = (severity: string) => messages.filter((message) => message.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    fixable: messages.filter(({ safe }) => safe).length,
  };
}
