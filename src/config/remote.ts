import type { Said } from '../text/index.ts';
import { said } from '../text/index.ts';

/** Something that `extends` names beyond this machine. */
export type RemoteSource =
  | {
      kind: 'file' | 'archive';
      /** What is fetched, without the part behind `#`. */
      url: string;
      /** The configuration inside an archive; looked for when empty. */
      entry: string;
    }
  | {
      kind: 'git';
      url: string;
      /** Branch, tag or commit; the remote's own default when empty. */
      ref: string;
      entry: string;
    };

/**
 * Reads an `extends` entry: `https://host/desk.yaml`, `https://host/house.tgz#desk/base.yaml`,
 * `git+https://host/house.git#v2:desk/base.yaml`.
 *
 * @returns undefined when it names nothing remote; a fault when it may not be fetched
 */
export function readRemote(value: string): RemoteSource | { fault: Said } | undefined {
  const scheme = /^(git\+)?([a-z][a-z0-9+.-]+):\/\//i.exec(value);
  if (!scheme) return undefined;
  const isGit = scheme[1] !== undefined;
  const [address = '', part = ''] = splitOnce(isGit ? value.slice(4) : value, '#');
  if (!URL.canParse(address)) return { fault: said`“${address}” is no web address` };
  const { protocol, username, password } = new URL(address);
  if (protocol !== 'ssh:' && (username || password))
    return { fault: said`An address with a password in it would be shared with everyone who reads this file` };
  const allowed = isGit ? ['https:', 'ssh:', 'file:'] : ['https:'];
  if (!allowed.includes(protocol) && !isLoopback(address))
    return {
      fault: said`Only ${isGit ? 'git+https, git+ssh, git+file' : 'https'} is fetched, not ${protocol.slice(0, -1)}`,
    };
  if (isGit) {
    const [ref = '', entry = ''] = splitOnce(part, ':');
    if (ref.startsWith('-') || /\s/.test(ref)) return { fault: said`“${ref}” is no branch, tag or commit` };
    return { kind: 'git', url: address, ref, entry };
  }
  const isArchive = /\.(?:tgz|tar|tar\.gz|zip)$/i.test(new URL(address).pathname);
  return { kind: isArchive ? 'archive' : 'file', url: address, entry: part };
}

/** True for what looks like an address, whether or not it may be fetched. */
export const isRemote = (value: string) => /^(?:git\+)?[a-z][a-z0-9+.-]+:\/\//i.test(value);

/** True for `http://localhost:PORT` and the like: nobody stands between, and no other port is reached by accident. */
export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  return protocol === 'http:' && port !== '' && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
