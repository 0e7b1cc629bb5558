import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { decodeText, readText } from '../../src/cli/read-text.ts';
import fc from '../fuzz/fast-check.ts';

describe('an article read from a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-read-text-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'a.txt');
  const read = (bytes: Uint8Array) => {
    writeFileSync(file, bytes);
    return readText(file);
  };
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it('is what its bytes say', async () => {
    for (const text of ['Baku', '', '\ufeffBaku', 'Bayraktaro\ufffdlu said so', 'Bayraktaroğlu 😀'])
      assert.deepEqual(await read(utf8(text)), { text, faithful: true });
    assert.deepEqual(await read(Uint8Array.of(0xff, 0xfe, 66, 0, 97, 0)), { text: '\ufeffBa', faithful: false });
    const broken = Uint8Array.of(...utf8('Bakı '), 0xf0, 0x42);
    assert.deepEqual(await read(broken), { text: 'Bakı \ufffdB', faithful: false });
    assert.deepEqual(await read(Uint8Array.of(0x42, 0xf0, 0x64)), {
      text: 'Bğd',
      faithful: false,
      readAs: 'Windows-1254',
    });
  });

  it('is the same as decoded, whatever its bytes are', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ min: 1 }),
          fc
            .string({ unit: 'binary' })
            .filter((text) => !text.includes('\0'))
            .map(utf8),
        ),
        async (bytes) => {
          const expected = decodeText(bytes);
          assert.deepEqual(await read(bytes), expected);
        },
      ),
    ));

  it('is refused where it is binary, or not there', async () => {
    await assert.rejects(read(Uint8Array.of(66, 0, 66)), /a binary file/);
    await assert.rejects(read(Uint8Array.of(66, 0, 0xff)), /a binary file/);
    await assert.rejects(readText(join(folder, 'none')), /^Error: no such file$/);
    await assert.rejects(readText(folder), /a folder/);
  });
});
