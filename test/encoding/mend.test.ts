import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import type { Mend, MendEvidence } from '../../src/encoding/index.ts';
import { cleanPaste, createMender, describeDamage, inspectBlock, suspectEncoding } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';
import { toSource } from '../../src/text/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const nothing: MendEvidence = { team: [], folder: [] };
const mend = (source: string, evidence = nothing): Mend[] =>
  mender.mend(readArticle(source, 'story.txt').blocks, evidence);
const text = (source: string, evidence = nothing) =>
  mend(source, evidence)
    .map((one) => one.text)
    .join('\n');
const damages = (source: string, evidence = nothing) => mend(source, evidence).flatMap((one) => one.damages);

describe('misread code pages', () => {
  const cases: [string, string][] = [
    ['AyÅŸe DoÄŸan came.', 'Ayşe Doğan came.'],
    ['Mayor AyЕџe DoДџan came.', 'Mayor Ayşe Doğan came.'],
    // Read with the page of the Mac it would be a mark that no Y bears.
    ['The word YÃ•r stands.', 'The word YÕr stands.'],
    ['The word ÃƒÂ§ubuÃ„Å¸unda stands.', 'The word çubuğunda stands.'],
    ['Yanlƒ±≈ü was read.', 'Yanlış was read.'],
    ['b├╝y├╝k ┼şehir', 'büyük şehir'],
    ['It isnâ€™t â€“ he said', 'It isn’t – he said'],
    ['Þükrü Doðan came.', 'Şükrü Doğan came.'],
    ['Kılıç met DoÄŸan.', 'Kılıç met Doğan.'],
    ['Mayor Rýza Altýntaþ came.', 'Mayor Rıza Altıntaş came.'],
    ['Mr Þamaxýlý came.', 'Mr Şamaxılı came.'],
    ['Mr Åahin came.', 'Mr Şahin came.'],
    ['Mr Å\ufffdahin of Å\ufffdanlÄ±urfa came.', 'Mr Şahin of Şanlıurfa came.'],
    ['Ayşe Kılıç met Nuh Yýlmaz.', 'Ayşe Kılıç met Nuh Yılmaz.'],
    ['Officials thanked Nuri Çaðza.', 'Officials thanked Nuri Çağza.'],
    ['Ayþe Yýldýz&#039;s house', "Ayşe Yıldız's house"],
    ['Baku`s envoy met Ankara`s and read `ls`.', 'Baku’s envoy met Ankara’s and read `ls`.'],
    ['It is 12 euros.\ufeff', 'It is 12 euros.'],
    ['â€œThis is for allâ€, she said.', '“This is for all”, she said.'],
    ['Nobody knewâor said soâwhy it isnât done.', 'Nobody knew—or said so—why it isn’t done.'],
    ['âWe shall see,â she said.', '“We shall see,” she said.'],
    ['About 70Â percent came.', 'About 70 percent came.'],
    ['Peru鈥檚 envoy met Do臒an and 艦眉kr眉.', 'Peru’s envoy met Doğan and Şükrü.'],
    ['Nihat Ýlkent met Nevþet Özsoy.', 'Nihat İlkent met Nevşet Özsoy.'],
    ['Mr Nguyá»…n VÄƒn Thá»‹nh met PhÆ°Æ¡ng.', 'Mr Nguyễn Văn Thịnh met Phương.'],
    ['Nguy·ªÖn Th·ªã came.', 'Nguyễn Thị came.'],
    ['He paid ¬£400,000 in all.', 'He paid £400,000 in all.'],
    ['Add 1¬Ω litres of milk.', 'Add 1½ litres of milk.'],
    ['Chor√Ω scored.', 'Chorý scored.'],
    // Its last byte is a line's end in Latin-1, and was read as the ellipsis of Windows-1252.
    ['Dr Nguyá»\u0085n came.', 'Dr Nguyễn came.'],
  ];
  for (const [bad, good] of cases) it(`reads ${bad}`, () => assert.equal(text(bad), good));

  for (const good of [
    'Guðrún Þorsteinsdóttir',
    'Jan Novotný',
    'Ayşe Kılıç met Jan Nový',
    'São Paulo and Ångström',
    'Рівне і Львів',
    'Ãngela lives in Århus',
    'Orazgül Annaýewa',
    'Åland and Ängelholm',
    'Mr Smýkal came',
    '¿Qué? she asked.',
    'The 中国Daily of Beijing',
    'A pâté at the Château of Lâm',
    'Jan Malý met Þóra Ýmisdóttir',
    'Anđelko Tuđman met Mehmet Demir',
    'Emre Can met Ion Ţiriac and Gunnar Seyðfjörð',
    'Ali Koç met Guðný Þorleifsdóttir of Eiði',
  ]) {
    it(`leaves ${good}`, () => assert.equal(text(good), good));
  }
});

describe('one story for the whole document', () => {
  it('reads a word by the page that others prove', () =>
    assert.equal(
      text('Minister ªtefan Bãlãneanu spoke.\n\nAna Moraºan did not.'),
      'Minister Ștefan Bălăneanu spoke.\nAna Morașan did not.',
    ));
  it('takes no page from nowhere', () => assert.equal(text('Ana Morãnu spoke.'), 'Ana Morãnu spoke.'));
  it('leaves a letter that the page’s language lacks', () =>
    assert.equal(
      text('Minister ªtefan Bãlãneanu spoke.\n\nPeople of Århus came.'),
      'Minister Ștefan Bălăneanu spoke.\nPeople of Århus came.',
    ));
});

describe('lost letters', () => {
  it('restores a name in an English sentence, safely', () => {
    const [damage] = damages('The committee heard Governor Y?ld?r?m on Monday.');
    assert.equal(damage?.readings[0], 'Yıldırım');
    assert.equal(damage?.certainty, 'single');
    assert.match(damage?.story ?? '', /Windows-1252/);
  });
  it('reads Azerbaijani by its names', () =>
    assert.equal(text('Deputy M?mm?dov met H?s?nov in G?nc?.'), 'Deputy Məmmədov met Həsənov in Gəncə.'));
  it('takes another mention before anything else', () => {
    const found = damages('Mr Tayda?o?lu came.\n\nLater Taydaşoğlu left.');
    assert.deepEqual(found[0]?.readings, ['Taydaşoğlu']);
    assert.equal(found[0]?.evidence.kind, 'mention');
    assert.equal(found[0]?.evidence.at?.block, 1);
  });
  it('takes a mention without marks', () => {
    const found = damages('Mr Bozba? spoke first.\n\nMr Bozbag left, and Mr Y?ld?z stayed.');
    assert.equal(found[0]?.readings[0], 'Bozbağ');
    assert.equal(found[0]?.evidence.kind, 'folded-mention');
  });
  const mentions: [string, string][] = [
    ['Mr Karako?lu came.\n\nKarakoğlu left.', 'Mr Karakoğlu came.\nKarakoğlu left.'],
    ['Mayor ?Mamo?Lu came.\n\nEKREM İMAMOĞLU', 'Mayor İmamoğlu came.\nEKREM İMAMOĞLU'],
    ['SELİM Y?LDIRIM\n\nSelim Yıldırım', 'SELİM YILDIRIM\nSelim Yıldırım'],
    ['Mr Tayda?o?lu came.\n\nFollow @selimtaydasoglu.', 'Mr Taydaşoğlu came.\nFollow @selimtaydasoglu.'],
    ['Nurg?s spoke.\n\nNurgıs left.', 'Nurgıs spoke.\nNurgıs left.'],
    ['Is this Doğu? Doğuş came.', 'Is this Doğu? Doğuş came.'],
  ];
  for (const [bad, good] of mentions) it(`reads ${bad} by the other mention`, () => assert.equal(text(bad), good));
  it('offers all where mentions differ', () => {
    const [damage] = damages('Mr Bozba? spoke.\n\nMr Bozbaş and Mr Bozbağ left.');
    assert.deepEqual([damage?.readings, damage?.certainty], [['Bozbaş', 'Bozbağ'], 'choices']);
  });
  it('reads letters whose two bytes were lost one by one', () =>
    assert.equal(text('Erdo??an met Y??ld??r??m.'), 'Erdoğan met Yıldırım.'));
  it('keeps the question marks of Turkish prose', () =>
    assert.equal(
      text('Yeni ba?kan ?imdi nerede oturuyor? Halk bunu çok ya?ad?. Bir çözüm var m??'),
      'Yeni başkan şimdi nerede oturuyor? Halk bunu çok yaşadı. Bir çözüm var mı?',
    ));
  it('takes the team’s list', () => {
    const found = damages('Mr Ça?anba? said so.', { team: ['Veli Çağanbaş'], folder: [] });
    assert.deepEqual([found[0]?.readings, found[0]?.evidence.kind], [['Çağanbaş'], 'team']);
  });
  it('offers a Polish name as a choice, and reads it beside a whole one', () => {
    assert.ok(damages('The poet met Pawe? Kowalski.').every(({ certainty }) => certainty === 'choices'));
    assert.equal(text('The poet Wiśniewski met Pawe? Kowalski.'), 'The poet Wiśniewski met Paweł Kowalski.');
  });
  it('puts no Turkish name in where one of another language may be meant', () => {
    const found = damages('The singer Cătălina Moraru met R?zvan Ilie.');
    assert.deepEqual(
      found.map(({ certainty, readings }) => [certainty, readings.includes('Răzvan')]),
      [['choices', true]],
    );
  });
  it('puts marks back', () =>
    assert.equal(text('The mayor?s office didn?t answer.'), 'The mayor’s office didn’t answer.'));
  for (const good of [
    'Who is Aydin? Nobody knows.',
    'Really?yes',
    'See https://example.org/list?id=3&l=az now.',
    'What? No!',
    'Bu bir soru mu? Evet.',
    'He said “why?” twice.',
    'Nereye gidiyorsun?diye sordu.',
    'born 19?? in Baku',
    'Is this Doğu? Nobody knows.',
    'C? or MP?',
    'const a = b ?? c;',
  ]) {
    it(`leaves ${good}`, () => assert.equal(damages(good).length, 0));
  }
});

describe('characters', () => {
  const cases: [string, string][] = [
    ['Zo\u0308e came', 'Zöe came'],
    ['Gazi\u0307emi\u0307r', 'Gaziemir'],
    ['Bas¸turk came', 'Başturk came'],
    ['R&amp;D &ndash; &#287;', 'R&D – ğ'],
    ['the coun\u00adcil \u200bmet', 'the council met'],
    ['the ﬁrst', 'the first'],
    ['a Сamry', 'a Camry'],
    ['The Army`s, the Ministry"s, the mayor´s', 'The Army’s, the Ministry’s, the mayor’s'],
  ];
  for (const [bad, good] of cases) it(`mends ${JSON.stringify(bad)}`, () => assert.equal(text(bad), good));
  for (const good of ['👨‍👩‍👧', 'می‌خواهم', 'Київ', 'AT&T', 'OʼNeill', 'Δt and µm', '7‑3', '12\u00a0000'])
    it(`leaves ${good}`, () => assert.equal(damages(good).length, 0));
});

describe('for the faces', () => {
  it('cleans what is pasted and nothing else', () => {
    assert.equal(cleanPaste('DoÄŸan said\r\nso &amp; left.', mender), 'Doğan said\r\nso & left.');
    assert.equal(cleanPaste('Doğan said so.', mender), undefined);
  });
  it('names the encoding of a file that was read wrongly', () => {
    assert.equal(suspectEncoding(mend('AyÅŸe DoÄŸan met GÃ¼l.'))?.id, 'utf8');
    assert.equal(suspectEncoding(mend('Ayþe Doðan met Işık, Þükran and Yýldýz.')), undefined);
    assert.equal(suspectEncoding(mend('Ayþe Doðan, Yýldýz and Kýlýnç.'))?.id, 'windows1254');
    assert.equal(suspectEncoding(mend('Ayşe met Doğan.')), undefined);
    const polish = 'Most w £odzi bêdzie s³u¿y³ mieszkañcom, powiedzia³a ¯aneta Kwiatkówna. Prace by³y trudne.';
    assert.deepEqual(suspectEncoding(mend(polish)), { id: 'windows1250', name: 'Windows-1250' });
    assert.equal(suspectEncoding(mend(`${polish} Łukasz też.`)), undefined);
  });
  it('describes a damage for a rule', () => {
    const [damage] = damages('Mr Tayda?o?lu came.\n\nLater Taydaşoğlu left.');
    const said = damage && describeDamage(damage);
    assert.equal(said?.safe, true);
    assert.equal(said?.related?.[0]?.block, 1);
    assert.match(said?.why ?? '', /line \{line\}/);
  });
});

describe('properties', () => {
  it('sees nothing in plain English', () =>
    assert.equal(inspectBlock('The committee met on Monday, and nobody asked why.'), undefined));
  it('maps every clean stretch to what stands in the source', () => {
    const bits = [
      'Bayraktaro?lu',
      'DoÄŸan',
      'R&amp;D',
      'Zo\u0308e',
      'the',
      'said?',
      '“quoted”',
      'a\u200bb',
      '?stanbul',
      '\ufffd',
      'Það',
      '\ud800',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...bits), fc.string()), { maxLength: 12 }), (parts) => {
        const source = parts.join(' ');
        for (const [i, block] of readArticle(source, 'story.txt').blocks.entries()) {
          const one = mend(source)[i];
          assert.ok(one);
          let end = 0;
          for (const damage of one.damages) {
            assert.ok(damage.start >= end && damage.end > damage.start && damage.end <= block.text.length);
            end = damage.end;
            assert.equal(block.text.slice(damage.start, damage.end), damage.actual);
            assert.equal(toSource(one.map, damage.clean.start, 'start'), damage.start);
            if (damage.readings.length > 0)
              assert.equal(one.text.slice(damage.clean.start, damage.clean.end), damage.readings[0]);
          }
        }
      }),
      runs(200),
    );
  });
  it('mends once: what was cleaned stays as it is', () => {
    const paragraphs = [
      'Mayor AyÅŸe DoÄŸan came.',
      'Gazi\u0307emi\u0307r lies in the west.',
      'The R&amp;amp;D of Ko&ccedil; pays.',
      'Governor Y?ld?r?m said so.',
      'They met in ?stanbul on Monday.',
      'Þükrü Doðan came.',
      'T‡rk‡e is spoken there.',
      'Minister ªtefan Bãlãneanu spoke.',
      'Nobody knewâor said soâthat itâs late.',
      'Peru鈥檚 envoy came.',
      'About 70Â percent came.',
      'Bas¸turk and Army`s men',
      'The mayor?s men of 2011?2013',
      'At ﬁrst the Сamry stood a\u00adlone.',
      'K=C3=BCçük and Do\\u011fan',
      '\u0093Quoted,\u0094 he said.',
      'Ba\ufffdar and Y\ufffdld\ufffdz came.',
      'Bakan, ?ehirde yap?lan toplant?da konu?tu.',
      'Who came? Nobody did.',
      'The end.',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...paragraphs), { minLength: 1, maxLength: 6 }), (parts) => {
        const source = parts.join('\n');
        const once = cleanPaste(source, mender) ?? source;
        assert.equal(cleanPaste(once, mender) ?? once, once);
      }),
      runs(300),
    );
  });
});
