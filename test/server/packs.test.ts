import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens, Location } from 'vscode-languageserver/node';
import type { PackTestsResult, ShowPlacesParams } from '../../src/server/index.ts';
import { applyAction, withClient } from './client.ts';

const words = `rules:
  utilise:
    extends: substitution
    message: Write “%s”, not “%s”
    swap: { utilise: use }
    examples:
      - { bad: They utilise water., good: They use water. }
      - { bad: They utilise water., good: They drink water. }
  leverage:
    extends: existence
    message: Avoid “%s”
    tokens: [leverage]
`;
const files = {
  '.copydesk.yaml': 'root: true\nstyles: [house]\n',
  'house/pack.yaml': 'name: House\ntitle: Our own rules\n',
  'house/words.yaml': words,
  'drafts/pack.yaml': 'name: Drafts\n',
  'drafts/words.yaml': 'rules: {quay: {extends: existence, message: m, tokens: [quay], examples: [{bad: a quay}]}}\n',
};

test('the examples of the packs that configurations name and of drafts are listed and run', () =>
  withClient(files, {}, async (client, folder) => {
    const ask = (params: object) =>
      client.connection.sendRequest<PackTestsResult>('copydesk/packTests', params).then(({ packs }) => packs);
    const packs = await ask({});
    assert.deepEqual(packs.map(({ name, uri, rules }) => [name, uri, rules.map(({ id }) => id)]).sort(), [
      ['Drafts', folder.uri('drafts'), ['Drafts.quay']],
      ['House', folder.uri('house'), ['House.utilise', 'House.leverage']],
    ]);
    const rule = packs.find(({ name }) => name === 'House')?.rules[0];
    assert.equal(rule?.uri, folder.uri('house/words.yaml'));
    assert.deepEqual(
      rule?.examples.map(({ range, state, message }) => [range.start, state, message]),
      [
        [{ line: 6, character: 8 }, 'passed', undefined],
        [
          { line: 7, character: 8 },
          'failed',
          'the first fix of “They utilise water.” gives “They use water.”, not “They drink water.”',
        ],
      ],
    );
    const [listed] = await ask({ only: ['House.utilise'], run: false });
    assert.deepEqual(
      listed?.rules.map(({ id, examples }) => [id, examples.map(({ state }) => state)]),
      [['House.utilise', ['listed', 'listed']]],
    );

    // What is being typed is tested before it is saved.
    await client.open('house/words.yaml', words.replace('They drink', 'They use'), 'yaml');
    const [mended] = await ask({ only: ['House'] });
    assert.deepEqual(
      mended?.rules[0]?.examples.map(({ state }) => state),
      ['passed', 'passed'],
    );
  }));

test('a lens says how often a rule speaks, and the places behind it are shown', () =>
  withClient(
    {
      ...files,
      'news/a.txt': 'Ferry\n\nThey utilise and utilise the quay.\n',
      'news/b.txt': 'Ferry\n\nNothing here.\n',
      'README.md': '# Stories\n\nThey utilise the quay.\n',
      'archive/.copydesk.yaml': 'files: ["!*.txt"]\n',
      'archive/a.txt': 'Ferry\n\nThey utilise the quay.\n',
    },
    { initialization: { showPlaces: true } },
    async (client, folder) => {
      const shown: ShowPlacesParams[] = [];
      client.connection.onNotification('copydesk/showPlaces', (params: ShowPlacesParams) => {
        shown.push(params);
      });
      await client.open('house/words.yaml', words, 'yaml');
      const lenses = await client.request<CodeLens[]>('textDocument/codeLens', 'house/words.yaml');
      assert.deepEqual(
        lenses.map(({ range, command }) => [range.start.line, command]),
        [
          [2, undefined],
          [9, undefined],
        ],
      );
      const resolved = await Promise.all(
        lenses.map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
      );
      assert.deepEqual(
        resolved.map(({ command }) => command?.title),
        ['matches 2 in 2 stories · try it', 'matches nothing in 2 stories'],
      );
      const { command = '', arguments: args } = resolved[0]?.command ?? {};
      await client.connection.sendRequest('workspace/executeCommand', { command, arguments: args });
      assert.deepEqual(
        shown[0]?.places.map(({ uri, range }) => [uri, range.start.character]),
        [
          [folder.uri('news/a.txt'), 5],
          [folder.uri('news/a.txt'), 17],
        ],
      );
      const places = await client.request<Location[]>('textDocument/references', 'house/words.yaml', {
        position: { line: 3, character: 4 },
        context: { includeDeclaration: false },
      });
      assert.equal(places.length, 2);
    },
  ));

test('in a pack and in a list what is questionable is underlined; entries lead where they point', () => {
  const config = 'root: true\nstyles: [house]\nlexicon: [people.csv]\nrules: {House.utilise: error}\n';
  const people = 'name,wrong\nNora Lind,Nora Lynd\nNora Lind,\n';
  return withClient({ ...files, '.copydesk.yaml': config, 'people.csv': people }, {}, async (client, folder) => {
    await client.open('house/words.yaml', words, 'yaml');
    assert.deepEqual(
      (await client.diagnostics('house/words.yaml')).map(({ range }) => range.start),
      [{ line: 7, character: 8 }],
    );
    await client.open('people.csv', people, 'csv');
    const [twice] = await client.diagnostics('people.csv');
    assert.deepEqual(twice?.range.start, { line: 2, character: 0 });
    const [removal] = await client.actions('people.csv', twice?.range ?? assert.fail());
    assert.equal(applyAction(people, removal), 'name,wrong\nNora Lind,Nora Lynd\n');
    await client.open('.copydesk.yaml', config, 'yaml');
    const define = (line: number, character: number) =>
      client.request<Location[]>('textDocument/definition', '.copydesk.yaml', { position: { line, character } });
    assert.equal((await define(1, 10))[0]?.uri, folder.uri('house/pack.yaml'));
    assert.equal((await define(2, 12))[0]?.uri, folder.uri('people.csv'));
    const [rule] = await define(3, 12);
    assert.deepEqual([rule?.uri, rule?.range.start.line], [folder.uri('house/words.yaml'), 2]);
  });
});
