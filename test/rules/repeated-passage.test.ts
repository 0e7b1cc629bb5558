import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });

// Sentences that differ in one word, in the order of two, in where a word is parted, and one that is too short.
const bases = [
  'Ministers of five states on the sea will meet in its vice-capital of 1,200 houses.',
  'Ministers of six states on the sea will meet in its vice-capital of 1,200 houses.',
  'Ministers of five states on the sea will meet in vice-its capital of 1,200 houses.',
  'Ministers of five states on the sea will meet in its vicecapital of 1,200 houses.',
  'An answer by sea is a no.',
];
// What may pass for a headline, and a paragraph.
const beginning = 'Talks in the capital\n\nThe talks will be held today, it was said.';
// None of these changes a word.
const changes = [
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.replace('-', ' '),
  (text: string) => text.replace('on the sea', 'on a sea'),
  (text: string) => text.replace('will', ', will'),
  (text: string) => text.replace('1,200', '1.200'),
  (text: string) => `${text.slice(0, -1)}!`,
];
const words = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !['', 'the', 'a', 'an'].includes(word))
    .join(' ');
const isLong = (key: string) => key.length >= 50 && key.split(' ').length >= 9;

const sentence = fc
  .tuple(fc.constantFrom(...bases), fc.constantFrom(...changes))
  .map(([base, change]): string => change(base));
const story = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 12 });

/** What is told, by comparing all passages word by word. */
function compareAll(paragraphs: readonly string[][]): string[] {
  const told: string[] = [];
  const seen: { key: string; whole: string; block: number }[] = [];
  paragraphs.forEach((sentences, block) => {
    const whole = sentences.join(' ');
    const tell = (text: string, column: number, isWhole: boolean) => {
      const key = words(text);
      if (!isLong(key)) return;
      const same = seen.filter((passage) => passage.key === key);
      const [first] = same;
      const alike = isWhole ? undefined : same.find((passage) => passage.whole === words(whole));
      if (first && first.block !== block && (alike?.block ?? block) === block)
        told.push(`${2 * block + 5}:${column} ${2 * first.block + 5}`);
      seen.push({ key, whole: words(whole), block });
    };
    tell(whole, 1, true);
    let column = 1;
    for (const text of sentences) {
      if (sentences.length > 1) tell(text, column, false);
      column += text.length + 1;
    }
  });
  return [...new Set(told)].sort();
}

describe('passages', () => {
  it('are told where their words are the same, whatever marks, articles and capitals stand there', () => {
    fc.assert(
      fc.property(story, (paragraphs) => {
        const source = [beginning, ...paragraphs.map((sentences) => sentences.join(' '))].join('\n\n');
        const { messages } = desk.open({ path: 'a.txt', source }).check();
        const told = messages
          .filter(({ ruleId }) => ruleId === 'repeated-passage')
          .map(
            ({ place, related }) => `${place.start.line}:${place.start.column} ${related[0]?.place.start.line ?? 0}`,
          );
        assert.deepEqual([...new Set(told)].sort(), compareAll(paragraphs));
      }),
      runs(200),
    );
  });
});
