import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';
import fc from '../fuzz/fast-check.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const mend = (source: string) =>
  mender.mend(readArticle(source, 'story.txt').blocks, { team: [], folder: [] }).map(({ text }) => text)[0] ?? '';
const damages = (source: string) =>
  mender.mend(readArticle(source, 'story.txt').blocks, { team: [], folder: [] }).flatMap((one) => one.damages);

/** Names and marks of other languages, damaged in ways that can be undone. */
const pairs: Record<string, string> = {
  'Judge Ana Pavi?i? sat in Zagreb.': 'Judge Ana Pavičić sat in Zagreb.',
  'The driver, Pawe? Nowak, came from Poland.': 'The driver, Paweł Nowak, came from Poland.',
  'In Vilnius, Jonas ?ukauskas met R?ta.': 'In Vilnius, Jonas Žukauskas met Rūta.',
  'The Bucharest court heard Cãtãlin Rãdulescu.': 'The Bucharest court heard Cătălin Rădulescu.',
  'The mayor\u0092s plan was \u0093fine\u0094.': 'The mayor’s plan was “fine”.',
  'Erdo?an?s visit was short.': 'Erdoğan’s visit was short.',
  'The residents´ trust and the ministry\u0027\u0027s word.': 'The residents’ trust and the ministry’s word.',
  'The pilot is I\\u015fık Demir.': 'The pilot is Işık Demir.',
  'A deputy, N=C9=99biyev, said no.': 'A deputy, Nəbiyev, said no.',
  'Selim Bayraktaroрlu left.': 'Selim Bayraktaroğlu left.',
  'The РM took а bus.': 'The PM took a bus.',
  'In Poland, Rafa³ Nowak and Pawe³ left.': 'In Poland, Rafał Nowak and Paweł left.',
  'Bas ¸aran met C¸ elik and Ku¨nag˘.': 'Başaran met Çelik and Künağ.',
  'The clerk, HÄ±zÄ±r Åengün, left for KÄ±rÅ?ehir.': 'The clerk, Hızır Şengün, left for Kırşehir.',
  'The mayor\ufffds plan \ufffd if it is one \ufffd was called \ufffdfine\ufffd by all.':
    'The mayor’s plan – if it is one – was called “fine” by all.',
  'It was 38?C, says the book on pages 12?14 and of 1939?45.':
    'It was 38°C, says the book on pages 12–14 and of 1939–45.',
  'Selim Gφkhan Yύldύrύm left.': 'Selim Gökhan Yıldırım left.',
  'Ministr øekl, že pøíští týden pøijede do mìsta Vsetín a že dùchody pùjdou nahoru.':
    'Ministr řekl, že příští týden přijede do města Vsetín a že důchody půjdou nahoru.',
  'A polgármester elmondta, hogy jövõre új iskola épül a falu szélén, és a fõúton is lesz körforgalom.':
    'A polgármester elmondta, hogy jövőre új iskola épül a falu szélén, és a főúton is lesz körforgalom.',
  'Köylüler çesmenin yakinda akacagini, borularin degistigini söyledi.':
    'Köylüler çeşmenin yakında akacağını, boruların değiştiğini söyledi.',
  'PRİCES RİSE AGAİN İN BERLİN': 'PRICES RISE AGAIN IN BERLIN',
  'The mınıster of fınance and the Mİnister of trade': 'The minister of finance and the Minister of trade',
  'The clerkÕs plan Ð ÒWe will pay,Ó she said Ð isnÕt new.': 'The clerk’s plan – “We will pay,” she said – isn’t new.',
  'The clerkís plan was called ìsilly rubbishî by all.': 'The clerk’s plan was called “silly rubbish” by all.',
  'She wonÆt go.': 'She won’t go.',
  'The mayor of Săo Luís, Joăo Neves, resigned.': 'The mayor of São Luís, João Neves, resigned.',
  'Driver Yig?it O?zdemir met S?ahin.': 'Driver Yiğit Özdemir met Şahin.',
  'He lives in Mu?La.': 'He lives in Muğla.',
};

describe('other languages', () => {
  for (const [damaged, right] of Object.entries(pairs))
    it(`reads ${damaged}`, () => assert.equal(mend(damaged), right));

  it('mends twice as once', () =>
    fc.assert(
      fc.property(fc.subarray(Object.keys(pairs), { minLength: 1 }), (lines) => {
        const once = mend(lines.join(' '));
        assert.equal(mend(once), once);
      }),
    ));

  for (const text of [
    'O parâmetro não é dinâmico; a câmara votou e a opção será lida amanhã.',
    'Perché no? È così, però la città è più libera e già ricca di virtù.',
    'Això és català: qüestió, col·legi, àvia, raó, història i país.',
    'Bu ne güzel bir gün, çok iyi oldu, yine gelin.',
    'İZMİR BELEDİYESİ DİN VE PİST İÇİN BİR KARAR ALDI',
    'Sabancı, Koç and Basın Yayın are in İzmir and Altın Sokak.',
    'Óscar and Ñusta met Êmile; Ò Deus, Seán Ó Sé and the Ó Briains.',
    'Ottón Solís met Alanís in París.',
    'Martíst, Luís and Æsop met Ís in Pírs.',
    'ភ្នំពេញ\u200bរាជធានី',
    'Âşık Kerim and Âşıkpaşa are names.',
    'He said “Ñ” and “Å” and “Ğ” are letters.',
    '“Özgür is free,” she said; “£5 is too much”.',
    'A word like s??t or f?ck is masked.',
    'The pattern colou?r finds both spellings.',
    'João, Simão and Benoît met Señor Muñoz and Jørgen in Tõrva.',
  ])
    it(`leaves ${text}`, () => assert.deepEqual(damages(text), []));

  it('reads Turkish prose that lost ç, ö and ü too', () =>
    assert.equal(
      mend('K?yde sular bo?a ak?yor, k?yl?ler s?z istiyor, dedi.'),
      'Köyde sular boşa akıyor, köylüler söz istiyor, dedi.',
    ));

  it('guesses no Turkish letter in another language safely', () => {
    for (const { actual, certainty, readings } of damages('In Croatia, Ivo Mirn?k met Bra?ko Hor?at.'))
      assert.ok(certainty === 'choices' || !/[ğış]/.test(readings[0] ?? ''), `${actual} → ${readings[0]}`);
  });
});
