import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { createConfigLoader } from '../../src/config/index.ts';
import { cacheFolder } from '../../src/node/caches.ts';
import { nodeAssets, nodeFiles } from '../../src/node/index.ts';
import { openShelf } from '../../src/node/shelf.ts';

test('what was made of a content is found again; what broke off, was changed or comes of another build is not', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'shelf-'));
  t.after(() => rm(folder, { recursive: true }));
  const shelf = openShelf(folder, 'one');
  assert.equal(await shelf.find('content'), undefined);
  await shelf.keep('content', 'made of it');
  assert.equal(await shelf.find('content'), 'made of it');
  assert.equal(await shelf.find('contents'), undefined);
  assert.equal(await openShelf(folder, 'two').find('content'), undefined);
  const [name = ''] = await readdir(folder);
  const whole = await readFile(join(folder, name), 'utf8');
  await writeFile(join(folder, name), whole.slice(0, -3));
  assert.equal(await shelf.find('content'), undefined);
  await shelf.keep('content', 'made of it');
  assert.equal(await shelf.find('content'), 'made of it');
  for (let i = 0; i < 20; i++) await shelf.keep(`other ${i}`, 'x');
  assert.equal((await readdir(folder)).length, 16);
});

test('a shelf that cannot be written is none', async () => {
  const shelf = openShelf('/dev/null/nowhere', 'one');
  await shelf.keep('content', 'made');
  assert.equal(await shelf.find('content'), undefined);
});

test('each system has its own place for what can be made again', () => {
  assert.equal(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux'), '/c/copydesk');
  assert.equal(cacheFolder({ HOME: '/h' }, 'linux'), '/h/.cache/copydesk');
  assert.equal(cacheFolder({ HOME: '/h' }, 'darwin'), '/h/Library/Caches/copydesk');
  assert.equal(cacheFolder({ LOCALAPPDATA: 'C:' }, 'win32'), 'C:/copydesk');
  assert.equal(cacheFolder({ USERPROFILE: 'C:/u' }, 'win32'), 'C:/u/AppData/Local/copydesk');
  assert.equal(cacheFolder({}, 'linux'), undefined);
});

test('a folder of many terms comes from the shelf and says the same, its problems too', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'shelf-'));
  t.after(() => rm(folder, { recursive: true }));
  const words = Array.from({ length: 20_000 }, (_, i) => `  - zorble${i}q`);
  const files: Record<string, string> = {
    '/w/.copydesk.yaml': 'styles: [house]\n',
    '/w/house/Words.yml': `extends: existence\nmessage: No “%s”\nlevel: loud\ntokens:\n${words.join('\n')}\n`,
  };
  const shelf = openShelf(folder, 'one');
  let found = 0;
  const load = async () => {
    const loader = createConfigLoader({
      assets: nodeAssets,
      files: {
        ...nodeFiles,
        read: async (path) => files[path],
        list: async (home) => Object.keys(files).filter((path) => path.startsWith(`${home}/`)),
        openShelf: async () => ({
          ...shelf,
          async find(content) {
            const made = await shelf.find(content);
            if (made !== undefined) found++;
            return made;
          },
        }),
      },
    });
    const { problems, packs } = await loader.load('/w/a.md');
    return { problems, packs };
  };
  const cold = await load();
  assert.equal(found, 0);
  assert.equal(cold.problems.length, 1);
  assert.deepEqual(await load(), cold);
  assert.equal(found, 1);
});
