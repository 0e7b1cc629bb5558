import type { Tables } from '../knowledge/index.ts';
import type { Hit, Repair } from '../repair.ts';
import { gatherWords } from '../repair.ts';

/** How programs write letters that their own alphabet lacks; each run of escapes is one match. */
const runs: readonly { pattern: RegExp; decode: (found: string) => string | undefined }[] = [
  // JSON and JavaScript (`Tatl\u0131su`), also escaped twice.
  { pattern: /(?:\\{1,4}u0[0-2][0-9a-f]{2})+/gi, decode: (found) => fromUnits(found.match(/[0-9a-f]{4}/gi)) },
  // The same whose backslash was taken off.
  {
    pattern: /(?<=^|[A-Za-z\u00c0-\u024f])(?:u0[01][0-9a-f]{2})+(?!\d)/g,
    decode: (found) => fromUnits(found.match(/0.../g)),
  },
  // R: `Tatl<U+0131>su`.
  { pattern: /(?:<U\+0[0-2][0-9A-F]{2}>)+/g, decode: (found) => fromUnits(found.match(/0[0-9A-F]{3}/g)) },
  // Bytes of UTF-8: quoted-printable mail (`N=C9=99biyev`), addresses, Python.
  ...['=', '%', String.raw`\\{1,2}x`].map((mark) => ({
    pattern: new RegExp(`(?:${mark}[89A-F][0-9A-F])+`, 'gi'),
    decode: (found: string) => fromBytes(found.match(/[89a-f][0-9a-f]/gi)),
  })),
  // UTF-7: `Tatl+ATE-su`.
  { pattern: /\+A[M-Z]?[A-Za-z0-9+/]{1,6}-/g, decode: fromUtf7 },
];

/** Chunks in which an escape is meant: addresses, paths, code. */
const technical = /:\/\/|www\.|[/@{}[\]|~^]|\w\.\w|\?\w|&\w+=|[A-Za-z]:\\/;
const escaped = /\\u|\\x|<U\+0|=[C-F]|%[C-F]|\+A|u0[01]/i;
const encodedWord = /=\?([\w-]{3,20})\?([BQ])\?([^?\s]+)\?=/gi;

/**
 * Letters in escapes of programs and mail: `Tatl\u0131su`, `Tatl%C4%B1su`, `=?UTF-8?Q?Tatl=C4=B1su?=`. What comes out must
 * be letters of the alphabets, and stand in a word.
 */
export function findEscapes(text: string, tables: Tables): Repair[] {
  if (!escaped.test(text) && !text.includes('=?')) return [];
  const about = {
    kind: 'encoding-entity',
    certainty: 'proved',
    evidence: { kind: 'rule' },
    story: 'code for letters left in the text',
  } as const;
  const mail = [...text.matchAll(encodedWord)].flatMap(
    ({ 0: found, 1: label = '', 2: way = '', 3: body = '', index }) => {
      const reading = decodeWord(label, way.toUpperCase(), body);
      // In ASCII it is an example of one.
      return reading === undefined || !/[^\0-\x7f]/.test(reading)
        ? []
        : [{ ...about, start: index, end: index + found.length, readings: [reading] }];
    },
  );
  const letters = [...text.matchAll(/\S+/g)].flatMap(({ 0: chunk, index }) =>
    escaped.test(chunk) && !mail.some(({ start, end }) => start < index + chunk.length && end > index)
      ? readChunk(chunk, tables).map((hit) => ({ ...hit, start: hit.start + index, end: hit.end + index }))
      : [],
  );
  return [...gatherWords(text, letters, about), ...mail].sort((a, b) => a.start - b.start);
}

function readChunk(chunk: string, tables: Tables): Hit[] {
  for (const { pattern, decode } of runs) {
    const hits = [...chunk.matchAll(pattern)].flatMap(({ 0: found, index }): Hit[] => {
      const text = decode(found);
      const fits = text !== undefined && text !== '' && [...text].every((char) => tables.letters.has(char));
      return fits ? [{ start: index, end: index + found.length, text }] : [];
    });
    if (hits.length === 0) continue;
    let rest = chunk;
    for (const { start, end } of hits.toReversed()) rest = `${rest.slice(0, start)}\0${rest.slice(end)}`;
    // A letter of the word must be left beside what was escaped.
    const word = /\p{L}['’.-]?\0|\0\p{L}/u.test(rest);
    return word && !technical.test(rest) && !/[\\=%<>]/.test(rest) ? hits : [];
  }
  return [];
}

function fromUnits(units: readonly string[] | null): string {
  return String.fromCharCode(...(units ?? []).map((hex) => Number.parseInt(hex, 16)));
}

function fromBytes(bytes: readonly string[] | null): string | undefined {
  return decodeBytes(
    'utf-8',
    Uint8Array.from(bytes ?? [], (hex) => Number.parseInt(hex, 16)),
  );
}

function decodeBytes(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // An unknown label, or bytes that are not of it.
    return undefined;
  }
}

/** Base64 of UTF-16, its last bits zero. */
function fromUtf7(found: string): string | undefined {
  const bytes = fromBase64(found.slice(1, -1));
  if (!bytes || bytes.length % 2 === 1) return undefined;
  return String.fromCharCode(
    ...Array.from({ length: bytes.length / 2 }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)),
  );
}

/** The bytes; undefined where it is no base64, or bits are left over that are not zero. */
function fromBase64(text: string): Uint8Array | undefined {
  const bare = text.replace(/=+$/, '');
  try {
    const bytes = atob(bare);
    return btoa(bytes).replace(/=+$/, '') === bare ? Uint8Array.from(bytes, (one) => one.charCodeAt(0)) : undefined;
  } catch {
    return undefined;
  }
}

/** A word of a mail's header (RFC 2047). */
function decodeWord(label: string, way: string, body: string): string | undefined {
  if (way === 'B') {
    const bytes = fromBase64(body);
    return bytes && decodeBytes(label, bytes);
  }
  const bytes = [...body.matchAll(/=([0-9A-F]{2})|([ -~])/gi)].map(([, hex, char]) =>
    hex ? Number.parseInt(hex, 16) : char === '_' ? 32 : (char ?? '').charCodeAt(0),
  );
  return decodeBytes(label, Uint8Array.from(bytes));
}
