#!/usr/bin/env node
import { openFlags } from '../node/v8-flags.ts';
import { loadProgram } from './load.ts';

/** Microseconds of work after which a run has more than an article to read. */
const much = 500_000;
/** Those (some megabytes of copy) after which a run is so long that V8's last compiler is worth its time. */
const long = 15_000_000;

const flags = openFlags();
const { program, keepCode } = loadProgram('check');
// What was kept, of ours and of Node's, is read only under the flags that it was made under: not before.
flags.leaveCompilersOut();
flags.keepYoungSmall();
const settling = setInterval(() => {
  if (process.cpuUsage().user < much) return;
  clearInterval(settling);
  flags.letYoungGrow();
  flags.keepHeapSmall();
  flags.keepRestingCode();
  flags.takeMiddleCompilerIn();
}, 100).unref();
const lasting = setInterval(() => {
  if (process.cpuUsage().user < long) return;
  clearInterval(lasting);
  flags.takeLastCompilerIn();
}, 1_000).unref();
await program.runCli();
clearInterval(settling);
clearInterval(lasting);
// A check goes through nearly all of the code; a run that broke off, or another command, does not.
if (process.argv[2] === 'check' && process.exitCode !== 2) {
  flags.restore();
  keepCode();
}
