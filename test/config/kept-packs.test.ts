import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createConfigLoader, keepPacks } from '../../src/config/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

test('packs are taken over from one loader to the next as long as their files say the same', async () => {
  const files = new Map([
    ['/d/.copydesk.yaml', 'styles: [house]\n'],
    ['/d/house/Words.yml', 'extends: existence\nmessage: m\ntokens:\n  - foo\n'],
  ]);
  const kept = keepPacks();
  const load = async () => {
    const port = {
      read: async (path: string) => files.get(path),
      list: async (folder: string) => [...files.keys()].filter((path) => path.startsWith(`${folder}/`)),
    };
    const loader = createConfigLoader({ files: port, assets: nodeAssets, kept });
    const { packs, settings } = await loader.load('/d/a.txt');
    return { pack: packs.find(({ path }) => path === '/d/house')?.pack, matcher: settings.packs };
  };
  const first = await load();
  assert.equal(first.pack?.rules.length, 1);
  files.set('/d/.copydesk.yaml', 'styles: [house]\nlanguage: en-GB\n');
  const second = await load();
  assert.equal(second.pack, first.pack);
  assert.equal(second.matcher, first.matcher);
  files.set('/d/house/Words.yml', 'extends: existence\nmessage: m\ntokens:\n  - bar\n');
  const third = await load();
  assert.deepEqual(third.pack?.rules[0]?.tokens, ['bar']);
  assert.notEqual(third.matcher, first.matcher);
});
