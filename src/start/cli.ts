#!/usr/bin/env node
import { openFlags } from '../node/v8-flags.ts';
import { loadProgram } from './load.ts';

/** Microseconds of work after which a run has more than an article to read. */
const much = 500_000;
/** Those (some megabytes of copy) after which a run is so long that V8's last compiler is worth its time. */
const long = 15_000_000;

const flags = openFlags();
const { program, keepCode } = loadProgram('check', flags);
// A thread of a run: V8's flags are those of the process.
const isThread = process.argv[2] === 'worker-thread';
const timers = isThread ? [] : [after(much, 100, flags.forMuch), after(long, 1_000, flags.forArchive)];
// Read first: with other flags V8 refuses the compiled code that Node's own modules come with.
void process.getBuiltinModule('node:util').parseArgs;
if (!isThread) flags.forArticle();
const isOver = await program.runCli(flags);
for (const timer of timers) clearInterval(timer);
// A check goes through nearly all of the code; a run that broke off, or another command, does not.
if (process.argv[2] === 'check' && process.exitCode !== 2) {
  flags.setBack();
  keepCode();
}
// Left to end by itself, Node gives back its memory piece by piece first.
if (isOver) process.exit();

/** Does something once when the run has worked for so many microseconds; looks every so many milliseconds. */
function after(work: number, every: number, act: () => void): NodeJS.Timeout {
  const timer = setInterval(() => {
    if (process.cpuUsage().user < work) return;
    clearInterval(timer);
    act();
  }, every).unref();
  return timer;
}
