#!/usr/bin/env node
import module from 'node:module';

// Keeps compiled code between runs; Node 20 has no such cache.
module.enableCompileCache?.();

// Threads of a run begin here too. Asking Node whether this is one would load what only they need.
const isThread = process.argv[2] === 'worker-thread' && (await import('./worker.ts')).serveChecks();
if (!isThread) {
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
}
