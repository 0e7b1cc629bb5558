import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { findArticles } from '../../src/cli/find-articles.ts';
import { clean, inFolder } from './run.ts';

/** Runs a search without the rights of a superuser, who may read everything. */
async function asAnybody<Found>(search: () => Promise<Found>): Promise<Found> {
  const isSuper = process.geteuid?.() === 0;
  if (isSuper) process.seteuid?.(65_534);
  try {
    return await search();
  } finally {
    if (isSuper) process.seteuid?.(0);
  }
}

test('folders that may not be read are told of, named or met on the way, and the rest is found', () =>
  inFolder({ 'locked/a.txt': clean, 'open/shut/b.txt': clean, 'open/c.txt': clean }, async (folder) => {
    const at = (name: string) => join(folder, name);
    chmodSync(folder, 0o755);
    for (const name of ['locked', 'open/shut']) chmodSync(at(name), 0);
    const { articles, faults } = await asAnybody(() => findArticles([at('locked'), at('open')]));
    assert.deepEqual(
      articles.map(({ path }) => path.split('/').at(-1)),
      ['c.txt'],
    );
    assert.deepEqual(
      faults.map((fault) => fault.slice(fault.indexOf(folder.slice(1)) + folder.length)),
      ['locked: this folder may not be read', 'open/shut: this folder may not be read'],
    );
    for (const name of ['locked', 'open/shut']) chmodSync(at(name), 0o755);
  }));
