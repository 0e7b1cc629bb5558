export type { Host } from './host.ts';
export { startNodeServer } from './node-server.ts';
export * from './protocol.ts';
export { startServer } from './server.ts';
