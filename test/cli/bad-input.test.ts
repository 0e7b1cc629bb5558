import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clean, inFolder, run, story } from './run.ts';

const sentence = 'The ferry Marigold left the quay at nine and carried forty guests. ';

/** No two alike: a passage that stands twice is a finding. */
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, i) => `On trip ${1000 + i} ${sentence.repeat(5).toLowerCase()}\n\n`).join('');

test('what is no text costs that file alone; everything else goes on', () =>
  inFolder(
    {
      'binary.txt': new Uint8Array([0x89, 0x50, 0, 1, 255]),
      'empty.txt': '',
      'mark.txt': `\uFEFF${clean}`,
      'wide.txt': Buffer.from(`\uFEFF${clean}`, 'utf16le'),
      'line.txt': `Ferry\n\n${sentence.repeat(120)}\n`,
      'large.txt': `Ferry\n\n${paragraphs(3200)}`,
      'crlf.txt': story.replaceAll('\n', '\r\n'),
    },
    async (folder) => {
      const { code, out, err } = await run(folder, ['check', '--format', 'json']);
      assert.equal(code, 2);
      assert.equal(err, 'binary.txt: a binary file, not an article\n');
      const { files, summary } = JSON.parse(out);
      assert.equal(summary.files, 7);
      for (const { path, error, messages } of files) {
        assert.equal(error !== null, path === 'binary.txt');
        assert.equal(messages.length > 0, path === 'crlf.txt', path);
      }
    },
  ));

test('bytes that are not UTF-8 are never written back', () => {
  const bytes = Buffer.from('Ferry\n\nThe caf\xe9 said that the the quay is open.\n', 'latin1');
  return inFolder({ 'a.txt': bytes }, async (folder) => {
    const { code, err } = await run(folder, ['check', '--fix', 'a.txt']);
    assert.deepEqual([code, err], [2, 'a.txt: not saved as UTF-8, so it was not fixed\n']);
    assert.deepEqual(readFileSync(join(folder, 'a.txt')), bytes);
  });
});

test('a broken configuration and a missing list are told once, and the articles are checked', () =>
  inFolder(
    {
      '.copydesk.yaml': 'root: true\nlexicon: [gone.csv]\nrules: {dialekt: off}\nstyle: [\n',
      'a.txt': story,
      'b.txt': story,
    },
    async (folder) => {
      const { code, out, err } = await run(folder, ['check', '--format', 'json']);
      assert.equal(code, 2);
      assert.equal(JSON.parse(out).summary.errors, 4);
      for (const part of [':2:11: error: No such file', ':3:9: error: No rule “dialekt”', ': error: YAML: '])
        assert.equal(err.split(part).length, 2, `${part} in ${err}`);
    },
  ));

test('a file in an old code page is read as what it is, and left as it is', () => {
  const turkish = new Uint8Array([
    ...Buffer.from('Ankara', 'latin1'),
    0x92,
    ...Buffer.from('da gör', 'latin1'),
    0xfc,
    0xfe,
    ...Buffer.from('me the the\n', 'latin1'),
  ]);
  return inFolder(
    { 'a.txt': turkish, 'b.txt': new Uint8Array([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2e, 10]) },
    async (folder) => {
      const { out, err } = await run(folder, ['check', '--format', 'ndjson']);
      const rules = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).messages.map((one: { ruleId: string }) => one.ruleId));
      assert.deepEqual(rules, [['repeated-words'], []]);
      assert.equal(
        err,
        'a.txt: not UTF-8; read as Windows-1254. Save it as UTF-8\nb.txt: not UTF-8; read as Windows-1251. Save it as UTF-8\n',
      );
      const fixed = await run(folder, ['check', '--fix', 'a.txt']);
      assert.match(fixed.err, /not saved as UTF-8, so it was not fixed/);
      assert.deepEqual(new Uint8Array(readFileSync(join(folder, 'a.txt'))), turkish);
    },
  );
});
