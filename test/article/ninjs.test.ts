import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle, saysArticle } from '../../src/article/index.ts';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { toSource } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

const read = (story: object) => readArticle(JSON.stringify(story, null, 2), 'a.json');
const told = (story: object) => read(story).blocks.map(({ role, text }) => [role, text]);
const body = 'GANJA, March 4 (Agency) — A port “opened”.\n\nShips came to the quay.';

describe('ninjs', () => {
  it('reads version 1', () => {
    const story = {
      uri: 'urn:x:1',
      type: 'text',
      byline: 'Leyla Test',
      headline: 'Port opens',
      slugline: 'PORT-OPENING',
      description_text: 'A port opened on Monday.',
      body_text: body,
      body_xhtml: '<p>A <b>port</b> opened &amp; works.</p>',
      associations: { main: { type: 'picture', description_text: 'The quay at dawn.', headline: 'Quay' } },
    };
    assert.deepEqual(told(story), [
      ['byline', 'Leyla Test'],
      ['headline', 'Port opens'],
      ['slug', 'PORT-OPENING'],
      ['summary', 'A port opened on Monday.'],
      ['paragraph', 'GANJA, March 4 (Agency) — A port “opened”.'],
      ['paragraph', 'Ships came to the quay.'],
      ['paragraph', 'A port opened & works.'],
      ['caption', 'The quay at dawn.'],
      ['headline', 'Quay'],
    ]);
    assert.equal(read(story).blocks[4]?.datelineEnd, 'GANJA, March 4 (Agency) — '.length);
  });

  it('takes no second form of a body for a passage that stands twice', () => {
    const passage = 'The ministers of the five states on the sea will meet in Baku on Monday.';
    const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
    const rules = (story: object) =>
      desk
        .open({ path: 'a.json', source: JSON.stringify(story) })
        .check()
        .messages.map(({ ruleId }) => ruleId);
    const story = { uri: 'urn:x:1', body_text: passage, body_xhtml: `<p>${passage}</p>` };
    assert.deepEqual(rules(story), []);
    assert.deepEqual(rules({ ...story, body_text: `${passage}\n\nRain is forecast.\n\n${passage}` }), [
      'repeated-passage',
    ]);
  });

  it('reads versions 2 and 3, each body in its own format', () => {
    for (const type of ['contenttype', 'contentType']) {
      const story = {
        standard: { name: 'ninjs', version: '3.0' },
        headlines: [{ role: 'main', value: 'Port opens' }],
        bodies: [
          { role: 'main', [type]: 'text/plain', value: body },
          { role: 'web', [type]: 'application/xhtml+xml', value: '<p>A <b>port</b> opened.</p>' },
          { role: 'wire', [type]: 'application/xml', value: '<OWN><BODY>a port opend</BODY></OWN>' },
          {
            role: 'nitf',
            [type]: 'application/nitf+xml',
            value: '<nitf><body><body.content><p>It works.</p></body.content></body></nitf>',
          },
        ],
      };
      assert.deepEqual(
        told(story).map(([, text]) => text),
        [
          'Port opens',
          'GANJA, March 4 (Agency) — A port “opened”.',
          'Ships came to the quay.',
          'A port opened.',
          'It works.',
        ],
      );
    }
  });

  it('knows other JSON from a story', () => {
    const says = (value: unknown) => saysArticle(JSON.stringify(value), 'x.json');
    assert.ok(says({ uri: 'urn:1', headline: 'A' }));
    assert.ok(says({ standard: { name: 'TTNINJS' }, bodies: [] }));
    assert.ok(!says({ name: 'pack', description: 'x', headline: 'y' }));
    assert.ok(!says(['headline']));
    assert.ok(!saysArticle('{"headline": "a"', 'x.json'));
    assert.ok(!saysArticle('{"uri": "", "headline": "a"}', 'x.txt'));
    assert.equal(readArticle('{"a": 1}', 'x.json').format, 'plain');
  });

  it('finds each letter in the source, however it is written', () => {
    const unit = fc.oneof(
      fc.constantFrom('"', '\\', '/', '\n', '\t', 'é', 'Ş', '😀', '&', 'a', ' '),
      fc.string({ minLength: 1, maxLength: 1 }),
    );
    const written = (letter: string, how: number) =>
      how === 0
        ? JSON.stringify(letter).slice(1, -1)
        : [...letter]
            .flatMap((one) => one.split(''))
            .map((u) => `\\u${u.charCodeAt(0).toString(16).padStart(4, '0')}`)
            .join('');
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, fc.nat(1)), { minLength: 1 }), (letters) => {
        const inside = letters.map(([letter, how]) => written(letter, how)).join('');
        const source = `{"uri": "x", "headline": "${inside}"}`;
        const [block] = readArticle(source, 'a.json').blocks;
        if (!block) return;
        assert.equal(block.text, letters.map(([letter]) => letter).join(''));
        let at = 0;
        for (const [letter] of letters) {
          const place = [toSource(block.map, at, 'start'), toSource(block.map, at + letter.length, 'end')] as [
            number,
            number,
          ];
          assert.equal(JSON.parse(`"${source.slice(...place)}"`), letter);
          at += letter.length;
        }
      }),
    );
  });

  it('writes fixes as JSON and as markup inside it', () => {
    const source = JSON.stringify({
      uri: 'x',
      headline: 'The the “port”',
      body_text: 'Army General Orhan Yıldızo?lu said the the port "opened".\nOrhan Yıldızoğlu left.',
      body_xhtml: '<p class="a">He said &amp;rsquo;no&amp;rsquo; to the the port &amp; left.</p>',
    }).replaceAll('ı', '\\u0131');
    const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
    const fixed = JSON.parse(desk.open({ path: 'a.json', source }).fixAll()) as Record<string, string>;
    assert.equal(fixed.body_text, 'Army General Orhan Yıldızoğlu said the port "opened".\nOrhan Yıldızoğlu left.');
    assert.equal(fixed.body_xhtml, '<p class="a">He said ’no’ to the port &amp; left.</p>');
  });
});
