import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { readTables } from '../../src/encoding/knowledge/tables.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const mend = (source: string) => mender.mend(readArticle(source, 'story.txt').blocks, { team: [], folder: [] });
const text = (source: string) =>
  mend(source)
    .map((one) => one.text)
    .join('\n');
const pages = readTables(nodeAssets)?.pages ?? [];
const upper = (id: string) => pages.find((page) => page.id === id)?.upper ?? '';
/** Text written with one page and read with another. */
const misread = (source: string, from: string, to: string) =>
  [...source]
    .map((char) => {
      if (char <= '\u007f') return char;
      const byte = upper(from).indexOf(char);
      const shown = upper(to).charAt(byte);
      return shown === '\ufffd' ? String.fromCharCode(128 + byte) : shown;
    })
    .join('');

describe('one-byte pages read as another', () => {
  const sentence = 'Ayşe Yıldırım ve Uğur Çelik, Şanlıurfa’da görüştü.'.replace('’', "'");
  for (const from of ['cp857', 'mac-turkish'])
    for (const to of ['windows-1252', 'windows-1254', 'windows-1250'])
      it(`${from} as ${to}`, () => assert.equal(text(misread(sentence, from, to)), sentence));
  for (const to of ['cp437', 'cp850', 'cp857', 'macintosh'])
    it(`windows-1254 as ${to}`, () => assert.equal(text(misread(sentence, 'windows-1254', to)), sentence));
  it('reads one name among English', () =>
    assert.equal(
      text(`The minister met ${misread('Yıldırım', 'cp857', 'windows-1250')} on Monday.`),
      'The minister met Yıldırım on Monday.',
    ));
});

describe('names of Europe in a page of DOS', () => {
  for (const [from, to, name] of [
    ['cp850', 'windows-1252', 'Jürgen Möller'],
    ['cp437', 'iso-8859-1', 'José García'],
    ['cp852', 'windows-1250', 'Zdeněk Dvořák'],
    ['cp852', 'windows-1252', 'Łukasz Wójcik'],
    ['windows-1252', 'cp437', 'Björn Muñoz'],
  ] as const)
    it(`reads ${from} taken for ${to}`, () => {
      const sentence = `Deputy chair ${name} told reporters in the capital.`;
      assert.equal(text(misread(sentence, from, to)), sentence);
    });

  it('leaves signs of clean copy', () => {
    for (const clean of [
      'The N°5 perfume cost £5m–€6m, said Müller’s “Übung” team; the list•of names and the 3ª vez stayed.',
      'The dagger‡ and Ford™s car stood by Jürgen’s “naïve…” sign at 2¼inch.',
    ])
      assert.equal(text(clean), clean);
  });
});

describe('UTF-8 that was misread and lower-cased', () => {
  const lowered = (source: string, id: string) =>
    [...new TextEncoder().encode(source)]
      .map((byte) => {
        const shown = byte < 128 ? String.fromCharCode(byte) : upper(id).charAt(byte - 128);
        return shown === '\ufffd' ? String.fromCharCode(byte) : shown;
      })
      .join('')
      .toLowerCase();

  for (const id of ['windows-1252', 'iso-8859-1'])
    it(`reads it in ${id}`, () => {
      const sentence = 'The mayor, şükrü çağrıcı, said the güçlü group would go to ığdır.';
      assert.equal(text(lowered(sentence, id)), sentence.toLowerCase());
    });

  it('leaves letters of the north', () => {
    const clean = 'the mayor of jyväskylä’s town said ”hyvä”, the pitkä… road, malmå and brå– were clean.';
    assert.equal(text(clean), clean);
  });
});
