import type { Mend } from './mend.ts';

/** The pages that a file may have been written with, by VS Code's names for `files.encoding`. */
const editorNames: Readonly<Record<string, string>> = {
  'windows-1250': 'windows1250',
  'windows-1251': 'windows1251',
  'windows-1252': 'windows1252',
  'windows-1253': 'windows1253',
  'windows-1254': 'windows1254',
  'windows-1257': 'windows1257',
  'iso-8859-1': 'iso88591',
  'iso-8859-2': 'iso88592',
  'iso-8859-3': 'iso88593',
  'iso-8859-9': 'iso88599',
  'iso-8859-15': 'iso885915',
  'iso-8859-16': 'iso885916',
  macintosh: 'macroman',
  cp437: 'cp437',
  cp850: 'cp850',
  cp852: 'cp852',
};

/** What happened to the words of a file, where it was one thing. */
interface Misreading {
  id: string;
  name: string;
  /** Letters that the file cannot have where it was read so from end to end. */
  impossible: RegExp;
}

const utf8: Misreading = { id: 'utf8', name: 'UTF-8', impossible: /[\u00c0-\u024f]/ };
// ç ö ü are the same in both Windows pages.
const turkish: Misreading = { id: 'windows1254', name: 'Turkish (Windows-1254)', impossible: /[ğışĞİŞ]/ };
/** Letters beyond those of Latin-1 and Windows-1252, and the Turkish ones where Windows-1254 was read. */
const beyondWestern = /[\u0100-\u024f](?<![ŒœŠšŽžŸ])/;
const beyondTurkish = /[\u0100-\u024f](?<![ŒœŠšŽžŸğışĞİŞ])/;

/**
 * Names the encoding that a whole file should be reopened with: all its letters beyond ASCII are damaged in one and the
 * same way.
 *
 * @returns the encoding's name in VS Code's `files.encoding` and in words; undefined when the file was read rightly
 */
export function suspectEncoding(mends: readonly Mend[]): { id: string; name: string } | undefined {
  const found = new Map<string, Misreading>();
  let words = 0;
  let alive = '';
  for (const { text, damages } of mends) {
    let rest = text;
    for (const damage of damages) {
      if (damage.kind !== 'encoding-mojibake') continue;
      const one = tellMisreading(damage);
      if (!one) return undefined;
      words++;
      found.set(one.id, one);
      const { start, end } = damage.clean;
      rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
    alive += rest;
  }
  const [one] = found.values();
  if (!one || words < 3 || found.size !== 1 || one.impossible.test(alive)) return undefined;
  return { id: one.id, name: one.name };
}

/** What happened to one word; undefined where the editor has no name for the page that it was written with. */
function tellMisreading({ story, pages, evidence }: Mend['damages'][number]): Misreading | undefined {
  if (/^UTF-8/.test(story)) return utf8;
  if (!pages) return /^Windows-1254/.test(story) ? turkish : undefined;
  const [from, to] = pages;
  const id = editorNames[from];
  const impossible = to === 'windows-1254' ? beyondTurkish : beyondWestern;
  return id === undefined ? undefined : { id, name: evidence.detail ?? from, impossible };
}
