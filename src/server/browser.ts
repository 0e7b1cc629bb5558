import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { Host } from './host.ts';
import type { WorkerPackage } from './protocol.ts';
import { startServer } from './server.ts';

/** What a worker offers; the project's types are Node's. */
type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0] & {
  onmessage: ((event: { data: WorkerPackage }) => void) | null;
};

const scope = globalThis as unknown as WorkerScope;

// The first message is the package's files; the protocol's own reader takes over from there.
scope.onmessage = ({ data }: { data: WorkerPackage }) => {
  const connection = createConnection(
    ProposedFeatures.all,
    new BrowserMessageReader(scope),
    new BrowserMessageWriter(scope),
  );
  startServer(connection, browserHost(data));
};

/** A worker in a browser: package files from memory, everything else through the client. */
function browserHost({ assets, translations }: WorkerPackage): Host {
  return {
    assets: (name) => assets[name],
    files: { read: async () => undefined },
    findFiles: async () => [],
    readTranslations: async () =>
      translations === undefined ? undefined : (JSON.parse(translations) as Record<string, string>),
    // Swedish writes dates as ISO 8601 does.
    today: () => new Date().toLocaleDateString('sv-SE'),
    now: () => performance.now(),
  };
}
