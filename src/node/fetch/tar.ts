import { SaidError, said } from '../../text/index.ts';
/** The files of an archive or a checkout by their paths, as they are named there. */
export type Files = Map<string, Uint8Array>;

const block = 512;

/**
 * Reads a tar archive (ustar, with pax and GNU long names). Folders, links and devices are passed over.
 *
 * @throws Error when it is cut short
 */
export function readTar(bytes: Uint8Array): Files {
  const files: Files = new Map();
  const decoder = new TextDecoder();
  const text = (from: number, length: number) => {
    const end = bytes.subarray(from, from + length).indexOf(0);
    return decoder.decode(bytes.subarray(from, from + (end < 0 ? length : end)));
  };
  let longName = '';
  for (let at = 0; at + block <= bytes.length; ) {
    if (bytes[at] === 0) break;
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    const from = at + block;
    if (!(size >= 0) || from + size > bytes.length) throw new SaidError(said`the archive is cut short`);
    const kind = String.fromCharCode(bytes[at + 156] ?? 0);
    const content = bytes.subarray(from, from + size);
    if (kind === 'L') longName = decoder.decode(content).replace(/\0.*$/s, '');
    else if (kind === 'x') longName = readPaxPath(content) ?? longName;
    else if (kind !== 'g') {
      const prefix = text(at + 257, 5) === 'ustar' ? text(at + 345, 155) : '';
      const name = longName || (prefix ? `${prefix}/` : '') + text(at, 100);
      longName = '';
      if (kind === '0' || kind === '\0') files.set(name, content);
    }
    at = from + Math.ceil(size / block) * block;
  }
  return files;
}

/** The `path` record of a pax header: `LENGTH path=NAME`. */
function readPaxPath(content: Uint8Array): string | undefined {
  const decoder = new TextDecoder();
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const length = Number(decoder.decode(content.subarray(at, space)));
    if (space < 0 || !(length > 0)) return undefined;
    const record = decoder.decode(content.subarray(space + 1, at + length - 1));
    if (record.startsWith('path=')) return record.slice(5);
    at += length;
  }
  return undefined;
}
