import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle, updateArticle } from '../../src/article/index.ts';
import type { Letters } from '../../src/text/index.ts';
import { findChange, Rope } from '../../src/text/index.ts';
import { applyEdit } from '../fuzz/copy.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const pieces = [
  'GANJA, March 4 (Agency) — The port opened.',
  'The *mayor* spoke\nof [ferries][f].',
  '# Port opens',
  'By Leyla Test',
  '- one\n- two',
  '  go on',
  '```\ncode',
  '```',
  '<!-- stet repeated-words: as sung -->',
  '<!--',
  '-->',
  '[f]: http://a.b',
  '---\ntitle: Fire at port\nstet: weak\n---',
  '---',
  '> “Quoted,” he said.',
  '| a | b |\n|---|---|\n| c | d |',
];
const breaks = ['\n\n', '\n\n', '\n\n', '\n', '\r\n\r\n', ' '];
const piece = fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...breaks)).map((parts) => parts.join(''));
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(60) }),
    insert: fc.oneof(fc.constantFrom('', 'x', ' ', '`', '>'), fc.constantFrom(...breaks), piece),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Holds that a version reads as it does when it is opened, and the one before when the change is taken back. */
function holdsBothWays(one: string, other: string): void {
  for (const [was, is] of [
    [one, other],
    [other, one],
  ] as const) {
    const now = updateArticle(readArticle(was, 'a.md'), is, 'a.md', findChange(was, is));
    assert.deepEqual(now.blocks, readArticle(is, 'a.md').blocks, JSON.stringify([was, is]));
  }
}

describe('Markdown that is edited', () => {
  it('reads as it does when it is opened', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 16 }), edits, (parts, changes) => {
        let text = parts.join('');
        let rope = new Rope(text);
        let article = readArticle(text, 'a.md');
        for (const one of changes) {
          const now = applyEdit(text, one);
          const change = findChange(text, now);
          rope = rope.replace(change.start, change.beforeEnd, now.slice(change.start, change.afterEnd));
          article = updateArticle(article, rope, 'a.md', change);
          text = now;
          const { format, source, blocks, stets, fields } = readArticle(text, 'a.md');
          assert.deepEqual([article.format, article.source, article.fields], [format, source, fields]);
          assert.deepEqual(article.blocks, blocks);
          assert.deepEqual(article.stets, stets);
        }
      }),
      runs(600),
    );
  });

  it('follows what a sign does to paragraphs far behind it, and before it', () => {
    const story = ['One.', 'Two.', '-three', 'Four.', 'Five.', 'Six.', 'Seven.'].join('\n\n');
    for (const sign of ['```\n', '<!-- ']) holdsBothWays(story, story.replace('Four.', `${sign}Four.`));
    holdsBothWays(story, story.replace('-three', '- three'));
    holdsBothWays(story, story.replace('Four.\n\n', 'Four.\n'));
  });

  it('has front matter at its very beginning only', () => {
    const source = '---\ntitle: Fire at port\n---\n\nOne.\n';
    const titleOf = (text: string) => readArticle(text, 'a.md').fields.title;
    const title = 'Fire at port';
    assert.deepEqual([source, `\ufeff${source}`, `\n${source}`].map(titleOf), [title, title, undefined]);
    for (const before of ['\ufeff', '\n', '\n\n', 'A\n\n']) holdsBothWays(source, before + source);
    holdsBothWays(`\n${source}`, `\n\n${source}`);
    for (const mark of ['---', '+++']) {
      const open = `${mark}\ntitle: Fire at port\n\nOne.\n\nTwo.\n\nThree.\n\n`;
      holdsBothWays(open, `${open}${mark}\n\nFour.\n`);
    }
  });

  it('is read around the change only, and its other blocks stay the objects that they were', () => {
    const paragraphs = Array.from({ length: 1_000 }, (_, i) => `The ${i % 3 ? 'port' : '*mayor*'} has number ${i}.`);
    const source = `---\ntitle: Port\n---\n\n${paragraphs.join('\n\n')}`;
    const at = source.indexOf('number 500.');
    const text = `${source.slice(0, at)}x${source.slice(at)}`;
    let seen = 0;
    const letters: Letters = {
      length: text.length,
      charCodeAt: (offset) => text.charCodeAt(offset),
      slice(start, end) {
        seen += end - start;
        return text.slice(start, end);
      },
      includes: (what) => text.includes(what),
      toString: () => assert.fail('the whole text is not needed'),
    };
    const opened = readArticle(source, 'a.md');
    const change = findChange(source, text);
    const first = updateArticle(opened, source, 'a.md', { start: at, beforeEnd: at, afterEnd: at });
    const now = updateArticle(first, letters, 'a.md', change);
    assert.ok(seen < 1_000, `${seen} letters`);
    assert.equal(now.kept?.blocks.length, 1_001);
    const others = now.kept.blocks.filter((block, i) => block !== opened.blocks[i]);
    assert.deepEqual(
      others.map(({ text }) => text),
      ['The port has xnumber 500.'],
    );
    assert.deepEqual([now.kept.moved[0], now.kept.moved.at(-1)], [0, 1]);
  });
});
