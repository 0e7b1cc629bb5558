import { loadProgram } from './load.ts';

/** Milliseconds after which the first article has been read. */
const settled = 10_000;

const { program, keepCode } = loadProgram('server');
await program.runServer();
setTimeout(keepCode, settled).unref();
