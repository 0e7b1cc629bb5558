import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import retextEnglish from 'retext-english';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';
import { readTree } from '../../src/article/index.ts';
import { toRetextPlugin } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import type { Options } from '../../src/rules/index.ts';
import { defineRule, rules } from '../../src/rules/index.ts';

function run(id: string, source: string, options: Options = {}) {
  const rule = rules.find((one) => one.id === id);
  assert.ok(rule, `no rule ${id}`);
  return unified()
    .use(retextEnglish)
    .use(toRetextPlugin(rule, options, { assets: nodeAssets }))
    .use(retextStringify)
    .processSync(source);
}

describe('a rule as a retext plugin', () => {
  it('leaves messages in the place of the source and the text as it is', () => {
    const source = 'All was well.\n\nThey met in the the hall.\n';
    const file = run('repeated-words', source);
    assert.equal(String(file), source);
    assert.equal(file.messages.length, 1);
    const [message] = file.messages;
    assert.equal(message?.ruleId, 'repeated-words');
    assert.equal(message?.source, 'copydesk');
    assert.equal(message?.line, 3);
    assert.equal(source.slice(27, 34), 'the the');
    assert.ok(message?.place && 'start' in message.place);
    assert.deepEqual([message.place.start.offset, message.place.end.offset], [27, 34]);
    assert.equal(message.actual, 'the the');
    assert.deepEqual(message.expected, ['the']);
    assert.match(message.url ?? '', /repeated-words/);
    assert.equal(typeof message.note, 'string');
    assert.notEqual(message.reason, '');
  });

  it('weighs the paragraphs together when it is an article rule', () => {
    const source = 'Army General Orhan Demirkan spoke first.\n\nLieutenant General Orhan Demirkan spoke last.\n';
    const ids = run('rank-consistency', source).messages.map(({ ruleId }) => ruleId);
    assert.deepEqual([...new Set(ids)], ['rank-consistency']);
  });

  it('runs alone, with no message of other rules', () => {
    assert.deepEqual(run('repeated-words', 'A hour later ErdoÄŸan came.').messages, []);
  });

  it('says that it failed', () => {
    const broken = defineRule({
      id: 'broken',
      category: 'style',
      severity: 'error',
      scope: 'block',
      what: '',
      why: '',
      how: '',
      inQuotes: 'check',
      options: {},
      examples: [],
      check() {
        throw new Error('on purpose');
      },
    });
    const file = unified()
      .use(retextEnglish)
      .use(toRetextPlugin(broken, {}, { assets: nodeAssets }))
      .use(retextStringify)
      .processSync('One.\n\nTwo.\n');
    assert.deepEqual(
      file.messages.map(({ reason }) => reason),
      ['broken failed: on purpose'],
    );
  });
});

it('reads a tree without positions as text of its own', () => {
  const tree = unified().use(retextEnglish).parse('One. Two.');
  const bare = JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)));
  assert.deepEqual(
    readTree(bare, 'One. Two.').blocks.map(({ text }) => text),
    ['One. Two.'],
  );
});
