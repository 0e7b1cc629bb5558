import module from 'node:module';

// The sources as they are; what ships begins in start/. Node 20 keeps no compiled code.
module.enableCompileCache?.();

const { startNodeServer } = await import('./node-server.ts');
startNodeServer();
