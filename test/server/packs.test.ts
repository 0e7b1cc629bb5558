import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PackTestsResult } from '../../src/server/index.ts';
import { withClient } from './client.ts';

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
