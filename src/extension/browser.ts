import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import type { WorkerPackage } from '../server/protocol.ts';
import { activateDesk } from './activate.ts';

// The browser's own; the project's types are Node's.
declare class Worker {
  constructor(script: string);
  postMessage(message: unknown): void;
}

/** vscode.dev and its like: the server is a worker, handed the package's files because it can't reach them itself. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const read = async (path: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(context.extensionUri, path));
  const { names } = JSON.parse(new TextDecoder().decode(await read('dist/assets/index.json'))) as { names: string[] };
  const [bundle, translations, ...assets] = await Promise.all([
    read('dist/web/server.js'),
    read(`l10n/bundle.l10n.${vscode.env.language}.json`).catch(() => undefined),
    ...names.map((name) => read(`dist/assets/${name}`)),
  ]);
  const worker = new Worker(URL.createObjectURL(new Blob([bundle as Uint8Array<ArrayBuffer>])));
  const message: WorkerPackage = {
    assets: Object.fromEntries(names.map((name, i) => [name, assets[i] ?? new Uint8Array()])),
    ...(translations && { translations: new TextDecoder().decode(translations) }),
  };
  worker.postMessage(message);
  activateDesk(context, (options) => new LanguageClient('copydesk', 'Copydesk', worker, options));
}
