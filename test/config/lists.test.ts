import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readList } from '../../src/config/lists.ts';
import { fillSaid, said } from '../../src/text/index.ts';

const told = (path: string, text: string) =>
  readList(path, text).problems.map(({ line, severity, message }) => `${line}: ${severity}: ${fillSaid(message)}`);

test('CSV is read as spreadsheets save it', () => {
  for (const text of [
    'name,wrong,rank\nAyten Koç,Ayten Koc|A. Koc,Colonel\n',
    '\uFEFFname;wrong;rank\r\nAyten Koç;Ayten Koc|A. Koc;Colonel\r\n\r\n',
    'Name\tWrong\tRank\nAyten Koç\tAyten Koc|A. Koc\tColonel',
    '"name","wrong","rank"\n"Ayten Koç","Ayten Koc|A. Koc","Colonel"\n',
  ]) {
    const { people, problems } = readList('/p.csv', text);
    assert.deepEqual(problems, [], text);
    const [person] = people;
    assert.deepEqual(
      [person?.name, person?.wrong, person?.rank, person?.source],
      ['Ayten Koç', ['Ayten Koc', 'A. Koc'], 'Colonel', { file: '/p.csv', line: 2 }],
    );
  }
});

test('TSV is read as CSV is; a tab stands between its cells where the first line has one column alone', () => {
  const namesOf = (path: string, text: string) => readList(path, text).people.map(({ name, rank }) => [name, rank]);
  for (const text of ['name\trank\nLind, Nora\tMajor\n', '\n\nname\trank\n"Lind, Nora"\tMajor\n'])
    assert.deepEqual(namesOf('/p.tsv', text), [['Lind, Nora', 'Major']], text);
  assert.deepEqual(namesOf('/p.tsv', 'name\nLind, Nora\n'), [['Lind, Nora', undefined]]);
  assert.deepEqual(told('/p.tsv', 'name\nLind, Nora\n'), []);
  assert.deepEqual(namesOf('/p.csv', 'name\n"Lind, Nora"\n'), [['Lind, Nora', undefined]]);
  assert.deepEqual(told('/p.tsv', 'sep=;\n\nname;rank\nNora Lind;Major;extra\n'), [
    '4: error: This row has 3 cells, the first line names 2',
  ]);
});

test('a row that cannot be read costs that row alone, and says its line', () => {
  const text =
    'name,rank\nNora Lind,Major\n,Captain\n"Oskar "Berg",Major\nIda Holm,Major,extra\nNora Lind,\nEva Dahl,Major\n';
  const { people } = readList('/p.csv', text);
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Nora Lind', 'Ida Holm', 'Eva Dahl'],
  );
  const said = told('/p.csv', text);
  assert.ok(said.includes('3: error: This row has no name'), said.join('\n'));
  assert.ok(
    said.some((line) => line.startsWith('4: error: CSV: ')),
    said.join('\n'),
  );
  assert.ok(said.includes('5: error: This row has 3 cells, the first line names 2'), said.join('\n'));
  assert.ok(said.includes('6: warning: “Nora Lind” is listed twice: line 2 holds'), said.join('\n'));
});

test('a quotation that never ends is told, and what stands before it holds', () => {
  const text = 'name,rank\nNora Lind,Major\n"Oskar Berg,Major\nIda Holm,Major\n';
  const { people, problems } = readList('/p.csv', text);
  assert.deepEqual(
    people.map(({ name }) => name),
    ['Nora Lind'],
  );
  assert.equal(problems.length, 1);
  assert.match(fillSaid(problems[0]?.message ?? said``), /CSV/);
});

test('without its columns, empty or binary, a list is one problem', () => {
  assert.deepEqual(told('/p.csv', 'Nora Lind,Major\n'), [
    '1: error: The first line names the columns: “name” for people, “preferred” for terms',
  ]);
  assert.equal(told('/p.csv', '').length, 1);
  assert.equal(told('/p.csv', '\u0000\u0001\ufffd\n').length, 1);
  assert.equal(told('/p.yaml', 'people: [\n').length, 1);
  assert.deepEqual(told('/p.yaml', ''), []);
  assert.deepEqual(told('/p.txt', ''), []);
});

test('terms: banned forms, casing, places and rows that contradict each other', () => {
  const csv = 'preferred,banned,note\nlorry,truck,house style\ntruck,lorry,\nGitHub,,\n';
  const { terms } = readList('/t.csv', csv);
  assert.deepEqual(
    terms.map(({ preferred, banned, kind }) => [preferred, banned, kind]),
    [
      ['lorry', ['truck'], 'term'],
      ['truck', ['lorry'], 'term'],
      ['GitHub', [], 'casing'],
    ],
  );
  assert.deepEqual(told('/t.csv', csv), [
    '2: warning: “truck” is banned here and preferred in line 3',
    '3: warning: “lorry” is banned here and preferred in line 2',
  ]);
  const yaml = readList(
    '/t.yaml',
    'people:\n  - Nora Lind\n  - {name: Ida Holm, wrong: [Ida Hulm]}\nterms:\n  - {preferred: lorry, banned: [truck]}\nplaces: [Riverton]\n',
  );
  assert.deepEqual(yaml.problems, []);
  assert.deepEqual(
    yaml.people.map(({ name, source }) => [name, source.line]),
    [
      ['Nora Lind', 2],
      ['Ida Holm', 3],
    ],
  );
  assert.deepEqual(
    yaml.terms.map(({ preferred, kind }) => [preferred, kind]),
    [
      ['lorry', 'term'],
      ['Riverton', 'place'],
    ],
  );
});

test('word lists of Vale and cspell', () => {
  const { terms } = readList('/words.txt', '# ours\nGitHub # the firm\r\n!utilise\n[Kk]ubernetes\n+suffix\n');
  assert.deepEqual(
    terms.map(({ preferred, banned, source }) => [preferred, banned, source.line]),
    [
      ['GitHub', [], 2],
      ['', ['utilise'], 3],
      ['suffix', [], 5],
    ],
  );
  assert.deepEqual(readList('/v/reject.txt', 'leverage\n').terms[0]?.banned, ['leverage']);
});

test('five megabytes of people are read', () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => `Nora Lind ${i},Major,"Nora Lynd ${i}",guest ${i}`);
  const text = `name,rank,wrong,note\n${rows.join('\n')}\n`;
  const { people, problems } = readList('/p.csv', text);
  assert.equal(problems.length, 0);
  assert.equal(people.length, 100_000);
  assert.equal(people.at(-1)?.source.line, 100_001);
});
