import module from 'node:module';
import { openFlags } from '../node/index.ts';
import { runProcess } from './process.ts';

// The sources as they are; what ships begins in start/. Node 20 keeps no compiled code.
module.enableCompileCache?.();
await runProcess(openFlags());
