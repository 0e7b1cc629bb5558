import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle, updateArticle } from '../../src/article/index.ts';
import { findChange, toSource } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

const read = (source: string) => readArticle(source, 'a.html');
const told = (source: string) => read(source).blocks.map(({ role, text }) => [role, text]);

describe('HTML', () => {
  it('gives each block its role', () => {
    const source = [
      '<!doctype html><html><head><title>Port opens</title><style>p { color: red }</style></head><body>',
      '<h1>Port opens in Ganja</h1><p>By Leyla Test</p>',
      '<p>GANJA, March 4 (Agency) — A port opened.</p>',
      '<h2>What next</h2><blockquote><p>“It is ours,” he said.</p></blockquote>',
      '<ul><li>One ship</li></ul><script>var a = 1;</script>',
      '<figure><img src="a.png"><figcaption>The port at dawn.</figcaption></figure></body></html>',
    ].join('\n');
    assert.deepEqual(told(source), [
      ['headline', 'Port opens'],
      ['headline', 'Port opens in Ganja'],
      ['byline', 'By Leyla Test'],
      ['paragraph', 'GANJA, March 4 (Agency) — A port opened.'],
      ['subhead', 'What next'],
      ['quote', '“It is ours,” he said.'],
      ['list-item', 'One ship'],
      ['caption', 'The port at dawn.'],
    ]);
    assert.equal(read(source).blocks[3]?.datelineEnd, 'GANJA, March 4 (Agency) — '.length);
  });

  it('knows the place of each letter through tags and references', () => {
    const source = '<p>Gen. <b>Orhan</b> Demirkan &amp; Sevda &#x15E;ahin came.</p>';
    const [block] = read(source).blocks;
    assert.equal(block?.text, 'Gen. Orhan Demirkan & Sevda Şahin came.');
    const at = (word: string) => {
      const start = block.text.indexOf(word);
      const end = start + word.length;
      return source.slice(toSource(block.map, start, 'start'), toSource(block.map, end, 'end'));
    };
    assert.equal(at('Orhan'), 'Orhan');
    assert.equal(at('Orhan Demirkan'), 'Orhan</b> Demirkan');
    assert.equal(at('&'), '&amp;');
    assert.equal(at('Şahin'), '&#x15E;ahin');
    assert.equal(at('came'), 'came');
  });

  it('reads references as browsers do, and keeps its places after them', () => {
    const source = '<p>The town&#146;s road</p><p>Fish &amp chips &copy; now</p><p>A\0b the end</p>';
    const { blocks } = read(source);
    assert.deepEqual(
      blocks.map(({ text }) => text),
      ['The town’s road', 'Fish & chips © now', 'Ab the end'],
    );
    const [first, , last] = blocks;
    assert.ok(first && last);
    assert.equal(source.slice(toSource(first.map, 11)).slice(0, 4), 'road');
    assert.equal(source.slice(toSource(last.map, 0), toSource(last.map, 10, 'end')), 'A\0b the end');
  });

  it('keeps the places of letters in broken markup', () => {
    const pieces = [
      '<p>',
      '</p>',
      '<b>',
      '<table>',
      '<td>',
      'Ab ',
      '&amp;',
      '&lt',
      '<br>',
      '\r\n',
      '<',
      '</table>',
      'ş',
    ];
    const markup = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(markup, (source) => {
        for (const { text, map } of read(source).blocks) {
          for (let i = 0; i < text.length; i++) {
            if (map.stretches.some(({ cleanStart, cleanEnd }) => i >= cleanStart && i < cleanEnd)) continue;
            assert.equal(source.charAt(toSource(map, i)), text.charAt(i));
          }
          assert.ok(map.stretches.every((one, i) => one.sourceStart >= (map.stretches[i - 1]?.sourceEnd ?? 0)));
        }
      }),
    );
  });

  it('reads a piece of a page, and loose text between blocks', () => {
    assert.deepEqual(told('All was well.<p>Then it rained.<br>It stopped.'), [
      ['paragraph', 'All was well.'],
      ['paragraph', 'Then it rained.\nIt stopped.'],
    ]);
  });

  it('keeps code out of the prose', () => {
    const [block] = read('<p>Type <code>the the</code> now.</p>').blocks;
    assert.deepEqual(block?.opaque, [{ start: 5, end: 12 }]);
  });

  it('lets a block stand by a comment', () => {
    const source = '<!-- stet repeated-words: as sung --><p>The the.</p>';
    const [stet] = read(source).stets;
    assert.deepEqual(stet?.rules, ['repeated-words']);
    assert.equal(source.slice(stet?.start, stet?.end), 'The the.');
  });

  it('is read as plain paragraphs where it is nested deeper than the stack goes', () => {
    const source = `${'<b>'.repeat(50_000)}The port opened.`;
    const { blocks } = read(source);
    assert.equal(blocks.length, 1);
    const before = read('<p>A</p>');
    const now = updateArticle(before, source, 'a.html', findChange(before.source, source));
    assert.deepEqual(now.blocks, blocks);
  });
});
