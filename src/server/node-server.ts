import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './node-host.ts';
import { startServer } from './server.ts';

/** Serves one client over what the process arguments say: `--stdio`, `--node-ipc`, `--socket=PORT`, `--pipe=NAME`. */
export function startNodeServer(): void {
  // Standard output belongs to the protocol: a stray log line would break the client.
  console.log = console.error;
  console.info = console.error;
  console.debug = console.error;
  startServer(createConnection(ProposedFeatures.all), nodeHost);
}
