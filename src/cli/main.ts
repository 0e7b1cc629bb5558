#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const { runCommand } = await import('./run-command.ts');
  process.exitCode = await runCommand(process.argv.slice(2));
} else {
  const { serveChecks } = await import('./worker.ts');
  serveChecks();
}
