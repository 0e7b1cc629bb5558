import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldWord, lowerCase, upperCase } from '../../src/text/index.ts';

describe('foldWord', () => {
  it('brings the spellings of a Turkish or Azerbaijani name together', () => {
    for (const word of ['Işıldağ', 'IŞILDAĞ', 'İşıldağ', 'Isildag', 'ISILDAG']) assert.equal(foldWord(word), 'isildag');
    for (const word of ['Həsənzadə', 'HƏSƏNZADƏ', 'Hasanzada']) assert.equal(foldWord(word), 'hasanzada');
  });

  it('takes letters apart that Unicode leaves whole', () => {
    assert.equal(foldWord('Łódź'), 'lodz');
    assert.equal(foldWord('Þórð'), 'thord');
    assert.equal(foldWord('Straße'), 'strasse');
  });

  it('knows one apostrophe and one hyphen, and drops what cannot be seen', () => {
    assert.equal(foldWord('Türkiye’s'), foldWord("Türkiye's"));
    assert.equal(foldWord('vice‑president'), 'vice-president');
    assert.equal(foldWord('Ba\u200bku\u00ad'), 'baku');
  });

  it('reads composed and decomposed letters alike', () => {
    assert.equal(foldWord('g\u0306u\u0308'), foldWord('ğü'));
  });

  it('leaves other scripts and letters beyond the basic plane', () => {
    assert.equal(foldWord('Баку'), 'баку');
    assert.equal(foldWord('👍'), '👍');
    assert.equal(foldWord('\ud800'), '\ud800');
  });
});

describe('letter case', () => {
  it('follows the language for i and I', () => {
    assert.equal(lowerCase('DIŞİŞLERİ', 'tr'), 'dışişleri');
    assert.equal(lowerCase('BAKI', 'az'), 'bakı');
    assert.equal(lowerCase('ISTANBUL'), 'istanbul');
    assert.equal(upperCase('istanbul', 'tr'), 'İSTANBUL');
    assert.equal(upperCase('ılıca', 'tr'), 'ILICA');
    assert.equal(upperCase('istanbul'), 'ISTANBUL');
  });

  it('never makes two units of İ', () => {
    assert.equal(lowerCase('İzmir'), 'izmir');
    assert.equal(lowerCase('İzmir', 'tr'), 'izmir');
  });
});
