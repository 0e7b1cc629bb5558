import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { addAliasKey } from '../../src/server/actions/alias-key.ts';
import { addAliasCell } from '../../src/server/actions/people-list.ts';
import type { Client, Folder } from './client.ts';
import { applyAction, applyTextEdits, withClient } from './client.ts';

const story = `By Nora Lind

Foreign Minister Sergei Petrovsky met reporters in Baku on Monday.

Petrovsky opened the talks. Petrovskyi’s aides closed them. Petrovsky left at noon.
`;
const at = { line: 4, character: 30 };
const position = { start: at, end: at };

async function acceptIn(client: Client) {
  const actions = await client.actions('a.txt', position, ['quickfix']);
  return actions.filter(({ title }) => title.startsWith('Accept'));
}

/** The codes of what is marked once a file reads otherwise. */
async function marksAfter(client: Client, folder: Folder, file: string, text: string) {
  folder.write(file, text);
  const { refreshes } = client;
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: folder.uri(file), type: 2 }],
  });
  await client.until(() => client.refreshes > refreshes);
  return (await client.diagnostics('a.txt')).map(({ code }) => code);
}

test('another spelling of a name is accepted for the person, in the row of the team’s list', () => {
  const list = 'name,rank\nNora Lind,\nSergei Petrovsky,\n';
  const files = { '.copydesk.yaml': 'root: true\nlexicon: [people.csv]\n', 'people.csv': list };
  return withClient(files, {}, async (client, folder) => {
    await client.open('a.txt', story);
    assert.deepEqual(
      (await client.diagnostics('a.txt')).map(({ code }) => code),
      ['name-team-list'],
    );
    const [accept, ...others] = await acceptIn(client);
    assert.equal(accept?.title, 'Accept “Petrovskyi” for Sergei Petrovsky in people.csv');
    assert.deepEqual(others, []);
    const written = applyAction(list, accept);
    assert.equal(written, 'name,rank,aliases\nNora Lind,\nSergei Petrovsky,,Petrovskyi\n');
    assert.deepEqual(await marksAfter(client, folder, 'people.csv', written), []);
  });
});

test('a list in YAML too', () => {
  const list = 'people:\n  - name: Sergei Petrovsky # the minister\n    rank: \n';
  const files = { '.copydesk.yaml': 'root: true\nlexicon: [people.yaml]\n', 'people.yaml': list };
  return withClient(files, {}, async (client, folder) => {
    await client.open('a.txt', story);
    const [accept] = await acceptIn(client);
    assert.equal(accept?.title, 'Accept “Petrovskyi” for Sergei Petrovsky in people.yaml');
    assert.deepEqual(await marksAfter(client, folder, 'people.yaml', applyAction(list, accept)), []);
  });
});

test('what the list calls wrong is not called right', () => {
  const list = 'name,wrong\nSergei Petrovsky,Petrovskyi\n';
  const files = { '.copydesk.yaml': 'root: true\nlexicon: [people.csv]\n', 'people.csv': list };
  return withClient(files, {}, async (client) => {
    await client.open('a.txt', story);
    assert.deepEqual(
      (await client.diagnostics('a.txt')).map(({ code }) => code),
      ['name-team-list'],
    );
    assert.deepEqual(await acceptIn(client), []);
  });
});

const house = {
  '.copydesk.yaml': 'extends: [house]\n',
  'node_modules/house/package.json': '{"name": "house", "version": "1.0.0"}',
  'node_modules/house/.copydesk.yaml': 'lexicon: [people.csv]\n',
};

for (const [who, files, rule] of [
  ['somebody on no list', {}, 'name-consistency'],
  [
    'somebody on the list of a package',
    { ...house, 'node_modules/house/people.csv': 'name\nSergei Petrovsky\n' },
    'name-team-list',
  ],
  [
    'somebody whose row runs over two lines',
    {
      '.copydesk.yaml': 'lexicon: [people.csv]\n',
      'people.csv': 'name,note\nSergei Petrovsky,"the\nminister"\n',
    },
    'name-team-list',
  ],
] as [string, Record<string, string>, string][])
  test(`for ${who} it is accepted in this article`, () =>
    withClient({ ...files, '.copydesk/stet.yaml': '' }, {}, async (client, folder) => {
      await client.open('a.txt', story);
      assert.deepEqual(
        (await client.diagnostics('a.txt')).map(({ code }) => code),
        [rule],
      );
      const [accept, ...others] = await acceptIn(client);
      assert.equal(accept?.title, 'Accept “Petrovskyi” for Sergei Petrovsky in this article');
      assert.ok(JSON.stringify(accept?.edit).includes(folder.uri('.copydesk/stet.yaml')));
      assert.deepEqual(others, []);
      const rows = applyAction('', accept);
      assert.equal(rows, `- rule: ${rule}\n  article: a.txt\n  text: Petrovskyi\n`);
      assert.deepEqual(await marksAfter(client, folder, '.copydesk/stet.yaml', rows), []);
    }));

test('a list in TSV too', () => {
  const list = 'name\trank\nNora Lind\nSergei Petrovsky\tMinister\n';
  const files = { '.copydesk.yaml': 'root: true\nlexicon: [people.tsv]\n', 'people.tsv': list };
  return withClient(files, {}, async (client, folder) => {
    await client.open('a.txt', story);
    const [accept] = await acceptIn(client);
    assert.equal(accept?.title, 'Accept “Petrovskyi” for Sergei Petrovsky in people.tsv');
    const written = applyAction(list, accept);
    assert.equal(written, 'name\trank\taliases\nNora Lind\nSergei Petrovsky\tMinister\tPetrovskyi\n');
    assert.deepEqual(await marksAfter(client, folder, 'people.tsv', written), []);
  });
});

test('another spelling in a table: a cell more, beside others, quoted, in a column of its own', () => {
  const add = (text: string, line: number, alias = 'X, Y', file = 'p.csv') => {
    const edits = addAliasCell(file, text, line, alias);
    return edits && applyTextEdits(text, edits);
  };
  assert.equal(add('name,aliases,rank\nA,,m\n', 2), 'name,aliases,rank\nA,"X, Y",m\n');
  assert.equal(add('name,Alias\nA\nB', 3, 'X'), 'name,Alias\nA\nB,X');
  assert.equal(add('name,aliases\nA,C;D\n', 2, 'X'), 'name,aliases\nA,C;D;X\n');
  assert.equal(add('name,aliases\nA,"C, D|E"\n', 2, 'X'), 'name,aliases\nA,"C, D|E|X"\n');
  assert.equal(add('name;aliases;note\nA;B;n\n', 2, 'X'), 'name;aliases;note\nA;B|X;n\n');
  assert.equal(add('name\tnote\r\nA\tn\r\nB\r\n', 3, 'X'), 'name\tnote\taliases\r\nA\tn\r\nB\t\tX\r\n');
  assert.equal(add('name\nA\n', 2, 'X, Y', 'p.tsv'), 'name\taliases\nA\tX, Y\n');
  assert.equal(add('"sep=;"\r\nname;note\r\nA\r\n', 3, 'X'), '"sep=;"\r\nname;note;aliases\r\nA;;X\r\n');
  assert.equal(add('name,note\nA,"two\nlines"\n', 2, 'X'), undefined);
  assert.equal(add('term\nA\n', 2), undefined);
  assert.equal(add('name\nA\n', 9), undefined);
});

test('another spelling in YAML: wherever the row keeps them, and nothing else changes', () => {
  const add = (text: string, line: number) => {
    const edits = addAliasKey(text, line, 'X "Y"');
    return edits && applyTextEdits(text, edits);
  };
  const word = '"X \\"Y\\""';
  for (const [before, line, after] of [
    ['- name: A\n- name: B\n', 1, `- name: A\n  aliases: [${word}]\n- name: B\n`],
    [
      'people:\r\n  - name: A # a\r\n    note: n\r\n',
      2,
      `people:\r\n  - name: A # a\r\n    aliases: [${word}]\r\n    note: n\r\n`,
    ],
    ['- note: n\n  name: A', 1, `- note: n\n  name: A\n  aliases: [${word}]`],
    ['- name: A\n  aliases: [B, C] # c\n', 1, `- name: A\n  aliases: [B, C, ${word}] # c\n`],
    ['- name: A\n  aliases: []\n', 1, `- name: A\n  aliases: [${word}]\n`],
    [
      '- name: A\n  aliases:\n    - B # b\n    - C\n  rank: m\n',
      1,
      `- name: A\n  aliases:\n    - B # b\n    - C\n    - ${word}\n  rank: m\n`,
    ],
    ['- name: A\n  aliases: B; C\n', 1, `- name: A\n  aliases: [B; C, ${word}]\n`],
    ['- name: A\n  alias:\n  rank: m\n', 1, `- name: A\n  alias: [${word}]\n  rank: m\n`],
    ['[{name: A, rank: m}, {name: B}]\n', 1, `[{name: A, rank: m, "aliases": [${word}]}, {name: B}]\n`],
    ['people: [A, B]\n', 1, `people: [{"name": "A", "aliases": [${word}]}, B]\n`],
    ['- A\n- B\n', 2, `- A\n- {"name": "B", "aliases": [${word}]}\n`],
  ] as const) {
    const now = add(before, line);
    assert.equal(now, after);
    assert.doesNotThrow(() => parse(after));
  }
  for (const [before, after] of [
    ['{"people": [{"name": "A"}]}', { people: [{ name: 'A', aliases: ['X "Y"'] }] }],
    ['["A", "B"]', [{ name: 'A', aliases: ['X "Y"'] }, 'B']],
  ] as const)
    assert.deepEqual(JSON.parse(add(before, 1) ?? ''), after, 'JSON stays JSON');
  assert.equal(add('- name: A\n', 2), undefined);
  assert.equal(add('name: A\n', 1), undefined);
});
