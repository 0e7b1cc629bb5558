import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';

const speller = createSpeller(nodeAssets);
const check = (language: string, known: readonly string[], unknown: readonly string[]) => {
  for (const word of known) assert.equal(speller.isKnown(word, language), true, `${word} is ${language}`);
  for (const word of unknown) assert.equal(speller.isKnown(word, language), false, `${word} is not ${language}`);
};

test('English: capitals, endings, parts of a compound, ordinal numbers', () => {
  check(
    'en',
    [
      'minister',
      'Minister',
      'MINISTER',
      "minister's",
      'minister’s',
      'ministers’',
      'Paris',
      'PARIS',
      'don’t',
      '21st',
      '112th',
      'drone-like',
      'non-aligned',
      'nonsecurity',
      'antifraud',
      'colour',
      'color',
    ],
    ['ministr', 'Ministr', 'paris', "ministr's", '21th', 'drone-lik', 'kolour', 'interresting', 'untense'],
  );
});

test('rare English words are right, what looks like a slip in a common one is not', () => {
  check('en', ['rehydration', 'Rehydration', 'seamers', 'clade'], ['mony', 'develope', 'persue', 'wich']);
  assert.ok(speller.suggest('rehydraton', 'en').includes('rehydration'));
  assert.equal(speller.frequency('rehydration', 'en'), 0);
});

test('British and American words are told apart only when asked', () => {
  check('en-GB', ['colour', 'centre'], ['color']);
  check('en-US', ['color', 'center'], ['colour']);
});

test('Turkish: dotted and dotless i, either apostrophe, suffix chains', () => {
  check(
    'tr',
    ['İstanbul', 'İSTANBUL', 'İnceleme', 'ISIN', 'Türkiye’nin', "Türkiye'nin", 'çalışmalarının', 'görüşmelerinde'],
    ['Istanbulla', 'inclme', 'çalışmlarının'],
  );
});

test('a language without dictionary has no unknown words', () => {
  assert.equal(speller.reads('az'), false);
  check('az', ['söhbətləşmək', 'xyzzy'], []);
});

test('suggestions keep capitals, endings and the apostrophe', () => {
  assert.equal(speller.suggest('goverment', 'en')[0], 'government');
  assert.equal(speller.suggest('Goverment', 'en')[0], 'Government');
  assert.equal(speller.suggest('GOVERMENT', 'en')[0], 'GOVERNMENT');
  assert.equal(speller.suggest('goverment’s', 'en')[0], 'government’s');
  assert.equal(speller.suggest('alot', 'en')[0], 'a lot');
});

test('the article’s own words come first', () => {
  assert.equal(speller.suggest('Karagoz', 'en', { words: ['Karagöz'] })[0], 'Karagöz');
  assert.equal(speller.suggest('Whitcome', 'en', { words: ['Hartwell', 'Whitcombe'] })[0], 'Whitcombe');
});

test('words of the other variant come after the own', () => {
  assert.equal(speller.suggest('coluor', 'en-GB')[0], 'colour');
  assert.equal(speller.suggest('coler', 'en-US')[0], 'color');
});

test('Australian and Canadian English have words of their own, and each its spellings', () => {
  check('en-AU', ['colour', 'organise', 'ute', 'larrikin'], ['color', 'organize']);
  check('en-CA', ['colour', 'organize', 'centre', 'loonie'], ['color', 'organise', 'kerb']);
  for (const language of ['en', 'en-GB', 'en-US']) check(language, [], ['doona']);
  assert.ok(!speller.suggest('doonas', 'en').includes('doona'));
});

test('Turkish: the circumflex may stand or not, and words of the news take their endings', () => {
  check(
    'tr',
    ['resmî', 'askerîye', 'rüzgar', 'rüzgâr', 'hükümetin', 'mevkidaşıyla', 'eşbaşkanları', 'pandemide', 'TÜİK'],
    ['rüzgr', 'hükümtin', 'mevkidaşiyle', 'pandemida'],
  );
});
