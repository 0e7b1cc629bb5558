import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import fc from '../fuzz/fast-check.ts';

const mender = createMender(nodeAssets);
const mend = (source: string) =>
  mender.mend(readArticle(source, 'story.txt').blocks, { team: [], folder: [] }).map(({ text }) => text)[0] ?? '';

const hex = (char: string) => char.charCodeAt(0).toString(16).padStart(4, '0');
const bytes = (char: string, mark: string) => encodeURIComponent(char).replaceAll('%', mark);
/** How programs and mail write a letter. */
const ways: Record<string, (char: string) => string> = {
  json: (char) => `\\u${hex(char)}`,
  'json twice': (char) => `\\\\u${hex(char)}`,
  'json without its backslash': (char) => `u${hex(char)}`,
  r: (char) => `<U+${hex(char).toUpperCase()}>`,
  mail: (char) => bytes(char, '='),
  address: (char) => bytes(char, '%'),
  python: (char) => bytes(char, '\\x').toLowerCase(),
  'reference without its semicolon': (char) => `&#${char.charCodeAt(0)}`,
  'utf-7': (char) =>
    `+${btoa(String.fromCharCode(char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255)).replace(/=+$/, '')}-`,
};

describe('escapes', () => {
  for (const [name, write] of Object.entries(ways))
    it(`reads letters of ${name}`, () =>
      fc.assert(
        fc.property(fc.constantFrom('Çağrı Tepegöz', 'Şule Ilgın', 'Ümit Böğrek', 'İpek Yeğinsü'), (person) => {
          const damaged = `The clerk, ${person.replace(/[^\0-\x7f]/g, write)}, stayed away.`;
          assert.equal(mend(damaged), `The clerk, ${person}, stayed away.`);
        }),
      ));

  it('reads the words of a mail’s header', () => {
    assert.equal(mend('From =?UTF-8?Q?Y=C4=B1ld=C4=B1z_Ba=C5=9F?= to all'), 'From Yıldız Baş to all');
    assert.equal(mend('From =?iso-8859-9?B?WdxsZP16?= to all'), 'From YÜldız to all');
  });

  it('reads letters whose reference lost its semicolon', () =>
    assert.equal(mend('The caf&eacute owner, Jos&eacute, left.'), 'The café owner, José, left.'));

  for (const text of [
    'See https://example.org/%C3%87ay and file.php?q=%C5%9Fah.',
    'In C# write "\\u0131" for it; x=\\u0131 too.',
    'The path C:\\u0131\\x is gone.',
    'Take +A to B-team, +AB-c and u0012.',
    'Sales rose 5%, costs =C4 in the sheet.',
  ])
    it(`leaves ${text}`, () => assert.equal(mend(text), text));
});
