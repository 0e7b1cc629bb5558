import module from 'node:module';

// Keeps compiled code between runs; Node 20 has no such cache.
module.enableCompileCache?.();

const { startNodeServer } = await import('./node-server.ts');
startNodeServer();
