#!/usr/bin/env node
import { loadProgram } from './load.ts';

const { program, keepCode } = loadProgram('check');
await program.runCli();
// A check goes through nearly all of the code; a run that broke off, or another command, does not.
if (process.argv[2] === 'check' && process.exitCode !== 2) keepCode();
