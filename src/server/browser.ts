import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { Host } from './host.ts';
import { startServer } from './server.ts';

/** What a worker offers; the project's types are Node's. */
interface WorkerScope {
  location: { href: string };
  XMLHttpRequest: new () => {
    open(method: string, url: string, isAsync: boolean): void;
    responseType: string;
    send(): void;
    readonly status: number;
    readonly response: ArrayBuffer | null;
  };
}

const scope = globalThis as unknown as WorkerScope & ConstructorParameters<typeof BrowserMessageReader>[0];
// The bundle lies in dist/web/.
const assetFolder = new URL('../assets/', scope.location.href).href;
const translationFolder = new URL('../../l10n/', scope.location.href).href;

/** A worker in a browser: package files by address, everything else through the client. */
const browserHost: Host = {
  // Synchronous requests are what workers are allowed and the engine's ports need.
  assets(name) {
    try {
      const request = new scope.XMLHttpRequest();
      request.open('GET', assetFolder + name, false);
      request.responseType = 'arraybuffer';
      request.send();
      return request.status === 200 && request.response ? new Uint8Array(request.response) : undefined;
    } catch {
      return undefined;
    }
  },
  files: { read: async () => undefined },
  findFiles: async () => [],
  async readTranslations(locale) {
    try {
      const response = await fetch(`${translationFolder}bundle.l10n.${locale}.json`);
      return response.ok ? ((await response.json()) as Record<string, string>) : undefined;
    } catch {
      return undefined;
    }
  },
  today: () => new Date().toISOString().slice(0, 10),
  now: () => performance.now(),
};

startServer(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)),
  browserHost,
);
