import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLexicon } from '../../src/lexicon/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const lexicon = createLexicon(nodeAssets);
const source = { file: 'terms.yaml', line: 3 };

describe('places', () => {
  it('finds the forms of a place by the first word', () => {
    const [form] = lexicon.places.startingWith('Kiev');
    assert.equal(form?.place.write, 'Kyiv');
    assert.deepEqual(lexicon.places.startingWith('Czech')[0]?.words, ['Czech', 'Republic']);
    assert.equal(lexicon.places.startingWith('Turkiye')[0]?.place.wrong.has('Turkiye'), true);
  });

  it('pairs names with special letters and plain ones', () => {
    assert.equal(lexicon.places.startingWith('Diyarbakir')[0]?.place.id, 'Diyarbakır');
  });

  it('takes the form of the team’s list', () => {
    const { places } = createLexicon(nodeAssets, {
      terms: [
        { preferred: 'Karabakh', banned: ['Artsakh'], kind: 'place', source },
        { preferred: 'Newtown', banned: ['Oldtown'], kind: 'place', source },
        { preferred: 'cooperation', banned: ['co-operation'], kind: 'term', source },
      ],
    });
    assert.equal(places.startingWith('Garabagh')[0]?.place.house, 'Karabakh');
    assert.equal(places.startingWith('Artsakh')[0]?.place.house, 'Karabakh');
    assert.equal(places.startingWith('Oldtown')[0]?.place.house, 'Newtown');
    assert.deepEqual(places.startingWith('co-operation'), []);
  });
});

describe('countries', () => {
  it('know which stand without an article', () => {
    for (const word of ['Ukraine', 'Azerbaijan']) assert.ok(lexicon.countries.standsAlone(word), word);
    for (const word of ['Netherlands', 'Gambia', 'USSR', 'Jordan'])
      assert.ok(!lexicon.countries.standsAlone(word), word);
  });

  it('know countries, peoples and their names abroad', () => {
    for (const word of ['Azerbaijani', 'Armenians', 'Columbia', 'Ukraina'])
      assert.ok(lexicon.countries.isKnown(word), word);
    assert.ok(!lexicon.countries.isKnown('Azerbajian'));
  });
});

describe('dialect', () => {
  it('has both sides of a pair', () => {
    assert.deepEqual(lexicon.dialect.get('colour'), {
      country: 'en-GB',
      twin: 'color',
      oxford: false,
      name: false,
      beside: false,
    });
    assert.equal(lexicon.dialect.get('color')?.country, 'en-US');
    assert.equal(lexicon.dialect.get('organize')?.oxford, true);
    assert.equal(lexicon.dialect.get('grey')?.name, true);
  });

  it('leaves out what both countries write', () => {
    for (const word of ['practice', 'meter', 'dialogue', 'humorist', 'tire', 'license', 'analyses'])
      assert.equal(lexicon.dialect.get(word), undefined, word);
    assert.equal(lexicon.dialect.get('programme')?.twin, 'program');
    assert.equal(lexicon.dialect.get('program')?.beside, true, 'a word of its own for computers');
  });

  it('spells every word back to itself', () => {
    const words = new TextDecoder().decode(nodeAssets('dialect.txt')).split('\n');
    assert.ok(words.length > 3500);
    for (const line of words) {
      const [word = '', twin = ''] = line.split(' ');
      assert.equal(lexicon.dialect.get(word)?.twin, twin);
      const back = lexicon.dialect.get(twin);
      if (back) assert.equal(back.twin, word);
    }
  });
});

describe('names', () => {
  it('are known folded', () => {
    for (const name of ['zarifa', 'selcuk', 'oleksandr', 'hovhannes', 'tamar'])
      assert.ok(lexicon.isGivenName(name), name);
    for (const name of ['babayan', 'balayan', 'huseynov']) assert.ok(lexicon.isSurname(name), name);
    assert.ok(!lexicon.isSurname('umevrov'));
  });
});
