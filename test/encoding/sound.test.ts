import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inspectBlock } from '../../src/encoding/index.ts';
import { readKnowledge } from '../../src/encoding/knowledge/index.ts';
import { findProved } from '../../src/encoding/proved/index.ts';
import { isSound } from '../../src/encoding/proved/sound.ts';
import { nodeAssets } from '../../src/node/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const english = new Set(['minister', 'prime', 'mayor', 'we', 'pay', 'the', 'of', 'said']);
const knowledge = readKnowledge(nodeAssets, (word, language) => language === 'en' && english.has(word.toLowerCase()));

it('asks no more where all words are whole and of one alphabet', () => {
  assert.ok(knowledge);
  assert.ok(isSound('“Ayşe Çağlayan’s” envoy — Gökhan Işıkoğlu — came.', knowledge));
  assert.ok(!isSound('Ayşe Işık, Zoë and Łukasz in Łódź.', knowledge));
  for (const damaged of ['Yýldýz', 'Ã‡aÄŸrÄ±', 'PRİME', 'T‡rk‡e', 'M„ller', 'mayorÕs', 'Gu\u0308l', 'Bãlãºoiu'])
    assert.ok(!isSound(`The envoy met ${damaged}.`, knowledge), damaged);
});

it('finds what it finds when it looks at everything', () => {
  const words = [
    ...[
      'the',
      'of',
      'said',
      'Kaya',
      'Ayşe',
      'Çağlayan,',
      'güçlüğü',
      'ışık',
      'KIŞ',
      'âşık',
      'Łódź',
      'Müller’s',
      'Ernő',
      'señor',
    ],
    ...[
      'Yýldýz',
      'Erdoðdu',
      'Ã‡aÄŸrÄ±',
      'Åahin',
      'gã¼ã§lã¼',
      'PRİME',
      'MİNİSTER',
      'mınıster',
      'T‡rk‡e',
      'Y²ld²r²m',
      'M„ller',
    ],
    ...[
      'ZdenØk',
      'J³rgen',
      'mayorÕs',
      'ÒWe',
      'payÓ',
      'itâs',
      'Erdo臒an',
      'Gu\u0308l',
      'ﬁn',
      'Кaya',
      'Bãlãºoiu',
      'Ernõ',
      'Joăo',
    ],
    ...[
      'Vèera',
      'vláda',
      'shodla',
      'dùchodech',
      'se',
      'na',
      'Köylüler',
      'yagisin',
      'oldugunu',
      'söyledi',
      '«so»',
      '€5',
      '½',
      '“We',
      'said.”',
      'so,”—',
      'a”—b',
      'don”t',
      'a“b',
      '‘a’',
      '(“‘so’”)',
      '”so',
      'mayor’s',
      '—',
      'a\u0092s',
    ],
  ];
  const texts = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', '\n')), { maxLength: 12 });
  let sound = 0;
  fc.assert(
    fc.property(texts, (all) => {
      const text = all.flat().join('');
      const seen = inspectBlock(text);
      if (!seen || !knowledge) return;
      if (isSound(text, knowledge)) sound++;
      // No word is an entity: asked for them, each detector is asked.
      assert.deepEqual(findProved(text, seen, knowledge), findProved(text, { ...seen, entities: true }, knowledge));
    }),
    runs(300),
  );
  assert.ok(sound > 20, `${sound} texts were left alone`);
});
