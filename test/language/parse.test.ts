import assert from 'node:assert/strict';
import { it } from 'node:test';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import { foldWord, lowerCase, shiftMap, upperCase } from '../../src/text/index.ts';

function parse(text: string, quoteOpen = false) {
  const block = {
    role: 'paragraph' as const,
    text,
    map: shiftMap(0),
    start: 0,
    end: text.length,
    datelineEnd: 0,
    opaque: [],
  };
  const parsed = parseBlock(block, text, createVocabulary(foldWord), { quoteOpen });
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    tokens: Array.from(parsed.tokens.start, (start, i) => text.slice(start, parsed.tokens.end[i])),
    sentences: parsed.sentences.map(cut),
    quotes: parsed.quotes.map(cut),
    open: parsed.quoteOpen,
    language: parsed.language,
    treeSentences: parsed
      .tree()
      .children.flatMap((node) => (node.type === 'ParagraphNode' ? node.children : []))
      .filter(({ type }) => type === 'SentenceNode').length,
  };
}

it('keeps apostrophes, hyphens and the stops of abbreviations in their words', () => {
  assert.deepEqual(parse('Lt. Cmdr. Kaya’s F-16 left at 5 a.m., 20-30 km off.').tokens, [
    'Lt.',
    'Cmdr.',
    'Kaya’s',
    'F-16',
    'left',
    'at',
    '5',
    'a.m.',
    ',',
    '20',
    '-',
    '30',
    'km',
    'off',
    '.',
  ]);
});

it('ends no sentence after a title, in tokens as in the tree', () => {
  const { sentences, treeSentences } = parse('They met Adm. Kaya and Cpl. Aslan. No. 5 won.');
  assert.deepEqual(sentences, ['They met Adm. Kaya and Cpl. Aslan.', 'No. 5 won.']);
  assert.equal(treeSentences, 2);
});

it('finds quotations whatever their marks, and those that run on', () => {
  assert.deepEqual(parse('“We go", he said. ‘The soldiers’ bags,’ she said. «Da» and "yes".').quotes, [
    '“We go"',
    '‘The soldiers’ bags,’',
    '«Da»',
    '"yes"',
  ]);
  assert.equal(parse('“We go on.').open, true);
  assert.deepEqual(parse('It ends here.” He left.', true).quotes, ['It ends here.”']);
  assert.deepEqual(parse('He left.', true).quotes, []);
});

it('tells English, Turkish and Azerbaijani apart', () => {
  assert.equal(parse('The envoys of the two countries met in the capital.').language, 'en');
  assert.equal(parse('Bakan bugün yapılan toplantıya katıldı ve açıklama yaptı.').language, 'tr');
  assert.equal(parse('Nazir bu gün keçirilən görüşdə iştirak edib və bildirib.').language, 'az');
  assert.equal(parse('Fire closes port').language, 'und');
});

it('tells Azerbaijani lines without a single ə from Turkish ones', () => {
  assert.equal(parse('Yanğın söndürülüb, amma zavodun anbarı tam dağılıb.').language, 'az');
  assert.equal(parse('Liman yaxşı qorunur, gəmilər çıxışda dayanır.').language, 'az');
  assert.equal(parse('Keçən yolun açılışı üçün vaxt azdır.').language, 'az');
  assert.equal(parse('Yangın söndürüldü, ancak fabrikanın deposu yıkıldı.').language, 'tr');
  assert.equal(parse('Linux kurulumu için sqlite dosyası açıldı mı [y,n,q]?').language, 'tr');
});

it('folds and changes case by language', () => {
  assert.equal(foldWord('İSTANBUL’da'), "istanbul'da");
  assert.equal(foldWord('Həsənov'), 'hasanov');
  assert.equal(lowerCase('IŞIK İl', 'tr'), 'ışık il');
  assert.equal(lowerCase('İ').length, 1);
  assert.equal(upperCase('izmir', 'tr'), 'İZMİR');
});

it('takes the name of a file for one piece', () => {
  assert.deepEqual(parse('Send “Bütçe_2031.v2.pdf” by noon.').tokens, [
    'Send',
    '“',
    'Bütçe_2031.v2.pdf',
    '”',
    'by',
    'noon',
    '.',
  ]);
});
