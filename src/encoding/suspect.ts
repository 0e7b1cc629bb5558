import type { Mend } from './mend.ts';

/**
 * Names the encoding that a whole file should be reopened with: all its letters beyond ASCII are damaged in one and the
 * same way.
 *
 * @returns the encoding's name in VS Code's `files.encoding` and in words; undefined when the file was read rightly
 */
export function suspectEncoding(mends: readonly Mend[]): { id: string; name: string } | undefined {
  const stories = new Set<string>();
  let words = 0;
  let alive = '';
  for (const { text, damages } of mends) {
    let rest = text;
    for (const { kind, story, clean } of damages) {
      if (kind !== 'encoding-mojibake') continue;
      words++;
      stories.add(/^UTF-8/.test(story) ? 'utf8' : 'windows1254');
      rest = rest.slice(0, clean.start) + ' '.repeat(clean.end - clean.start) + rest.slice(clean.end);
    }
    alive += rest;
  }
  if (words < 3 || stories.size !== 1) return undefined;
  // A letter that is alive says that the rest of the file was read rightly; ç ö ü are the same in both Windows pages.
  if (stories.has('utf8') ? /[\u00c0-\u024f]/.test(alive) : /[ğışĞİŞ]/.test(alive)) return undefined;
  return stories.has('utf8') ? { id: 'utf8', name: 'UTF-8' } : { id: 'windows1254', name: 'Turkish (Windows-1254)' };
}
