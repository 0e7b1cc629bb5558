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

test('prefixes stand before any word, and words of trades are known unless they look like a slip of a common word', () => {
  check(
    'en',
    [
      'eco-warrior',
      'neo-classical',
      'socio-economic',
      'über-cool',
      'right-hander',
      'yearslong',
      'cul-de-sac',
      'windfarm',
    ],
    ['eco-warrier', 'gaol', 'wether', 'stollen', 'rani', 'chia'],
  );
});

test('British and American words are told apart only when asked', () => {
  check('en-GB', ['colour', 'centre'], ['color']);
  check('en-US', ['color', 'center'], ['colour']);
  // Oxford writes -ize, and nobody «supervize».
  check('en-GB', ['organize', 'Organization', 'CRITICIZED', 'organise'], ['analyze', 'supervize', 'organzie']);
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

test('Turkish: common words come first, and two common words are parted', () => {
  assert.equal(speller.suggest('bakanlgı', 'tr')[0], 'bakanlığı');
  assert.equal(speller.suggest('pekçok', 'tr')[0], 'pek çok');
  assert.ok(speller.slipOf('Toplntı', 'tr') > 0);
  assert.equal(speller.slipOf('Karagözlü', 'tr'), 0);
});

test('suggestions for a compound mend the part that is wrong', () => {
  assert.equal(speller.suggest('goverment-backed', 'en')[0], 'government-backed');
  assert.equal(speller.suggest('Long-awaitted', 'en')[0], 'Long-awaited');
  assert.equal(speller.suggest('re-elction', 'en')[0], 're-election');
  assert.equal(speller.suggest('state-of-teh-artt', 'en')[0], 'state-of-the-art');
  assert.equal(speller.suggest('co-incided', 'en')[0], 'coincided');
});

test('two letters that were swapped are seen at the beginning, too', () => {
  for (const [wrong, right] of [
    ['hte', 'the'],
    ['amke', 'make'],
    ['iwll', 'will'],
    ['nkow', 'know'],
  ] as const)
    assert.equal(speller.suggest(wrong, 'en')[0], right, wrong);
});

test('two words written as one come first when both are of the commonest, and never as rests of words', () => {
  assert.equal(speller.suggest('ofthe', 'en')[0], 'of the');
  assert.equal(speller.suggest('atleast', 'en')[0], 'at least');
  assert.equal(speller.suggest('northen', 'en')[0], 'northern');
  assert.equal(speller.suggest('newletters', 'en')[0], 'newsletters');
  for (const word of ['minature', 'refree', 'refered'])
    assert.ok(!speller.suggest(word, 'en').some((one) => one.includes(' ')), word);
});

test('a lost e before -ly is found', () => {
  assert.equal(speller.suggest('definatly', 'en')[0], 'definitely');
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

test('what only Australians have in their dictionary may be everyone’s word', () => {
  for (const language of ['en', 'en-GB', 'en-US']) check(language, ['yoghurt', 'racquet', 'bushfire', 'guerilla'], []);
});

test('Turkish: the circumflex may stand or not, and words of the news take their endings', () => {
  check(
    'tr',
    ['resmî', 'askerîye', 'rüzgar', 'rüzgâr', 'hükümetin', 'mevkidaşıyla', 'eşbaşkanları', 'pandemide', 'TÜİK'],
    ['rüzgr', 'hükümtin', 'mevkidaşiyle', 'pandemida'],
  );
});
