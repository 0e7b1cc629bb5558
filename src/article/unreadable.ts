import type { Change, Letters } from '../text/index.ts';
import type { Reader } from './article.ts';

/** What is not text: an image, a story in UTF-16 read as UTF-8. It has no blocks. */
export const unreadable: Reader = {
  format: 'unreadable',
  extensions: [],
  read: (source) => ({ format: 'unreadable', source, blocks: [], stets: [], fields: {} }),
};

const judged = 8192;

/** Whether a change leaves a source alike as far as `isText` reads. */
export const beginsAlike = ({ start }: Change): boolean => start >= judged;

/**
 * Whether a source is text: at most one control character in fifty, by its first 8,192 units. Old wire copy carries a
 * few; one that slipped into a story by a paste makes it no less a story.
 */
export function isText(source: Letters): boolean {
  const length = Math.min(source.length, judged);
  return countControls(source, length) * 50 <= Math.max(length, 100);
}

// Those that no text has: all but tabs and breaks.
const control = /[\0-\x08\x0e-\x1f]/;

function countControls(whole: Letters, length: number): number {
  const source = whole.slice(0, length);
  if (!control.test(source)) return 0;
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const code = source.charCodeAt(i);
    if (code < 32 && (code < 9 || code > 13)) controls++;
  }
  return controls;
}
