import type { CodePage } from '../knowledge/index.ts';
import type { Repair } from '../repair.ts';

/** A word of the text as the page reads that it was written with. Offsets are UTF-16 in the text. */
export interface Turned {
  start: number;
  end: number;
  reading: string;
}

/** A word's bytes in the page it was read with, read with the page it was written with; undefined where a byte is in neither. */
export function turnPage(word: string, from: CodePage, to: CodePage): string | undefined {
  let out = '';
  for (const char of word) {
    const byte = to.bytes.get(char);
    if (char <= '\u007f') out += char;
    else if (byte === undefined) return undefined;
    else out += from.upper.charAt(byte - 128);
  }
  return out;
}

/** The repair of a word whose page was taken for another; the way back is the proof. */
export function toPageRepair({ start, end, reading }: Turned, from: CodePage, to: CodePage): Repair {
  return {
    start,
    end,
    kind: 'encoding-mojibake',
    readings: [reading],
    certainty: 'proved',
    evidence: { kind: 'round-trip', detail: from.name },
    story: `${from.name} read as ${to.name}`,
    pages: [from.id, to.id],
  };
}

/** Central European pages have ş and ţ with cedillas, where Romanian writes commas. */
export function withCommas(text: string): string {
  const commas: Record<string, string> = { ş: 'ș', ţ: 'ț', Ş: 'Ș', Ţ: 'Ț' };
  return text.replace(/[şţŞŢ]/g, (letter) => commas[letter] ?? letter);
}
