import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Hover } from 'vscode-languageserver/node';
import { createTranslate } from '../../src/server/messages.ts';
import { withClient } from './client.ts';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as Record<string, string>;
const holes = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort();
const english = read('l10n/bundle.l10n.json');
const turkish = createTranslate(read('l10n/bundle.l10n.tr.json'));

test('translations know no text that we do not have, and fill no hole that is not there', () => {
  const files = readdirSync(new URL('../../l10n', import.meta.url)).filter((name) => /l10n\.\w+\.json$/.test(name));
  for (const language of ['tr', 'az']) assert.ok(files.includes(`bundle.l10n.${language}.json`));
  for (const name of files)
    for (const [key, text] of Object.entries(read(`l10n/${name}`))) {
      assert.ok(Object.hasOwn(english, key), `${name}: ${key}`);
      assert.deepEqual(
        holes(text).filter((hole) => !holes(key).includes(hole)),
        [],
        `${name}: ${key}`,
      );
    }
  for (const language of ['tr', 'az'])
    assert.deepEqual(
      Object.keys(read(`package.nls.${language}.json`)).sort(),
      Object.keys(read('package.nls.json')).sort(),
    );
});

test('words of ours inside a message are translated, words of the article are not', () => {
  const lost = '“{actual}” has lost a letter {story}';
  assert.equal(
    turkish(lost, { actual: 'British', story: 'in two conversions' }),
    '“British” iki dönüştürmede harf yitirmiş',
  );
  assert.match(turkish('{story}', { story: 'UTF-8 read as Windows-1252, 3 times over' }), /3 kez Windows-1252 diye/);
  assert.equal(turkish('{story}', { story: '“Army general” before a name' }), 'Addan önce “Army general”');
  assert.equal(turkish('{reason}', { reason: 'The team says so.' }), 'The team says so.');
  assert.equal(turkish('A new text about {x}', { x: 'toString' }), 'A new text about toString');
});

const story = `By Nora Lind

Army General Cem Yıld?r?m visited the base on Monday, the ministry said.

General Yıldırım thanked the officers of the base for their help during the floods.
`;

test('a Turkish editor hears Turkish; a language without translation hears English', () => {
  const messages = (locale: string) => {
    let heard: string[] = [];
    return withClient({}, { locale }, async (client) => {
      await client.open('a.txt', story);
      const actions = await client.actions('a.txt', {
        start: { line: 2, character: 20 },
        end: { line: 2, character: 20 },
      });
      const hover = await client.request<Hover>('textDocument/hover', 'a.txt', {
        position: { line: 2, character: 20 },
      });
      heard = [
        ...(await client.diagnostics('a.txt')).map(({ message }) =>
          typeof message === 'string' ? message : message.value,
        ),
        ...actions.map(({ title }) => title),
        JSON.stringify(hover.contents),
      ];
    }).then(() => heard.join('\n'));
  };
  return Promise.all([messages('tr'), messages('tr-TR'), messages('fi')]).then(([tr, regional, fi]) => {
    for (const part of [
      /“Yıld\?r\?m” .*harf yitirmiş/,
      /rütbe 3\. satırdan farklı: Army General/,
      /“Yıldırım” olarak geri getir/,
      /böyle kalsın \(encoding-lost-letter\)/,
      /Anılış: 1\/2/,
    ])
      assert.match(tr ?? '', part);
    assert.doesNotMatch(tr ?? '', /lost a letter|Restore|Mention/);
    assert.equal(regional, tr);
    assert.match(fi ?? '', /has lost a letter/);
  });
});
