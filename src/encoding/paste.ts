import type { Block } from '../article/index.ts';
import { shiftMap } from '../text/index.ts';
import type { Mender } from './mend.ts';

/**
 * Cleans text that is about to be pasted: every repair with one reading, and nothing else.
 *
 * @returns the cleaned text, line breaks as they were; undefined when there is nothing to clean
 */
export function cleanPaste(text: string, mender: Mender): string | undefined {
  const lines = text.split(/(\r\n|\r|\n)/);
  const blocks = lines.map(
    (line): Block => ({
      role: 'paragraph',
      text: line,
      map: shiftMap(0),
      start: 0,
      end: line.length,
      datelineEnd: 0,
      opaque: [],
    }),
  );
  const cleaned = mender
    .mend(blocks, { team: [], folder: [] })
    .map(({ damages }, i) => {
      const line = lines[i] ?? '';
      let out = '';
      let taken = 0;
      for (const { start, end, readings, certainty } of damages) {
        const reading = readings[0];
        if (certainty === 'choices' || reading === undefined) continue;
        out += line.slice(taken, start) + reading;
        taken = end;
      }
      return out + line.slice(taken);
    })
    .join('');
  return cleaned === text ? undefined : cleaned;
}
