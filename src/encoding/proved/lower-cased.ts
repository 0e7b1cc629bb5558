import { findChunks } from '../chunks.ts';
import type { Alphabet, CodePage, Tables } from '../knowledge/index.ts';
import type { Hit, Repair } from '../repair.ts';
import { gatherWords } from '../repair.ts';

/** Pages whose first bytes are letters that have a small form. */
const pageIds = ['windows-1252', 'iso-8859-1'];
/** First bytes of Latin letters, lower-cased. */
const leads: Record<string, number> = { ã: 0xc3, ä: 0xc4, å: 0xc5, é: 0xc9 };
/** é leads no other letter of these languages than ə, and is one itself. */
const rareLead = 'é';
/** Signs that stand behind none of these letters inside a word, and ÿ, which stands behind none at all. */
const odd = /(?<=[a-z])[ãäå][¼½¾¶§±°‡¤¦\u0080-\u009fÿ](?=[a-zãäå]|$)|^[ãäå][¼½¾¶§±°‡\u0080-\u009fÿ](?=[a-z])/;
/** What may as well be a mark behind a letter: «Jyväskylä’s», «pitkä…». */
const typographic = /[‘’“”„‚«»‹›–—…•™\u00a0]/;

/**
 * UTF-8 read with a page of Windows or with Latin-1, and lower-cased afterwards: `gã¼ã§lã¼` for güçlü. The first byte's
 * letter went small with the rest; the way back leads to the text once its capitals are small.
 */
export function findLowerCased(text: string, beyond: string, tables: Tables): Repair[] {
  if (!/[ãäå]/.test(beyond)) return [];
  const chunks = findChunks(text, /[ãäåé]/g);
  if (!chunks.some((chunk) => !/\p{Lu}/u.test(chunk.text) && odd.test(chunk.text))) return [];
  for (const id of pageIds) {
    const page = tables.pages.find((one) => one.id === id);
    const hits = page && readAll(chunks, page, tables);
    if (!page || !hits) continue;
    const letters = hits.map((hit) => hit.text);
    if (!tables.alphabets.some((alphabet) => letters.every((letter) => hasLetter(alphabet, letter)))) continue;
    return gatherWords(text, hits, {
      kind: 'encoding-mojibake',
      certainty: 'proved',
      evidence: { kind: 'round-trip', detail: page.name },
      story: `UTF-8 read as ${page.name} and lower-cased`,
    });
  }
  return [];
}

/** The letters of all chunks; undefined where one of them has a lead and no second byte in the page. */
function readAll(
  chunks: readonly { text: string; start: number }[],
  page: CodePage,
  tables: Tables,
): Hit[] | undefined {
  const hits: Hit[] = [];
  for (const { text, start } of chunks)
    for (let i = 0; i < text.length; i++) {
      const lead = leads[text.charAt(i)];
      if (lead === undefined) continue;
      const letter = readPair(lead, text.charAt(i + 1), page, tables);
      if (letter === undefined) {
        if (text.charAt(i) === rareLead || typographic.test(text.charAt(i + 1))) continue;
        return undefined;
      }
      hits.push({ start: start + i, end: start + i + 2, text: letter });
      i++;
    }
  return hits;
}

/** The letter of two bytes, of which the second may have gone small too: ÿ was Ÿ. */
function readPair(lead: number, second: string, page: CodePage, { letters }: Tables): string | undefined {
  const decoded = [second, second.toUpperCase()].flatMap((char) => {
    const byte = page.bytes.get(char) ?? 0;
    return byte >= 0x80 && byte < 0xc0 ? [String.fromCharCode(((lead & 0x1f) << 6) | (byte & 0x3f))] : [];
  });
  return decoded.find((letter) => letters.has(letter));
}

function hasLetter({ lower, upper }: Alphabet, letter: string): boolean {
  return lower.includes(letter) || upper.includes(letter);
}
