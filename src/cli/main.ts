import module from 'node:module';
import { runProcess } from './process.ts';

// The sources as they are; what ships begins in start/. Node 20 keeps no compiled code.
module.enableCompileCache?.();
await runProcess();
