import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
const unknown = (source: string) =>
  desk
    .open({
      path: 'a.txt',
      source: `Harbour reopens\n\nThe harbour of the town was opened again on Monday.\n\n${source}\n`,
    })
    .check()
    .messages.filter(({ ruleId }) => ruleId === 'spelling')
    .map(({ actual }) => actual);

describe('spelling', () => {
  it('reads the worst paragraph too', () => {
    assert.deepEqual(
      unknown(
        'The goverment said the comittee would recieve a seperate paper. It was definately the miltary who occured.',
      ),
      ['goverment', 'comittee', 'recieve', 'seperate', 'definately', 'miltary', 'occured'],
    );
    assert.deepEqual(unknown('He said that seperate goverment comittee met.'), ['seperate', 'goverment', 'comittee']);
  });

  it('takes three slips in a row for no other language', () => {
    assert.deepEqual(unknown('He refered to a previos agrement of the towns.'), ['refered', 'previos', 'agrement']);
    for (const phrase of [
      'les négociations continueront',
      'le condizioni economiche',
      'de onderhandelingen worden voortgezet',
    ])
      assert.deepEqual(unknown(`The paper of the towns had ${phrase} on its cover.`), [], phrase);
  });

  it('leaves other languages alone, whole paragraphs and phrases', () => {
    assert.deepEqual(unknown('El gobierno anunció que las negociaciones continuarán durante la semana próxima.'), []);
    assert.deepEqual(unknown('The film “Les jours heureux” and the paper «Il nostro domani» won prizes.'), []);
    assert.deepEqual(unknown('They ate “qutabcha” at the “kendbazar” of the village.'), []);
  });

  it('never takes an English word for a slip because Turkish stands beside it', () => {
    assert.deepEqual(unknown('Muğla’da değil, İzmir’de: Festival changes towns'), []);
    assert.deepEqual(unknown('Şükrü Bağcıoğlu, Çiğdem Öztürk and Işıl Güneş won prizes'), []);
  });

  it('knows a foreign phrase, with its marks and without, and its words in no other place', () => {
    assert.deepEqual(
      unknown('The vote is a fait accompli, a bête noire or bete noire; his Mens rea was proved prima facie.'),
      [],
    );
    assert.deepEqual(unknown('It was a bona-fide offer, and pro forma; the forma was signed.'), ['forma']);
    assert.deepEqual(unknown('The accompli of the mayor and the fait of the town were read.'), ['accompli', 'fait']);
  });

  it('knows a species by the form of its Latin name', () => {
    assert.deepEqual(
      unknown(
        'Panthera tigris hunts alone, and P. tigris swims. They found Homo floresiensis, Canis lupus familiaris, Vulpes vulpes, Eichhornia crassipes and the beaver (Castor canadensis); tests for E. coli, E coli and Escherichia coli go on.',
      ),
      [],
    );
  });

  it('takes a slip behind a name or initials for no species', () => {
    assert.deepEqual(
      unknown(
        'The U. S. blief was that Angela Merkel sayd no. Many Democratic ccaucus members met American vitizens (Photo curtesy). The Russia agneda of J. F. Kennedy wsa long.',
      ),
      ['blief', 'sayd', 'ccaucus', 'vitizens', 'curtesy', 'agneda', 'wsa'],
    );
    assert.deepEqual(unknown('He spoke of the familiaris and of a tigris there.'), ['familiaris', 'tigris']);
  });

  it('finds a slip in a line of capitals, as a hint', () => {
    const found = (source: string) =>
      desk
        .open({ path: 'a.txt', source })
        .check()
        .messages.filter(({ ruleId }) => ruleId === 'spelling')
        .map(({ actual, severity }) => `${actual} ${severity}`);
    const body = 'The government of the town said on Monday that the harbour would be opened.';
    assert.deepEqual(found(`GOVERMENT’S HARBOUR OPENS\n\n${body}\n`), ['GOVERMENT’S hint']);
    assert.deepEqual(
      found(`COMPANY ANNOUNCES\n\n${body}\n\nECONOMC TALKS, ANNOUNCES 1st HARBOUR OF McDONALD\n\n${body}\n`),
      ['ECONOMC hint'],
    );
    // A name of the story, of the lists, an acronym, and a word in capitals among others.
    assert.deepEqual(found(`COTTEN OPENS HARBOUR\n\n${body} Ida Cotten thanked it.\n`), []);
    assert.deepEqual(found(`COTTEN OPENS HARBOUR\n\n${body} It was built by Cotten.\n`), []);
    assert.deepEqual(found(`MARINO AND OLSSON OPEN HARBOUR\n\n${body}\n`), []);
    assert.deepEqual(found(`Harbour reopens\n\n${body} The GOVERMENT code is a word.\n`), []);
    assert.deepEqual(found(`SINGIN’ IN THE HARBOUR\n\n${body}\n`), []);
  });

  it('knows those who have left the service, and the small words of Italian names', () => {
    assert.deepEqual(
      unknown('Col. James Hale (ret.), Lt. Gen. Ann Moro (retd) and General Carlo Alberto dalla Chiesa wrote a ltter.'),
      ['ltter'],
    );
  });

  it('takes no word for a name that stands in small letters, too', () => {
    const twice = 'The goverment of the town met on Monday. Goverment of the town is hard.';
    assert.deepEqual(unknown(twice), ['goverment', 'Goverment']);
    assert.deepEqual(unknown('Goverment of the town met on Monday, and Goverment is a firm.'), []);
  });

  it('hears letters that an apostrophe leaves out', () => {
    assert.deepEqual(
      unknown("It ain’t nothin’ but lyin’ and darnin' socks; ’tis said ’e had ’is ’ome, ’twas ’ard."),
      [],
    );
    assert.deepEqual(unknown('He was goin there, and tis said nothign’ was ’oem.'), ['goin', 'tis', 'nothign', 'oem']);
  });

  it('reads a word that the end of a line cuts as one', () => {
    const wrapped = (cut: string) =>
      `The mayor of the town said in a long statement on Monday that the comm-\nittee of the harbour would meet again, and that the town’s own ${cut} would go on with its talks about the old harbour for another week or so.`;
    assert.deepEqual(unknown(wrapped('gov-\nernment')), []);
    assert.deepEqual(unknown(wrapped('goverm-\nent')), ['goverm', 'ent']);
  });

  it('knows medicines by their endings', () => {
    assert.deepEqual(unknown('Nivolumab, liraglutide and imatinib were tested; the mab and abemaciclb were not.'), [
      'mab',
      'abemaciclb',
    ]);
  });

  it('knows money, kitchens and this decade', () => {
    assert.deepEqual(
      unknown('The liras and somoni went on plov; digitalisation of tailings made crypto vloggers rich.'),
      [],
    );
  });

  it('reads Turkish as Turkish', () => {
    const story = (words: string) =>
      `Türkiye’nin yeni limanı bugün açıldı. İzmir’deki törende Başbakan’ın konuşması ${words} ilgi gördü.`;
    assert.deepEqual(unknown(story("İnceleme sonucu Türkiye'nin ve Ankara’nın çok")), []);
    assert.deepEqual(unknown(story('için yapılan açıklmaa')), ['açıklmaa']);
  });

  it('finds a slip in the first word of a Turkish sentence, and no name', () => {
    const story = (...sentences: string[]) =>
      unknown(`Türkiye’nin yeni limanı bugün açıldı ve törende konuşmalar yapıldı. ${sentences.join(' ')}`);
    assert.deepEqual(story('Toplntıda konuştu.', 'Cumhurbşkanı bugün konuştu.'), ['Toplntıda', 'Cumhurbşkanı']);
    // One letter from a word that is not common, short, inside the sentence, before another name, and once more.
    assert.deepEqual(story('Karagözlü bugün konuştu.', 'Saygun bugün konuştu.'), []);
    assert.deepEqual(story('Bugün Toplntıda konuştu.', 'Cumhurbşkanı Yıldız konuştu.', 'Karasan gitti.'), []);
    assert.deepEqual(story('Bayrakdar bugün konuştu.', 'Bugün Bayrakdar gitti.'), []);
  });
});
