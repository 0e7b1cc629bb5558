import type { Tables } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';
import { gatherWords } from '../repair.ts';

/** Characters of GBK that touch a Latin letter or a digit, as no Chinese text has them in a word. */
const run = /(?<=[A-Za-z])[\u3400-\u9fff]+|[\u3400-\u9fff]+(?=[A-Za-z])/g;
const typography = /^[–—‘’“”…•€]$/;

/**
 * UTF-8 read as GBK, two bytes a character: `Brazil鈥檚` for Brazil’s, `Erdo臒an` for Erdoğan. The proof is the way back:
 * the bytes decode to letters of the alphabets and marks of copy.
 */
export function findDoubleByte(text: string, beyond: string, tables: Tables): Repair[] {
  if (!/[\u3400-\u9fff]/.test(beyond)) return [];
  const runs = [...text.matchAll(run)];
  if (runs.length === 0) return [];
  const bytes = readGbk(tables);
  const hits = runs.flatMap(({ 0: found, index }) => {
    const decoded = decode(found, bytes);
    const fits =
      decoded !== undefined &&
      [...decoded].every((char) => char < '\u0080' || tables.letters.has(char) || typography.test(char));
    return fits ? [{ start: index, end: index + found.length, text: decoded }] : [];
  });
  return gatherWords(text, hits, {
    kind: 'encoding-mojibake',
    certainty: 'proved',
    evidence: { kind: 'round-trip', detail: 'GBK' },
    story: 'UTF-8 read as GBK',
  });
}

/** The UTF-8 that characters of GBK stand for; undefined where their bytes are none. */
function decode(found: string, gbk: ReadonlyMap<string, number>): string | undefined {
  const bytes = [...found].flatMap((char) => {
    const pair = gbk.get(char) ?? 0;
    return [pair >> 8, pair & 0xff];
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

const kept = new WeakMap<Tables, ReadonlyMap<string, number>>();

/** From a character of GBK to its two bytes; empty where the platform does not know GBK. */
function readGbk(tables: Tables): ReadonlyMap<string, number> {
  let bytes = kept.get(tables);
  if (!bytes) {
    bytes = listGbk();
    kept.set(tables, bytes);
  }
  return bytes;
}

function listGbk(): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder('gbk');
  } catch {
    return bytes;
  }
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd') bytes.set(char, (lead << 8) | trail);
    }
  return bytes;
}
