#!/usr/bin/env node
import { loadProgram } from './load.ts';
import { keepHeapSmall, keepRestingCode, leaveLastCompilerOut, takeLastCompilerIn } from './v8-flags.ts';

/** Microseconds of work (some megabytes of copy) after which a run is so long that V8's last compiler is worth its time. */
const long = 15_000_000;

keepHeapSmall();
keepRestingCode();
leaveLastCompilerOut();
const { program, keepCode } = loadProgram('check');
const timer = setInterval(() => {
  if (process.cpuUsage().user < long) return;
  takeLastCompilerIn();
  clearInterval(timer);
}, 1_000).unref();
await program.runCli();
// A check goes through nearly all of the code; a run that broke off, or another command, does not.
if (process.argv[2] === 'check' && process.exitCode !== 2) {
  leaveLastCompilerOut();
  keepCode();
}
