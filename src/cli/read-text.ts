import { readFileSync } from 'node:fs';

/** A file as text. */
export interface ReadText {
  text: string;
  /** False when the bytes were not what the encoding allows; writing the text back would lose them. */
  faithful: boolean;
  /** The code page that it was read as, when it is not UTF-8. */
  readAs?: string;
}

/**
 * Reads an article: UTF-8, UTF-16 where a byte order mark says so, or a Windows code page where it is neither.
 *
 * @throws Error with a message for people when there is no such file, or it is a folder or binary
 */
export async function readText(path: string): Promise<ReadText> {
  // Nothing else waits, and four trips to the thread pool cost more than a small file. Read as UTF-8 it is one call, which
  // takes half the time; what that is not, or holds the mark of a lost letter, is looked at byte by byte.
  const text = readOrSay(() => readFileSync(path, 'utf8'));
  if (text.includes('\ufffd')) return decodeText(readOrSay(() => readFileSync(path)));
  refuseBinary(text.slice(0, head).includes('\0'));
  return { text, faithful: true };
}

/** Of so many bytes, or letters, one that is nothing tells a binary file. */
const head = 8192;

function refuseBinary(isBinary: boolean): void {
  if (isBinary) throw new Error('a binary file, not an article');
}

function readOrSay<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(describeFailure(error), { cause: error });
  }
}

// Setting one up takes longer than decoding a short article.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes an article's bytes; as {@link readText}. */
export function decodeText(bytes: Uint8Array): ReadText {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    // It would be written back as UTF-8.
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), faithful: false };
  }
  refuseBinary(bytes.subarray(0, head).includes(0));
  try {
    return { text: strict.decode(bytes), faithful: true };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    // Where other letters are whole, a few bytes are broken; where none is, the file was never UTF-8.
    return /[\u00a0-\ufffc]/.test(text) ? { text, faithful: false } : decodePage(bytes);
  }
}

/**
 * Reads a file in a code page of old: Cyrillic where most letters are beyond ASCII, else Turkish, which has all letters
 * of Western Europe too but the Icelandic ones.
 */
function decodePage(bytes: Uint8Array): ReadText {
  let ascii = 0;
  let beyond = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) beyond++;
    else if ((byte | 32) >= 97 && (byte | 32) <= 122) ascii++;
  }
  const page = beyond > ascii ? 'Windows-1251' : 'Windows-1254';
  return { text: new TextDecoder(page).decode(bytes), faithful: false, readAs: page };
}

function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'a folder, not a file';
  if (code === 'EACCES' || code === 'EPERM') return 'this file may not be read';
  return error instanceof Error ? error.message : String(error);
}
