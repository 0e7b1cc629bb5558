import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createLexicon } from '../../src/lexicon/index.ts';
import { compareNames, indexTeam } from '../../src/people/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const surnames = (
  'Syrskyi Syrsky Zelenskyy Zaluzhny Halevi Halevy Aliyev Aliev Aliyeva Huseynov Guseinov Hasanov Gasanov Həsənov Qafarova ' +
  'Gafarova Quliyev Şahin Shahin Müller Mueller Ceylan Jeylan Elçin Elchin Yeltsin Eltsin Rakhmonov Rahmonov Umerov Umevrov ' +
  'Babayan Balayan Merkel Merkle Lavrov Lavrova Lee Li Kim Kimi Петренко Petrenko Czerny Tcherny Wagner Vagner Mykola Nikolai ' +
  'Yushchenko Iushchenko Xankişi Khankishi Dzhafarov Jafarov Öztürk Oeztuerk'
).split(' ');
const givens = 'Ali Əli Sergei Sergey Volodymyr Vladimir Ceyhun Jeyhun Oleksandr Alexander Ayşe Ayshe Orhan'.split(' ');

it('finds in a long list whom a comparison with every row finds', () => {
  const people = surnames.flatMap((surname, i) =>
    givens.map((given, k) => ({
      name: `${given} ${surname}`,
      aliases: [],
      wrong: [],
      source: { file: 'people.csv', line: i * givens.length + k + 2 },
    })),
  );
  const index = indexTeam(createLexicon(() => undefined, { people }));
  fc.assert(
    fc.property(fc.constantFrom(...surnames), fc.constantFrom(...givens), (surname, given) => {
      const bearers = index.bearers(surname);
      const expected = surnames.filter((one) => compareNames(one, surname) !== 'different');
      assert.deepEqual(bearers.map((one) => one.surname).sort(), [...expected].sort());
      const own = bearers.find((one) => one.surname === surname);
      const close = givens.filter((one) => /^(?:same|diacritics|transliteration)$/.test(compareNames(one, given)));
      for (const one of close)
        assert.ok(
          own?.withGiven(given).some(({ name }) => name === `${one} ${surname}`),
          `${one} for ${given}`,
        );
    }),
    runs(300),
  );
});
