import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle, saysArticle } from '../../src/article/index.ts';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { toSource } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

const inBody = (content: string) =>
  `<?xml version="1.0"?>\n<nitf><body><body.content>${content}</body.content></body></nitf>`;
const read = (source: string) => readArticle(source, 'a.xml');
const told = (source: string) => read(source).blocks.map(({ role, text }) => [role, text]);

describe('NITF', () => {
  it('gives each element its role', () => {
    const source = `<?xml version="1.0" encoding="UTF-8"?>
<nitf>
 <head><title>Port opens</title><docdata><date.issue norm="1"/><doc.copyright holder="Agency"/></docdata></head>
 <body>
  <body.head>
   <hedline><hl1>Port opens &amp; works</hl1><hl2>New quay</hl2></hedline>
   <byline>By <person>Leyla Test</person><byttl>Staff writer</byttl></byline>
   <dateline><location>GANJA</location>, <story.date>March 4</story.date></dateline>
   <abstract><p>A port opened.</p></abstract>
  </body.head>
  <body.content>
   <p>Gen. <person>Orhan Demirkan</person>
     came&#8212;late.
   </p>
   <bq><block><p>“It is ours,” he said.</p></block></bq>
   <ul><li>One ship</li></ul>
   <media><media-reference source="a.jpg"/><media-caption>The quay.</media-caption></media>
   <pre>A 1 2</pre>
  </body.content>
  <body.end><tagline>Editing by Desk</tagline></body.end>
 </body>
</nitf>`;
    assert.deepEqual(told(source), [
      ['headline', 'Port opens'],
      ['headline', 'Port opens & works'],
      ['subhead', 'New quay'],
      ['byline', 'By Leyla Test'],
      ['byline', 'Staff writer'],
      ['byline', 'GANJA, March 4'],
      ['summary', 'A port opened.'],
      ['paragraph', 'Gen. Orhan Demirkan\ncame—late.'],
      ['quote', '“It is ours,” he said.'],
      ['list-item', 'One ship'],
      ['caption', 'The quay.'],
      ['sign-off', 'Editing by Desk'],
    ]);
  });

  it('reads CDATA as it stands, with markup in it as markup', () => {
    assert.deepEqual(told(inBody('<p><![CDATA[Fish & chips <now>]]></p>')), [['paragraph', 'Fish & chips <now>']]);
    assert.deepEqual(told(inBody('<![CDATA[<p>One &amp; two.</p><p>Three.</p>]]>')), [
      ['paragraph', 'One & two.'],
      ['paragraph', 'Three.'],
    ]);
  });

  it('is known by its root alone', () => {
    assert.ok(saysArticle(inBody(''), 'x.xml'));
    assert.ok(saysArticle('<!DOCTYPE nitf SYSTEM "nitf.dtd">\n<!-- wire -->\n<nitf>', 'x.xml'));
    assert.ok(!saysArticle('<rss><nitf/></rss>', 'x.xml'));
    assert.deepEqual(told('<project><name>Not a story at all.</name></project>'), []);
  });

  it('reads comments that let something stand', () => {
    const source = inBody('<!-- stet repeated-words: a name --><p>The the band played.</p>');
    assert.deepEqual(
      read(source).stets.map(({ rules }) => rules),
      [['repeated-words']],
    );
  });

  it('finds each letter in the source, through tags, references and CDATA', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ['&amp;', '&'],
        ['&lt;', '<'],
        ['&#x15E;', 'Ş'],
        ['&#128512;', '😀'],
        ['<em>', ''],
        ['</em>', ''],
        ['<!-- x -->', ''],
        ['<![CDATA[a&b]]>', 'a&b'],
      ),
      fc.stringMatching(/^[a-z ğŞ.]{1,5}$/).map((text) => [text, text] as const),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const written = pieces.map(([one]) => one).join('');
        const source = inBody(`<p>x${written}x</p>`);
        const [block] = read(source).blocks;
        assert.ok(block);
        assert.equal(block.text, `x${pieces.map(([, one]) => one).join('')}x`);
        let at = 1;
        for (const [one, meant] of pieces) {
          if (meant !== '' && meant !== 'a&b') {
            const place = [toSource(block.map, at, 'start'), toSource(block.map, at + meant.length, 'end')] as [
              number,
              number,
            ];
            assert.equal(source.slice(...place), one);
          }
          at += meant?.length ?? 0;
        }
      }),
    );
  });

  it('never throws, whatever stands in the file', () => {
    const markup = fc.array(
      fc.constantFrom(
        '<nitf>',
        '<p>',
        '</p>',
        '<![CDATA[',
        ']]>',
        '&',
        '&#',
        ';',
        '<',
        '>',
        'body',
        '<body.content>',
        'Ş ',
        '\r\n',
        '<br/>',
      ),
    );
    fc.assert(
      fc.property(markup, (parts) => {
        const source = `<nitf>${parts.join('')}`;
        for (const { start, end } of read(source).blocks) assert.ok(start >= 0 && end <= source.length && start <= end);
      }),
    );
  });

  it('writes fixes as XML and reads them again as meant', () => {
    const source = inBody(
      '<p>Army General <person>Orhan Yıldızo?lu</person> said &amp;rsquo;no&amp;rsquo; to the the\n  port &amp; left.</p><p>Orhan Yıldızoğlu left.</p>',
    );
    const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
    const fixed = desk.open({ path: 'a.xml', source }).fixAll();
    assert.equal(
      fixed,
      inBody(
        '<p>Army General <person>Orhan Yıldızoğlu</person> said ’no’ to the\n  port &amp; left.</p><p>Orhan Yıldızoğlu left.</p>',
      ),
    );
    assert.equal(read(fixed).blocks[0]?.text, 'Army General Orhan Yıldızoğlu said ’no’ to the\nport & left.');
  });
});
