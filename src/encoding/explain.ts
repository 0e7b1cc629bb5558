import type { Damage, Mend } from './mend.ts';

/** What a hover says of a repaired or suspicious stretch. */
export interface CharacterExplanation {
  damage: Damage;
  /** Code points beyond ASCII in what stands there, and the question marks: «U+00C4 Ä». */
  found: readonly string[];
  /** Code points beyond ASCII in the first reading. */
  meant: readonly string[];
}

/** Explains the damage at an offset of a block's own text; undefined where there is none. */
export function explainCharacter(mend: Mend, offset: number): CharacterExplanation | undefined {
  const damage = mend.damages.find(({ start, end }) => start <= offset && offset < end);
  if (!damage) return undefined;
  const reading = damage.readings[0] ?? '';
  return { damage, found: nameCodePoints(damage.actual, reading), meant: nameCodePoints(reading, damage.actual) };
}

function nameCodePoints(text: string, other: string): string[] {
  const named = new Set<string>();
  for (const char of text) {
    if ((char <= '\u007f' && char !== '?') || other.includes(char)) continue;
    const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    named.add(/[\p{C}\p{M}\p{Z}]/u.test(char) ? `U+${code}` : `U+${code} ${char}`);
  }
  return [...named];
}

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
