import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openReader } from '../../src/start/read-file.ts';

describe('files read into one place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-read-'));
  after(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  it('are whole, whichever is longer, and one that outgrows the place', () => {
    const read = openReader();
    const huge = 'x'.repeat((1 << 21) + 5);
    for (const content of ['a short one', 'a longer one than that', '', 'short', huge, 'short again'])
      assert.equal(read(write('one', content)).toString('latin1'), content);
  });

  it('are good until the next is read: nothing is copied', () => {
    const read = openReader();
    const first = read(write('first', 'first'));
    read(write('second', 'other'));
    assert.equal(first.toString(), 'other');
  });

  it('say what is not there', () => {
    assert.throws(() => openReader()(join(folder, 'none')), { code: 'ENOENT' });
  });
});
