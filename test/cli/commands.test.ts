import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, inFolder, run, story } from './run.ts';

test('init writes a configuration that holds, and never over another', () =>
  inFolder({}, async (folder) => {
    assert.equal((await run(folder, ['init', 'desk'])).code, 0);
    assert.equal((await run(join(folder, 'desk'), ['config', 'check'])).out, '1 file: nothing wrong\n');
    const again = await run(folder, ['init', 'desk']);
    assert.deepEqual([again.code, again.err.includes('--force')], [2, true]);
  }));

test('people, rules and config print for people and as json', () =>
  inFolder({ 'a.txt': story, '.copydesk.yaml': 'root: true\nstyle: ap\n' }, async (folder) => {
    assert.match((await run(folder, ['people'])).out, /Orhan Yıldızoğlu +Army General +3 +a\.txt:3:\d+\n$/);
    const people = JSON.parse((await run(folder, ['people', '--format', 'json'])).out);
    assert.equal(people.people[0].mentions.length, 3);
    assert.deepEqual(people.people[0].references, []);
    const rules = JSON.parse((await run(folder, ['rules', '--format', 'json'])).out);
    assert.ok(rules.some(({ id }: { id: string }) => id === 'rank-consistency'));
    assert.match((await run(folder, ['rules', 'rank-consistency'])).out, /^# rank-consistency\n/);
    assert.match((await run(folder, ['rules', 'ap.percent-sign'])).out, /^# ap\.percent-sign\n[\s\S]*Source: /);
    assert.match((await run(folder, ['rules', 'core.decade-apostrofe'])).err, /mean “core\.decade-apostrophe”/);
    assert.match((await run(folder, ['config', 'a.txt'])).out, / style: ap {2}\(\.copydesk\.yaml:2:8\)\n/);
  }));

test('stets are listed, and expired ones taken out', () => {
  const list = '- rule: repeated-words\n  text: the the\n  reason: a quotation\n  until: 2020-01-01\n';
  return inFolder({ '.copydesk/stet.yaml': list, 'a.txt': clean }, async (folder) => {
    const { out, err } = await run(folder, ['stet']);
    assert.match(`${out}${err}`, /repeated-words: “the the”: a quotation \(expired 2020-01-01\)/);
    await run(folder, ['stet', '--prune']);
    assert.doesNotMatch(readFileSync(join(folder, '.copydesk/stet.yaml'), 'utf8'), /the the/);
  });
});

test('styles: a Vale folder taken over says the same, one rule is tried, examples run', () =>
  inFolder(
    {
      'v/.vale.ini': 'StylesPath = styles\nMinAlertLevel = suggestion\n\n[*]\nBasedOnStyles = write-good\n',
      'v/styles/write-good/Plain.yml': 'extends: existence\nmessage: "Avoid “%s”"\nlevel: error\ntokens: [leverage]\n',
      'v/a.txt': 'Ferry\n\nThe city will leverage the quay.\n',
    },
    async (folder) => {
      const here = join(folder, 'v');
      const before = await run(here, ['check', '--format', 'ndjson']);
      assert.equal(JSON.parse(before.out).messages[0]?.ruleId, 'write-good.Plain');
      assert.equal((await run(here, ['style', 'import'])).code, 0);
      const after = await run(here, ['check', '--format', 'ndjson']);
      assert.deepEqual([after.code, after.out, after.err], [1, before.out, '']);
      const tried = await run(here, ['style', 'try', 'write-good.Plain', 'a.txt']);
      assert.match(tried.out, /^a\.txt:3:15: leverage.*\nwrite-good\.Plain: 1 in 1 of 1 stories\n$/);
      assert.match((await run(folder, ['style', 'test', 'copydesk:core'])).out, /^core: \d+ passed, 0 failed/);
    },
  ));

test('a stet of one article holds there alone', () => {
  const list = '- rule: repeated-words\n  article: a.txt\n  text: the the\n';
  const story = 'By Nora Lind\n\nShe saw the the boats on Monday.\n';
  return inFolder({ '.copydesk/stet.yaml': list, 'a.txt': story, 'b.txt': story }, async (folder) => {
    const { out } = await run(folder, ['check', 'a.txt', 'b.txt']);
    assert.doesNotMatch(out, /a\.txt/);
    assert.match(out, /b\.txt/);
    assert.equal((await run(folder, ['stet'])).out, '.copydesk/stet.yaml: repeated-words: “the the” in a.txt\n');
  });
});

test('stets that nothing asks for any more are marked and pruned', () => {
  const list = '- rule: repeated-words\n  text: the the\n- rule: repeated-words\n  text: of of\n';
  return inFolder({ '.copydesk/stet.yaml': list, 'a.txt': story }, async (folder) => {
    const { out } = await run(folder, ['stet']);
    assert.equal(
      out,
      '.copydesk/stet.yaml: repeated-words: “the the”\n.copydesk/stet.yaml: repeated-words: “of of” (unused: nothing here asks for it)\n',
    );
    await run(folder, ['stet', '--prune']);
    assert.doesNotMatch(readFileSync(join(folder, '.copydesk/stet.yaml'), 'utf8'), /of of/);
  });
});

test('a rule that is off is tried, one that nobody has is told; what a configuration extends is fetched', () =>
  inFolder(
    {
      '.copydesk.yaml': 'root: true\nstyles: [house]\nrules: {House.quay: off}\n',
      'house/pack.yaml': 'name: House\n',
      'house/words.yaml': 'rules: {quay: {extends: existence, message: m, tokens: [quay]}}\n',
      'a.txt': 'Ferry\n\nThe quay and the the end.\n',
    },
    async (folder) => {
      const tried = await run(folder, ['style', 'try', 'House.quay', 'a.txt']);
      assert.deepEqual([tried.code, tried.out], [0, 'a.txt:3:5: quay  m\nHouse.quay: 1 in 1 of 1 stories\n']);
      const none = await run(folder, ['style', 'try', 'House.quey', 'a.txt']);
      assert.deepEqual(
        [none.code, none.err],
        [2, 'copydesk style: no rule “House.quey”: did you mean “House.quay”?\n'],
      );
      const synced = await run(folder, ['style', 'sync']);
      assert.deepEqual(
        [synced.code, synced.err],
        [0, 'No configuration here extends anything that is to be fetched.\n'],
      );
    },
  ));
