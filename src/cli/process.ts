import type { Flags } from '../node/index.ts';
import { openOutput } from './output.ts';

/**
 * Runs the command that the process was started with, and sets its exit code.
 *
 * @param flags V8's, which runs on much copy set anew
 * @returns whether the process may end at once: nothing is left to do or to write
 */
export async function runProcess(flags: Flags): Promise<boolean> {
  // Threads of a run begin here too. Asking Node whether this is one would load what only they need.
  if (process.argv[2] === 'worker-thread' && (await import('./worker.ts')).serveChecks()) return false;
  const { runCommand } = await import('./run-command.ts');
  const output = openOutput();
  process.exitCode = await runCommand(process.argv.slice(2), output, flags);
  return output.isOut();
}
