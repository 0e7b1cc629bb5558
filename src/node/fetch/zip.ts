import { inflateRawSync } from 'node:zlib';
import { SaidError, said } from '../../text/index.ts';
import type { Files } from './tar.ts';

/**
 * Reads a zip archive by its central directory. Folders and links are passed over.
 *
 * @param most bytes that all files together may have
 * @throws Error when it is no zip, is encrypted, packed in another way than deflate, or too large
 */
export function readZip(bytes: Uint8Array, most: number): Files {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  // The end record is 22 bytes and a remark of at most 64 KB.
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 65_558 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new SaidError(said`it is no zip archive`);
  const files: Files = new Map();
  let left = most;
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new SaidError(said`the archive is cut short`);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    // Made on Unix: the upper half of the attributes is the mode.
    const isLink = view.getUint8(at + 5) === 3 && (view.getUint16(at + 40, true) & 0xf000) === 0xa000;
    const local = view.getUint32(at + 42, true);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith('/') || isLink) continue;
    if (flags & 1) throw new SaidError(said`“${name}” is encrypted`);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.subarray(from, from + packed);
    if (method !== 0 && method !== 8) throw new SaidError(said`“${name}” is packed in a way that is not read`);
    const unpacked = method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, left) });
    left -= unpacked.length;
    if (left < 0) throw new SaidError(said`it is too large`);
    files.set(name, unpacked);
  }
  return files;
}
