import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Likeness } from '../../src/people/index.ts';
import { compareNames, isSlip } from '../../src/people/index.ts';
import fc from '../fuzz/fast-check.ts';

const pairs: Record<Likeness, string> = {
  same: 'Erdoğan Erdoğan|HASANOV Hasanov|MacGregor Macgregor',
  diacritics: 'Güler Guler|Həsənov Hasanov|Çavuşoğlu Cavusoglu|Łukasz Lukasz|Гасанов Gasanov|Abdul-Rahman Abdulrahman',
  transliteration:
    'Syrskyi Syrsky|Syrsky Syrskyy|Zelensky Zelenskyy|Zaluzhny Zaluzhnyi|Halevi Halevy|Aliyev Aliev|Huseynov Huseinov|' +
    'Hasanov Gasanov|Qafarova Gafarova|Quliyev Guliyev|Sergei Sergey|Mikhail Mihail|Yevgeny Evgeniy|Şahin Shahin|' +
    'Müller Mueller|Ceyhun Jeyhun|Elçin Elchin|Yulia Iulia|Ağayev Aghayev|Yeltsin Eltsin|Rakhmonov Rahmonov',
  slip: 'Umerov Umevrov|Gafarova Gafarava|Davit David|Babayan Balayan|Nasir Nasib|Abdel Abdul|Netanyahu Netanayhu|Merkel Merkle',
  slips:
    'Pemberton-Leigh Pemberton-Lee|Eyvazov Eyvazli|Rustamov Rustamzade|Umerov Umevorv|Alakbarli Alabkarrli|Papuashvili Papuasvilhi',
  different:
    'Müller-Schmidt Müller-Schulz|Stevens Stevenses|Carrell Carrillo|Hassan Hussein|Salman Suleiman|Dodin Dodina|Vyshnevskyi Vyshnevska|Chaikovsky Chaikovskaya|Havel Havlova|Lavrov Lavrova|Aliyev Aliyeva|Zelensky Zelenska|Kowalski Kowalska|Novák Nováková|Lavrov Skripal|Lee Li|Kim Kimi|' +
    'Barden Bardens|Edward Edwards|Petrov Petrovna|Smith Smythe|Hasan Basan|Gunter Hunter',
};

describe('compareNames', () => {
  for (const [likeness, list] of Object.entries(pairs)) {
    for (const pair of list.split('|')) {
      const [a = '', b = ''] = pair.split(' ');
      it(`${a} and ${b}: ${likeness}`, () => {
        assert.equal(compareNames(a, b), likeness);
        assert.equal(compareNames(b, a), likeness);
      });
    }
  }

  it('is the same both ways, and a name is the same as itself', () => {
    const name = fc.stringMatching(/^[A-ZÇŞĞƏ][a-zçşğəıöü]{1,10}$/);
    fc.assert(fc.property(name, name, (a, b) => compareNames(a, b) === compareNames(b, a)));
    fc.assert(fc.property(name, (a) => compareNames(a, a) === 'same'));
  });
});

describe('isSlip', () => {
  it('takes one letter added, lost, changed or swapped', () => {
    for (const slip of ['umevrov', 'umerv', 'umerob', 'umreov']) assert.ok(isSlip('umerov', slip), slip);
  });

  it('leaves short words, first letters and longer distances alone', () => {
    for (const other of ['kmerov', 'umevroo', 'umerovic']) assert.ok(!isSlip('umerov', other), other);
    assert.ok(!isSlip('kaya', 'kays'));
  });
});
