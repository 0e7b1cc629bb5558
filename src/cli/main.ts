#!/usr/bin/env node
import module from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Keeps compiled code between runs; Node 20 has no such cache.
module.enableCompileCache?.();

if (isMainThread) {
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
} else {
  const { serveChecks } = await import('./worker.ts');
  serveChecks();
}
