import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const mends = (source: string) => mender.mend(readArticle(source, 'story.txt').blocks, { team: [], folder: [] });
const text = (source: string) =>
  mends(source)
    .map((one) => one.text)
    .join('\n');
const damages = (source: string) => mends(source).flatMap((one) => one.damages);

describe('lost marks', () => {
  const cases: [string, string][] = [
    ['?We shall not leave,? the mayor said.', '“We shall not leave,” the mayor said.'],
    ['He called it ?the end of the road?, and left.', 'He called it “the end of the road”, and left.'],
    ['The mayor said: ?It is over.? He left.', 'The mayor said: “It is over.” He left.'],
    ['The talks of 2011?2013 failed.', 'The talks of 2011–2013 failed.'],
  ];
  for (const [bad, good] of cases) it(`mends ${bad}`, () => assert.equal(text(bad), good));

  it('offers the money that the text speaks of', () => {
    const [damage] = damages('The flat in Ankara, Turkey, costs ?18.500 a month.');
    assert.deepEqual([damage?.actual, damage?.readings[0], damage?.certainty], ['?', '₺', 'choices']);
  });
  for (const good of ['Was it 2011?2013 was better, he said?', 'It fell in 2013?2011?', 'Page 3?4 is missing'])
    it(`leaves ${good}`, () => assert.ok(damages(good).every(({ readings }) => readings[0] !== '“')));
});

it('is sure of no letter between two English words', () => {
  const [damage] = damages('The ministers of Türkiye met. The State?run agency told it.');
  assert.deepEqual([damage?.actual, damage?.certainty], ['State?run', 'choices']);
});

it('offers an Azerbaijani surname first in a story whose other names are Turkish', () => {
  const found = damages(
    '?STANBUL — Ay?e Öztürk and Selçuk Çavu?o?lu of ?zmir met the Baku envoy, V?liyev, in Beyo?lu.',
  );
  assert.equal(found.find(({ actual }) => actual === 'V?liyev')?.readings[0], 'Vəliyev');
});

describe('ligatures of a PDF', () => {
  it('puts them back in English words', () =>
    assert.equal(text('The of?ce said the con?ict was dif?cult.'), 'The office said the conflict was difficult.'));
  it('leaves words that end in a question', () => assert.equal(damages('Is it a cliff? Is it the staff?').length, 0));
});

describe('letters that shared a hole', () => {
  it('offers the known name', () => {
    const [damage] = damages('The mayor of Bey?lu spoke in Y?ld?z.');
    assert.ok(damage?.readings.includes('Beyoğlu'));
    assert.equal(damage?.certainty, 'choices');
  });
});

describe('Turkish prose', () => {
  const cases: [string, string][] = [
    ['Yeni yasa d???nda kalan i?çiler ne olacak?', 'Yeni yasa dışında kalan işçiler ne olacak?'],
    ['Kar?? ç?kanlar bugün nerede?', 'Karşı çıkanlar bugün nerede?'],
    ['Senin s?k?nt?n ne? Can?n m? yand?? dedi.', 'Senin sıkıntın ne? Canın mı yandı? dedi.'],
    ['Bu ?ehirde kaç ki?i çal???yor? Kimse bilmiyor.', 'Bu şehirde kaç kişi çalışıyor? Kimse bilmiyor.'],
    ['Haz?r m?s?n?', 'Hazır mısın?'],
    ['Ya?l? adam?n evine kim girdi?', 'Yaşlı adamın evine kim girdi?'],
    ['Onlar?n ba?ar?s?zl??? ?unlar? gösterdi.', 'Onların başarısızlığı şunları gösterdi.'],
    ['Ahmet Yalç?n?n evinde ya?am ba?lad? m??', 'Ahmet Yalçının evinde yaşam başladı mı?'],
    ['Bakan, ?ehirde yap?lan toplant?da konu?tu.', 'Bakan, şehirde yapılan toplantıda konuştu.'],
    ['Toplant? Bo?az’?n k?y?s?nda yap?ld?.', 'Toplantı Boğaz’ın kıyısında yapıldı.'],
  ];
  for (const [bad, good] of cases) it(`reads ${bad}`, () => assert.equal(text(bad), good));
  it('reads Azerbaijani prose as such', () =>
    assert.equal(text('Bu k?ndd? ya?ayanlar bel? bir yol ist?mirdi.'), 'Bu kənddə yaşayanlar belə bir yol istəmirdi.'));
});

describe('an Azerbaijani story', () => {
  const story = [
    'Açılış mərasimində şəhər icra hakimiyyətinin başçısı Nüsrət Ağayarlı çıxış edib. O bildirib ki, körpü sakinlərin gündəlik həyatını xeyli asanlaşdıracaq və tıxacların qarşısını alacaq.',
    'Layihənin rəhbəri Şəfəq Məhərrəmova deyib ki, işlərin böyük hissəsini yerli şirkətlər görüb.',
    'Sakinlər uzun müddət idi ki, köhnə körpünün vəziyyətindən şikayət edirdilər.',
  ].join('\n\n');
  const found = mends(story.replace(/[əğışƏĞİŞ]/g, '?'));

  it('is read as a whole', () => assert.equal(found.map((one) => one.text).join('\n\n'), story));
  it('is mended without asking for the most part', () => {
    const all = found.flatMap((one) => one.damages);
    assert.ok(all.filter(({ certainty }) => certainty === 'single').length > 0.75 * all.length);
  });
  it('takes no word for another that stands whole', () => {
    const read = damages(
      'Burada növü yazın, üstünü örtün, belə edin. Bu növ? görə i?i t?xir? salan, yerin? yeti?m?k üçün s?hv ed?n d? çoxdur.',
    );
    const first = (word: string) => read.find(({ actual }) => actual === word)?.readings[0];
    assert.deepEqual([first('növ?'), first('ed?n')], ['növə', 'edən']);
  });
  it('leaves open whether a word that stands alone is a name', () => {
    const told = damages('O bildirib ki, bu il k?ndl?rd? ?lqar köm?k üçün çoxlu vasit? toplanacaq v? bölün?c?k.');
    const found = told.find(({ actual }) => actual === '?lqar');
    assert.deepEqual([found?.readings.slice(0, 2), found?.certainty], [['İlqar', 'ilqar'], 'choices']);
  });
});

describe('names of other languages', () => {
  it('offers no Turkish letter for them', () => {
    for (const bad of ['Bartosz Ko\ufffdski wrote it.', 'The singer Micha\ufffd Zawadzki came.'])
      for (const { readings } of damages(bad)) assert.ok(readings.every((reading) => !/[ğışə]/.test(reading)));
  });
});

describe('properties of lost letters and marks', () => {
  const english = [
    'Y?ld?r?m',
    '?We go,?',
    '2011?2013',
    'of?ce',
    'the',
    'mayor?s',
    'what?',
    '?18.500',
    '“Öz',
    'Is it so?',
  ];
  const turkish = ['bir', 'gün', '?imdi', 'yap?ld?', 'm??', 'Bo?az’?n', 'ba?kan', 'için', 'konu?tu.'];
  const words = (start: string, list: readonly string[]) =>
    fc.array(fc.constantFrom(...list), { maxLength: 9 }).map((parts) => [start, ...parts]);
  const bits = fc.oneof(words('The committee said that', english), words('Bugün bu kent için çok', turkish));
  it('mends once: what is mended for sure stays', () =>
    fc.assert(
      fc.property(bits, (parts) => {
        const source = parts.join(' ');
        const once = fixed(source);
        assert.equal(fixed(once), once);
        assert.ok(once.length >= source.length - parts.length);
      }),
      runs(300),
    ));
  it('leaves an English question its mark, whatever was lost before it', () =>
    fc.assert(
      fc.property(bits, (parts) => {
        assert.match(text(`${parts.join(' ')}\n\nWill the committee meet again?`), /meet again\?$/);
      }),
    ));
});

/** The text with all that is sure put in. */
function fixed(source: string): string {
  return mends(source)
    .map(({ text: mended, damages: found }) =>
      found.reduceRight(
        (out, { clean, actual, certainty }) =>
          certainty === 'choices' ? out.slice(0, clean.start) + actual + out.slice(clean.end) : out,
        mended,
      ),
    )
    .join('\n');
}

it('leaves open in a second round what it left open in the first', () => {
  // Mended, «Kurtulmuş» and «Güler» say nothing any more of what the conversion took from «Görgün» and «Özel».
  const names = 'Recep Tayyip Erdoğan, Ayşe Doğan, Numan Kurtulmuş, Yaşar Güler, Haluk Görgün and Özgür Özel met.';
  const once = fixed(names.replace(/[^\0-\x7f]/g, '?'));
  assert.notEqual(once, names);
  assert.equal(fixed(once), once);
});

it('takes no ı for a sign of what was mended: Mac Roman has it', () => {
  const story = 'Komutan Kadıoğlu, Yıldızhan ve Bayraktaroğlu’nun katıldığını, geminin ise çok güçlü olduğunu söyledi.';
  assert.equal(fixed(story.replace(/[ğş]/g, '?')), story);
});

it('sees no English possessive in Turkish prose', () => {
  // Windows-1250 has ş, ç, ö and ü, but neither ı nor ğ.
  const story = 'Törene Cumhurbaşkanı Yardımcısı katıldı ve çalışmaların yıl boyunca sürdüğünü söyledi.';
  assert.match(text(story.replace(/[ığ]/g, '?')), /Yardımcısı katıldı/);
});

it('reads an ending behind a name whose last letter was lost', () => {
  const story = "Türk Donanması'nın yeni fırkateyni İzmir hizmete girdi.";
  assert.equal(text(story.replace(/[ığİ]/g, '?')), story);
});

it('puts the surname that more people bear before its like', () => {
  const [damage] = damages('Ministers of Türkiye said so, and Ali Demirda? agreed. Nuri Ta?şan left.');
  assert.equal(damage?.readings[0], 'Demirdağ');
});

it('reads no ğ before ş', () => {
  for (const { readings } of damages('Officials thanked Nuri Hu?şak and Ayşe Ka?şaf.'))
    assert.doesNotMatch(readings[0] ?? '', /ğş/);
});

it('takes the mark after a name whose ş was folded for a question’s own', () => {
  assert.deepEqual(damages('Kadir Topbas? said so. Mr Akbas? left the town.'), []);
  assert.equal(damages('Mr Topba? left the town.')[0]?.readings[0], 'Topbaş');
});
