import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { toSource } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

const read = (source: string) => readArticle(source, 'a.aml');
const told = (source: string) => read(source).blocks.map(({ role, text }) => [role, text]);

describe('ArchieML', () => {
  it('reads keys, multi-line values, skipped parts and the end', () => {
    const source = `headline: Port opens at last
byline: Leyla Test
url: https://example.org/a
Nobody reads a line without a key.

:skip
note: teh old lede
:endskip

body: GANJA, March 4 (Agency) - A port opened.

Ships came to the quay.
\\Note: this is text.
:end

seen: It was seen by all of us.
size: two columns wide here
:ignore
text: Not part of it.
`;
    assert.deepEqual(told(source), [
      ['headline', 'Port opens at last'],
      ['byline', 'Leyla Test'],
      ['paragraph', 'GANJA, March 4 (Agency) - A port opened.'],
      ['paragraph', 'Ships came to the quay.'],
      ['paragraph', 'Note: this is text.'],
      ['paragraph', 'It was seen by all of us.'],
    ]);
    assert.equal(read(source).fields.url, 'https://example.org/a');
    assert.equal(read(source).blocks[2]?.datelineEnd, 'GANJA, March 4 (Agency) - '.length);
  });

  it('reads arrays: of texts, of objects, freeform', () => {
    const source = `[+body]
The first paragraph.

The second: with a colon inside.
type: image
caption: The quay at dawn.
The third.
[]
[tags]
* ports
* ships
[notes]
* The quay is older than the town.
[people]
name: Leyla
text: She came by sea.
name: Orhan
text: He came by road.
[]`;
    assert.deepEqual(told(source), [
      ['paragraph', 'The first paragraph.'],
      ['paragraph', 'The second: with a colon inside.'],
      ['caption', 'The quay at dawn.'],
      ['paragraph', 'The third.'],
      ['list-item', 'The quay is older than the town.'],
      ['paragraph', 'She came by sea.'],
      ['paragraph', 'He came by road.'],
    ]);
  });

  it('reads markup in a value and what a key lets stand', () => {
    const source = 'stet: repeated-words: a band\ntext: A <b>port</b> &amp; a quay.\n';
    assert.deepEqual(told(source), [['paragraph', 'A port & a quay.']]);
    assert.deepEqual(
      read(source).stets.map(({ rules, reason }) => [rules, reason]),
      [[['repeated-words'], 'a band']],
    );
  });

  it('finds each letter in the source', () => {
    const line = fc.constantFrom(
      'headline: A b',
      'text: Some words here',
      '\\text: kept',
      'a line of copy.',
      ':end',
      ':skip',
      ':endskip',
      '[+body]',
      '[list]',
      '* one item of it.',
      '{scope}',
      '{}',
      '[]',
      '',
      '  * x',
      'own.text: <b>x</b> y',
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const source = lines.join(end);
        for (const { text, map } of read(source).blocks)
          for (const [word] of text.matchAll(/\w+/g)) {
            const at = text.indexOf(word);
            assert.equal(source.slice(toSource(map, at, 'start'), toSource(map, at + word.length, 'end')), word);
          }
      }),
    );
  });
});
