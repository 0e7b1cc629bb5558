import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareNames, knownForms, stripName } from '../../src/people/index.ts';
import { lexicon } from './read.ts';

const alike: readonly (readonly [written: string, other: string])[] = [
  // Cyrillic, Georgian and Armenian, as agencies write them in English.
  ['Щербаков', 'Shcherbakov'],
  ['Жұмабай', 'Zhumabay'],
  ['Гаджиев', 'Gadzhiev'],
  ['გიორგი', 'giorgi'],
  ['Հարություն', 'Harutyun'],
  ['Горбачев', 'Gorbachev'],
  // Special letters spelled out by sound.
  ['Şahin', 'Shahin'],
  ['Xəlilov', 'Khalilov'],
  // Romanisations in use side by side.
  ['Aleksandr', 'Alexandr'],
  ['Volodymyr', 'Vladimir'],
  ['Moroseev', 'Moroseyev'],
  ['Kadyrgaliev', 'Kadirgaliev'],
  ['Mammadzade', 'Mamedzade'],
  ['Zhirinovskii', 'Zhirinovsky'],
  ['Hrytsenko', 'Gritsenko'],
  ['Bohdanchuk', 'Bogdanchuk'],
  ['Hennadiy', 'Gennady'],
  ['Khaled', 'Khalid'],
  ['Quraishi', 'Qureshi'],
  ['Sadique', 'Sadiq'],
  ['Aufani', 'Oufani'],
  ['Barouskaya', 'Barovskaya'],
  ['Karagiannis', 'Karayannis'],
  ['Qusainov', 'Kusainov'],
  ['Gurbanzade', 'Kurbanzade'],
  ['Zhaparbek', 'Japarbek'],
  ['Vučinić', 'Vuchinich'],
  ['Syrskyi', 'Sirsky'],
  ['Sinouari', 'Sinwari'],
  ['Farouk', 'Farooq'],
  ['Ebrahim', 'Ibrahim'],
];

describe('names in other letters', () => {
  for (const [written, other] of alike)
    it(`${written} and ${other} are one name`, () =>
      assert.ok(['same', 'diacritics', 'transliteration'].includes(compareNames(written, other, knownForms(lexicon)))));

  it('keep short names apart', () => assert.equal(compareNames('Lee', 'Li'), 'different'));

  it('read an English «c» as it stands', () => assert.equal(compareNames('Carter', 'Jarter'), 'different'));
});

describe('stripName', () => {
  it('folds letters, apostrophes and hyphens', () => {
    assert.equal(stripName('İsmayıl-Əliyev'), 'ismayilaliyev');
    assert.equal(stripName('O’Brien'), 'obrien');
  });

  it('romanises other scripts', () => assert.equal(stripName('Щербаков'), 'shcherbakov'));
});
