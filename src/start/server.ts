import { openFlags } from '../node/v8-flags.ts';
import { loadProgram } from './load.ts';

/** Milliseconds after which the first article has been read. */
const settled = 10_000;

const flags = openFlags();
const { program, keepCode } = loadProgram('server', flags);
flags.forArticles();
await program.runServer();
// Once a session, early: V8 forgets code that is not used for a while.
const keep = () => {
  clearTimeout(timer);
  process.off('exit', keep);
  const resume = flags.setBack();
  keepCode();
  resume();
};
const timer = setTimeout(() => {
  keep();
  flags.forServer();
}, settled).unref();
process.on('exit', keep);
