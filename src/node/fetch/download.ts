import { gunzipSync } from 'node:zlib';
import { isLoopback } from '../../config/index.ts';
import { SaidError, said } from '../../text/index.ts';
import { limits } from './take.ts';
import type { Files } from './tar.ts';
import { readTar } from './tar.ts';
import { readZip } from './zip.ts';

const longest = 30_000;
const mostRedirects = 5;

/**
 * Fetches one file or archive over https.
 *
 * @returns its files; a lone file under its own name
 * @throws Error with what the server or the archive refused
 */
export async function download(url: string, kind: 'file' | 'archive'): Promise<Files> {
  const bytes = await fetchBytes(url);
  const { pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1)) || 'copydesk.yaml';
  if (kind === 'file') return new Map([[name, bytes]]);
  if (/\.zip$/i.test(name)) return readZip(bytes, limits.unpacked);
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return readTar(isPacked ? gunzipSync(bytes, { maxOutputLength: limits.unpacked }) : bytes);
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(longest);
  let at = url;
  for (let i = 0; i <= mostRedirects; i++) {
    const response = await fetch(at, { redirect: 'manual', signal, credentials: 'omit' });
    const next = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (next === null) {
      if (!response.ok) throw new SaidError(said`the server answers ${response.status} ${response.statusText}`);
      return readBody(response);
    }
    await response.body?.cancel();
    at = new URL(next, at).href;
    // A way that began in the open does not lead to this machine, nor off https.
    if (!at.startsWith('https:') && !(isLoopback(url) && isLoopback(at)))
      throw new SaidError(said`it leads to ${at}, which is not https`);
  }
  throw new SaidError(said`it leads from address to address`);
}

async function readBody({ body }: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.length;
    // Leaving the loop ends the transfer.
    if (size > limits.download) throw new SaidError(said`it is larger than ${limits.download / 1_000_000} MB`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
