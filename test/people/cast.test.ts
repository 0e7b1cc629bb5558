import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextMention } from '../../src/people/index.ts';
import { lexicon, read } from './read.ts';

/** Who is who: the mentions of each person as written. */
const cast = (...paragraphs: string[]) =>
  read(paragraphs.join('\n\n')).cast.people.map(({ name, mentions }) => [name, mentions.map(({ text }) => text)]);

test('surname, initial and given name are one person', () => {
  assert.deepEqual(
    cast(
      'Colonel General Elmar Quliyev opened the meeting in Ganja on Friday.',
      'Colonel General E. Quliyev spoke and Quliyev left. “Quliyev was kind,” she said.',
    ),
    [['Elmar Quliyev', ['Elmar Quliyev', 'E. Quliyev', 'Quliyev', 'Quliyev']]],
  );
});

test('an initial stands for a given name under any romanisation', () => {
  const people = (initial: string, given: string) =>
    cast(`Colonel ${given} Kelmurov met the press on Friday.`, `Colonel ${initial} Kelmurov left.`).length;
  assert.deepEqual([people('N.', 'Najmaddin'), people('Ş.', 'Shahin'), people('Yu.', 'Yuri')], [1, 1, 1]);
  assert.equal(people('V.', 'Dmitry'), 2);
});

test('transliterations of one surname are one person', () => {
  assert.deepEqual(
    cast('President Oleksandr Horskyi met the press on Friday.', 'Horsky agreed with the plan and Horskyy signed.'),
    [['Oleksandr Horskyi', ['Oleksandr Horskyi', 'Horsky', 'Horskyy']]],
  );
});

test('a slip with the same given name is one person', () => {
  assert.deepEqual(cast('Minister Rustam Kerimov spoke on Friday.', 'Later Rustam Kermiov left.'), [
    ['Rustam Kerimov', ['Rustam Kerimov', 'Rustam Kermiov']],
  ]);
});

test('a surname that no list has and that nobody brought in is the one before it, misspelt', () => {
  assert.deepEqual(cast('The mayor, Hennadii Trobanov, spoke on Friday.', 'Mr. Trobnaov left early.'), [
    ['Hennadii Trobanov', ['Hennadii Trobanov', 'Trobnaov']],
  ]);
});

test('a given name that no list has is the one before it, misspelt', () => {
  assert.deepEqual(cast('President Jorvan Kelmurov spoke on Friday.', 'Later Jorvna Kelmurov left the hall.'), [
    ['Jorvan Kelmurov', ['Jorvan Kelmurov', 'Jorvna Kelmurov']],
  ]);
});

test('two known given names a letter apart are two people', () => {
  assert.equal(cast('Colonel Nasir Kelmurov met Major Nasib Kelmurov on Friday.', 'They left at noon.').length, 2);
});

test('a full name without a title is the one that a title with the surname speaks of', () => {
  assert.deepEqual(cast('The president named Dauren Kosambov on Friday.', 'Minister Kosambov agreed at once.'), [
    ['Dauren Kosambov', ['Dauren Kosambov', 'Kosambov']],
  ]);
});

test('after a rank Sultan is a given name, and Phan Van Giang has the family name first', () => {
  assert.deepEqual(cast('Lieutenant General Sultan Kamaldov met General Phan Van Giang on Friday.'), [
    ['Sultan Kamaldov', ['Sultan Kamaldov']],
    ['Phan Van Giang', ['Phan Van Giang']],
  ]);
  assert.equal(read('On Friday General Phan Van Giang spoke.').cast.people[0]?.surname, 'Phan');
});

test('gendered endings are two people', () => {
  assert.deepEqual(cast('President Rauf Aslanov and Leyla Aslanova came on Friday.', 'Aslanova spoke. Aslanov left.'), [
    ['Rauf Aslanov', ['Rauf Aslanov', 'Aslanov']],
    ['Leyla Aslanova', ['Leyla Aslanova', 'Aslanova']],
  ]);
});

test('of two bearers of one surname the title decides', () => {
  assert.deepEqual(
    cast(
      'President Rauf Aslanov met Colonel Ali Aslanov on Friday.',
      'President Aslanov spoke.',
      'Colonel Aslanov left.',
    ),
    [
      ['Rauf Aslanov', ['Rauf Aslanov', 'Aslanov']],
      ['Ali Aslanov', ['Ali Aslanov', 'Aslanov']],
    ],
  );
});

test('a middle name alone finds its bearer', () => {
  assert.deepEqual(cast('Prime Minister Pedro Sánchez Romero spoke on Friday.', 'They met Sánchez at noon.'), [
    ['Pedro Sánchez Romero', ['Pedro Sánchez Romero', 'Sánchez']],
  ]);
});

test('capitalised words that match nobody stay loose', () => {
  const { people, loose } = read('President Rauf Aslanov flew to Ganja on Friday.').cast;
  assert.deepEqual([people.map(({ name }) => name), loose.map(({ text }) => text)], [['Rauf Aslanov'], ['Ganja']]);
});

test('a lost letter stands for any', () => {
  assert.deepEqual(cast('General Selim Bayrako?lu came on Friday.', 'General Bayrakoğlu left.').length, 1);
});

test('the team’s list joins aliases and wrong forms', () => {
  const row = {
    name: 'Elmar Quliyev',
    aliases: ['Elmar Guliyev'],
    wrong: ['Elmer Kuliev'],
    rank: 'Colonel General',
    source: { file: 'people.csv', line: 2 },
  };
  const { people } = read('General Elmar Guliyev came on Friday.\n\nElmer Kuliev left.', [row]).cast;
  assert.deepEqual(
    people.map(({ name, team, mentions }) => [name, team?.rank, mentions.length]),
    [['Elmar Quliyev', 'Colonel General', 2]],
  );
});

test('the next mention follows the style', () => {
  const [person] = read('Lieutenant General Mark Hill came to Baku on Friday.').cast.people;
  assert.ok(person);
  assert.deepEqual(
    (['keep-full', 'ap', 'reuters', 'guardian', 'bbc'] as const).map((style) => [
      nextMention(person, style, lexicon, 'first'),
      nextMention(person, style, lexicon),
    ]),
    [
      ['Lieutenant General Mark Hill', 'Lieutenant General Hill'],
      ['Lt. Gen. Mark Hill', 'Hill'],
      ['Lieutenant General Mark Hill', 'Hill'],
      ['Lt Gen Mark Hill', 'Hill'],
      ['Lt Gen Mark Hill', 'Gen Hill'],
    ],
  );
});

test('what stands before a name may make it a ship’s, a place’s or a body’s', () => {
  assert.deepEqual(
    cast('The frigate Admiral Velikov met HMS John Harrow off Abu Dhabi, the Metropolitan Police said.'),
    [],
  );
});

test('a sheikh goes by the given name, a father of somebody is not that son', () => {
  assert.deepEqual(
    cast(
      'Sheikh Fahad Al Musallam spoke on Friday.',
      'Sheikh Fahad left with Abu Karim al-Harbi and his son Karim al-Harbi.',
    ),
    [
      ['Fahad Al Musallam', ['Fahad Al Musallam', 'Fahad']],
      ['Abu Karim al-Harbi', ['Abu Karim al-Harbi']],
      ['Karim al-Harbi', ['Karim al-Harbi']],
    ],
  );
});

test('a particle with a capital at the head of a sentence is no given name', () => {
  assert.deepEqual(cast('Minister Karl von Rehbach spoke on Friday.', 'Von Rehbach left. Al Gore stayed.'), [
    ['Karl von Rehbach', ['Karl von Rehbach', 'Von Rehbach']],
    ['Al Gore', ['Al Gore']],
  ]);
});

test('of two Spanish surnames the first is said later, whoever bears it further down', () => {
  assert.deepEqual(
    cast('Minister Lucía Ferrán Ortega spoke on Friday. Ferrán left.', 'José Ferrán, no relation, stayed.'),
    [
      ['Lucía Ferrán Ortega', ['Lucía Ferrán Ortega', 'Ferrán']],
      ['José Ferrán', ['José Ferrán']],
    ],
  );
});

test('a name that is a month too is one behind a title or a given name', () => {
  assert.deepEqual(cast('President Jan Kovalcek met Sheriff Bill May on Friday.'), [
    ['Jan Kovalcek', ['Jan Kovalcek']],
    ['Bill May', ['Bill May']],
  ]);
});

test('names of one list are different people', () => {
  assert.equal(cast('They are Mohamed Hassan, Muhammad Hassan and Mohammed Hassan, all from Cairo.').length, 3);
});

test('a name is the same with its words parted or joined', () => {
  assert.deepEqual(
    cast(
      'Minister Majid Takht-Pakdel met Badr Alkandari.',
      'Takht Pakdel left with Al Kandari. Majid Takht Pakdel sat.',
    ),
    [
      ['Majid Takht Pakdel', ['Majid Takht-Pakdel', 'Takht Pakdel', 'Majid Takht Pakdel']],
      ['Badr Alkandari', ['Badr Alkandari', 'Al Kandari']],
    ],
  );
});

test('a son of one father is one person with the family’s name and without', () => {
  assert.deepEqual(
    cast(
      'Sheikh Mohammed bin Hamad Al Kandari met Prince Turki bin Saud.',
      'Sheikh Mohammad bin Hamad left with Prince Turky.',
    ),
    [
      ['Mohammed bin Hamad Al Kandari', ['Mohammed bin Hamad Al Kandari', 'Mohammad bin Hamad']],
      ['Turki bin Saud', ['Turki bin Saud', 'Turky']],
    ],
  );
});

test('a syllable of a given name may be an English word', () => {
  assert.deepEqual(cast('General Kwon In-ho spoke. Minister Ri So-young left.'), [
    ['Kwon In-ho', ['Kwon In-ho']],
    ['Ri So-young', ['Ri So-young']],
  ]);
});

test('what an envoy’s chief is called, an appointment and an inverted verb tell of people', () => {
  assert.deepEqual(
    cast(
      'Ramvane Lamvari, the UN secretary-general’s envoy, spoke. Lamvari left.',
      'The king appointed Farvane Hakvari governor. Hakvari left.',
      '“Yes,” said Hosvane Zakvari of the union. Zakvari left.',
    ).map(([name]) => name),
    ['Ramvane Lamvari', 'Farvane Hakvari', 'Hosvane Zakvari'],
  );
});
