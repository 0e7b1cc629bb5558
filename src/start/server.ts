import { loadProgram } from './load.ts';
import { keepHeapSmall, keepRestingCode } from './v8-flags.ts';

/** Milliseconds after which the first article has been read. */
const settled = 10_000;

keepHeapSmall();
keepRestingCode();
const { program, keepCode } = loadProgram('server');
await program.runServer();
// Once a session, early: V8 forgets code that is not used for a while.
const keep = () => {
  clearTimeout(timer);
  process.off('exit', keep);
  keepCode();
};
const timer = setTimeout(keep, settled).unref();
process.on('exit', keep);
