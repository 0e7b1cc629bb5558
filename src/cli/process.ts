import type { Flags } from '../node/index.ts';

/**
 * Runs the command that the process was started with, and sets its exit code.
 *
 * @param flags V8's, which runs on much copy set anew
 */
export async function runProcess(flags: Flags): Promise<void> {
  // Threads of a run begin here too. Asking Node whether this is one would load what only they need.
  if (process.argv[2] === 'worker-thread' && (await import('./worker.ts')).serveChecks()) return;
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2), flags);
}
