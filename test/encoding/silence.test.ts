import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';
import { createMender } from '../../src/encoding/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { createSpeller } from '../../src/spelling/index.ts';

const mender = createMender(nodeAssets, createSpeller(nodeAssets).isKnown);
const damages = (source: string) =>
  mender.mend(readArticle(source, 'story.txt').blocks, { team: [], folder: [] }).flatMap((one) => one.damages);

/** Question marks and letters of other languages that stand in good copy: nothing may be said of them. */
const clean: Record<string, readonly string[]> = {
  questions: [
    'Who? What? Where? The first lines tell all of it.',
    'Is that right?Then we can go on.',
    'Where do we put our finances?U.S. banks do not say.',
    'Who pays the bills?Nobody does.',
    'She asked “why now?” and left.',
    'What next for Kemal? Nobody in the ministry will say.',
    'Was it Ali? Or was it Veli?',
    'How many voters (if any?) stayed at home?',
    'Did he say yes?? Twice??',
    'Really?! No way?!',
    'Why? he asked. Why not? she said.',
    'Is the deal dead? Brussels says no.',
    'And the price? 12,000 euros.',
    '? is the sign that ends a question.',
    'The answer to “Who won?” is known; the answer to “Why?” is not.',
    'Will Ankara agree? The minister, Hakan Fidan, did not say.',
    'So what?',
    'Was it the last stage? Two stages were left, and nobody rode them.',
    'Did she like the house? The houses were old.',
    'Whose name? The names were not read out.',
    'Can Baku wait? can it not?',
    '¿Qué pasa? preguntó Ana.',
    'Quoi ? demanda-t-il.',
    'Vad hände? frågade hon.',
  ],
  elsewhere: [
    'Naţionalitatea şi asociaţia: toţi cetăţenii au dreptul la funcţii publice în ţara lor.',
    'Nimeni nu trebuie să fie deţinut fără lege.',
    'DECLARAŢIE',
    // Walloon, Breton and Wolof: their letters turned to another page would be Czech or Polish ones.
    'Lès djins dè l’vikèdje ont stî à l’fièsse, èt l’mêsse d’èscole a tchanté avou zèls dèvant l’èglîje dès vîs djins.',
    'Ar skolaerien a zo deuet gant o mignoñ da vezañ e kêr, ha gant ar vugale o deus labouret ha kanañ evit ar gwirioù.',
    'Ñu ngi fi ñoom ñaar, ñëw nañu démb ak seeni xarit yu bëgg a gis dëkk bi ak ñi fi nekk.',
    'Ні ён, ні яна не прыйшлі.',
    // A language that has ǝ itself, one that has ƒ, and one that has â between letters that are English words.
    'Ŋǝwaɽa ŋǝ gǝla wǝđen đǝmǝn nǝwai, lǝđu ŋǝm nǝđa.',
    'Ðevi ƒe aƒe ƒomea le ƒuta; woƒe aƒe ƒãa gbɔ ƒo nu.',
    'O tsânut le raklesko has sas kotar.',
    '?Quién viene mañana? ??Dónde está la llave?',
    'Ai đó đã nói.',
    'Éli Cohen met Élif Roy and Åa Nilsen.',
  ],
  code: [
    'See https://example.org/list?id=3&name=ali#top now.',
    'Open example.org/search?q=kemal for more.',
    'const name = user?.name ?? "none";',
    'The call setDir(path?) takes a path.',
    'The method read(file?, mode?) is old.',
    'SELECT * FROM people WHERE id = ? AND name = ?',
    'INSERT INTO t VALUES (?1, ?2, ?3)',
    'The pattern ^colou?r$ finds both.',
    'Use colou?r or (?:ab)?c in the search field.',
    'a ? b : c',
    'isOpen ? close() : open()',
    '??TODO?? look at this again',
    'The type is string? in that language.',
    '`ls ?.txt` lists them.',
    'Press ? for help.',
    ':question: :smile:',
    '=?UTF-8?B?SGVsbG8=?=',
    'mailto:desk@example.org?subject=Hello',
    'file?.txt and fil?.txt',
    'git log -S"what?" --oneline',
    'The flag -? prints help.',
    'key?: value',
    'Add ?source and ?section patterns.',
  ],
  games: ['White played 14. Nf3?! and then 15. Qxe5?? lost at once.', '23... Kg7? 24. Rd1!', 'It ended 2?–3? or so.'],
  unknown: [
    'born in 19?? in Ganja',
    'died on ?? May 1918',
    'Anna (?–1742), a singer',
    'c. 1520?–1583',
    'He was 3? years old.',
  ],
  names: [
    'Guðrún Sigurðardóttir and Þórður Þorsteinsson spoke.',
    'The word “kompilovaný” is Czech; “zadaný” too.',
    'Sameinuðu and Þrúðvangar are on the list.',
    'Jan Nový met Ľubomír Ďurica in Plzeň.',
    'Gurbanguly Berdimuhamedow and Aýna Saparowa came from Aşgabat.',
    'Nguyễn Thị Thúy spoke in Đà Nẵng.',
    'Siân ap Gwynfor lives in Tŷ Croes.',
    'Łukasz Żółć and Małgorzata Wąś stayed in Łódź.',
    'Đorđe Đurić met Ţăranu in Iaşi.',
    'Strauß lives in the Große Straße near the Weißes Rössl.',
    'Ýmir Vésteinsson, of Þingeyri, sings.',
    'François Hollande’s aide, Zoë Müller, and Björn Åkesson met.',
    'Ayşe Kılıç met Çağla Şık, İpek Öz and Uğur Işıldak.',
    'Elçin Məmmədov və Günay Əliyeva gəldi.',
    'Ņikita Bērziņš and Žydrūnas Šakalys',
    'Ünal, Öztürk and Çelik stayed.',
  ],
  turkish: [
    'Bu ne? Kim bilir.',
    'Neden gelmedin? diye sordu.',
    'Geldi mi? Gelmedi mi?',
    'Sen de mi Brutus?',
    'Nereye gidiyoruz? Ankara ne diyor?',
    'Peki ya sonra? Sonra kimse bir şey söylemedi.',
    'Sabah oldu mu? Oldu.',
    'Bu sənin evin? Yox.',
  ],
  typography: [
    'Temperatures rose by 3 °C on 12 m² of roof.',
    'See § 12 and §§ 13–15 of the law.',
    '† 1942 ‡ 1950',
    'Acme™ and Widget® cost £5, €6 or ¥700.',
    '5 × 3 ÷ 2 ± 1',
    'rock ’n’ roll and the ’90s',
    'naïve café, façade, rôle, cœur',
    'The dagger‡ marks a note.',
    '“Ärger” and ‘Übung’ – ‘Öl’ too – are nouns.',
    '“ß” became “ẞ”.',
    'He paid “€9” — or “£7”.',
    '½ cup, ¼ spoon, 3µm',
    '“Yes…” he said – then left.',
  ],
};

/** A true loss elsewhere in the document makes no question of English a damage. */
const beside = [
  'What is the plan for our children?I will not say.',
  'Will they keep the old road? We now know.',
  '“What is the secret?” He said no.',
  'ah?lol and meh?thn, they wrote.',
  'Is it the item? The items were many.',
];

describe('silence', () => {
  for (const text of beside)
    it(`beside damage leaves ${text}`, () =>
      assert.deepEqual(
        damages(`Governor Y?ld?r?m came.\n\n${text}`).map(({ actual }) => actual),
        ['Y?ld?r?m'],
      ));

  for (const [kind, texts] of Object.entries(clean))
    for (const text of texts)
      it(`leaves ${kind}: ${text}`, () =>
        assert.deepEqual(
          damages(text).map(({ actual, readings }) => `${actual} → ${readings.join('/')}`),
          [],
        ));
});
