import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Metafile } from 'esbuild';
import { writeNotices } from '../../scripts/notices.ts';

/** What esbuild says of a bundle with these files in it. */
const bundleOf = (...files: string[]): Metafile => ({
  inputs: Object.fromEntries(files.map((file) => [file, { bytes: 1, imports: [] }])),
  outputs: {},
});

/** The packages that notices name, in order. */
function namesIn(metafiles: readonly Metafile[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-notices-'));
  try {
    const file = join(folder, 'notices.txt');
    writeNotices(file, metafiles);
    const notices = readFileSync(file, 'utf8').split(`\n${'-'.repeat(80)}\n\n`);
    for (const notice of notices) assert.match(notice, /licen[cs]e|permission|copyright/i);
    return notices.map((notice) => notice.slice(0, notice.indexOf(' ')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('notices', () => {
  it('carry the licence of every package in a bundle, once', () => {
    const program = bundleOf(
      'src/index.ts',
      'node_modules/yaml/browser/index.js',
      'node_modules/yaml/browser/dist/a.js',
    );
    const web = bundleOf('lazy:node_modules/parse5/dist/index.js', 'node_modules/yaml/browser/index.js');
    const names = namesIn([program, web]);
    for (const name of ['parse5', 'yaml']) assert.equal(names.filter((one) => one === name).length, 1, name);
  });

  it('carry those of packages whose data was compiled, and of no others', () => {
    const names = namesIn([bundleOf('src/index.ts')]);
    for (const name of ['dictionary-en-au', 'dictionary-tr', '@faker-js/faker']) assert.ok(names.includes(name), name);
    for (const name of ['typescript', '@microsoft/jest-sarif', 'parse5']) assert.ok(!names.includes(name), name);
  });
});
