import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk, describeStet, formatStetRows, parseStetRows } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { defineRule } from '../../src/rules/index.ts';

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

function check(source: string, path = 'a.txt') {
  const settings = defaultSettings(nodeAssets);
  const rules = new Map([...settings.rules].filter(([id]) => id === 'repeated-words' || id === 'indefinite-article'));
  const desk = createDesk({ ...settings, rules }, { assets: nodeAssets });
  return desk.open({ path, source });
}
const idsOf = (source: string, path?: string) =>
  check(source, path)
    .check()
    .messages.map(({ ruleId }) => ruleId);

describe('stets', () => {
  const fault = 'They met in the the hall.';

  it('let one block stand, by a comment before it', () => {
    const ids = idsOf(`<!-- stet repeated-words: as sung -->\n${fault}\n\nThey met in the the yard.\n`, 'a.md');
    assert.deepEqual(ids, ['repeated-words']);
  });

  it('let the article stand, by front matter', () => {
    assert.deepEqual(idsOf(`---\nstet:\n  - repeated-words: as sung\n---\n\n${fault}\n`, 'a.md'), []);
  });

  it('that let nothing stand are reported', () => {
    assert.deepEqual(idsOf('<!-- stet repeated-words: as sung -->\nAll is well.\n', 'a.md'), ['unused-stet']);
  });

  it('in a list hold when the text moves', () => {
    const [message] = check(fault).check().messages;
    assert.ok(message);
    const { rows, problems } = parseStetRows(formatStetRows([describeStet(message, fault, 'as sung')]));
    assert.deepEqual(problems, []);
    const settings = defaultSettings(nodeAssets);
    const desk = createDesk(settings, { assets: nodeAssets });
    const said = desk.open({ path: 'a.txt', source: `One more line.\n\n${fault}`, stets: rows }).check().messages;
    assert.ok(!said.some(({ ruleId }) => ruleId === 'repeated-words'));
    assert.equal(parseStetRows('- rule: a\n  text: b\n  until: 2020-01-01\n', '2021-01-01').rows.length, 0);
    assert.equal(parseStetRows('- text: b\n').problems[0]?.line, 1);
  });
});

describe('fixes', () => {
  it('leave markup that stands inside their place', () => {
    assert.equal(check('They saw the *the* hall and a *hour* glass.\n', 'a.md').fixAll().includes('*hour*'), true);
    assert.equal(check('It took a **hour**.\n', 'a.md').fixAll(), 'It took an **hour**.\n');
  });

  it('are not safe in quotations', () => {
    const source = '“It took a hour,” he said.';
    assert.equal(check(source).check().messages.length, 1);
    assert.equal(check(source).fixAll(), source);
  });
});

it('reports a rule that throws once and goes on', () => {
  const settings = defaultSettings(nodeAssets);
  const rules = new Map([...settings.rules, ['broken', { severity: 'error' as const, options: {} }]]);
  const desk = createDesk({ ...settings, rules }, { assets: nodeAssets, rules: [broken] });
  const { failures, messages } = desk.open({ path: 'a.txt', source: 'A hour.\n\nWe saw the the hall.' }).check();
  assert.deepEqual(
    failures.map(({ ruleId }) => ruleId),
    ['broken'],
  );
  assert.ok(messages.length > 0);
});
