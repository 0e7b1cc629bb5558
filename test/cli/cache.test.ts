import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, run, story } from './run.ts';

const kept = (folder: string) =>
  readdirSync(join(folder, '.copydesk/cache'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.gitignore')
    .map((entry) => join(entry.parentPath, entry.name));

test('a second run says the same from what was kept', () =>
  inFolder({ 'a.txt': story, 'b.txt': story, 'c.md': story }, async (folder) => {
    const args = ['check', '--cache', '--format', 'json'];
    const first = await run(folder, args);
    // One text under two names is one result; another format is another.
    assert.equal(kept(folder).length, 2);
    assert.deepEqual(await run(folder, args), first);
    assert.deepEqual(await run(folder, ['check', '--format', 'json']), first);
    // That it is the kept result that is told:
    for (const file of kept(folder)) writeFileSync(file, '{"messages": [], "people": []}');
    assert.equal((await run(folder, args)).code, 0);
  }));

test('what one format kept serves another, in several threads too', () => {
  const stories = Array.from({ length: 24 }, (_, i) => [`${i}.txt`, `${story}\n\nIt is story ${i}.\n`]);
  return inFolder(Object.fromEntries(stories), async (folder) => {
    const json = ['check', '--format', 'json'];
    await run(folder, ['check', '--cache', '--threads', '2']);
    assert.equal(kept(folder).length, stories.length);
    assert.deepEqual(await run(folder, [...json, '--cache', '--threads', '2']), await run(folder, json));
  });
});

test('what is half-written or strange is checked anew', () =>
  inFolder({ 'a.txt': story }, async (folder) => {
    const args = ['check', '--cache', '--format', 'json'];
    const first = await run(folder, args);
    for (const text of ['', '{"messages": [', '[]', 'null', '{"messages": 1}']) {
      for (const file of kept(folder)) writeFileSync(file, text);
      assert.deepEqual(await run(folder, args), first, text);
    }
  }));

test('text, configuration, lists and stets make a new result', () =>
  inFolder({ 'a.txt': 'Ferry\n\nThe ferry of Brantomiel left the the quay.\n' }, async (folder) => {
    const counts: number[] = [];
    const check = async () => {
      const { out } = await run(folder, ['check', '--cache', '--format', 'json']);
      counts.push(kept(folder).length);
      return JSON.parse(out).files[0].messages.length as number;
    };
    assert.equal(await check(), 1);
    writeFileSync(join(folder, '.copydesk.yaml'), 'root: true\nrules: {repeated-words: off}\n');
    assert.equal(await check(), 0);
    writeFileSync(join(folder, '.copydesk.yaml'), 'root: true\nlexicon: terms.words\n');
    writeFileSync(join(folder, 'terms.words'), 'quay\n');
    assert.equal(await check(), 1);
    writeFileSync(join(folder, 'terms.words'), '!quay\n');
    assert.equal(await check(), 2);
    writeFileSync(join(folder, '.copydesk/stet.yaml'), '- rule: repeated-words\n  text: the the\n  reason: a name\n');
    await check();
    writeFileSync(join(folder, 'a.txt'), 'Ferry\n\nIt left.\n');
    assert.equal(await check(), 0);
    assert.deepEqual(counts, [1, 2, 3, 4, 5, 6]);
  }));

test('runs at the same time share a cache, and a folder that cannot be made is no hindrance', () =>
  inFolder({ 'a.txt': story, 'b/.copydesk/cache': 'a file', 'b/a.txt': story }, async (folder) => {
    const runs = await Promise.all([1, 2, 3].map(() => run(folder, ['check', '--cache', '--format', 'json', 'a.txt'])));
    for (const one of runs) assert.deepEqual(one, runs[0]);
    assert.equal(kept(folder).length, 1);
    const { code, err } = await run(join(folder, 'b'), ['check', '--cache', 'a.txt']);
    assert.deepEqual([code, err], [1, '']);
  }));
