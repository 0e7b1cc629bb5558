import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { createDesk, loadConfig, nodeAssets, nodeFiles } from '../../src/index.ts';
import { inFolder, mended, story } from './run.ts';

test('the library reads a configuration, opens an article, says and mends what the command line does', () =>
  inFolder({ '.copydesk.yaml': 'root: true\nrules: {repeated-words: error}\n' }, async (folder) => {
    const path = join(folder, 'a.txt').replaceAll('\\', '/');
    const { settings, problems } = await loadConfig(path, nodeFiles, nodeAssets);
    assert.deepEqual(problems, []);
    const session = createDesk(settings, { assets: nodeAssets }).open({ path, source: story });
    const { messages } = session.check();
    assert.deepEqual(
      messages.map(({ ruleId, severity }) => [ruleId, severity]),
      [
        ['encoding-lost-letter', 'error'],
        ['encoding-lost-letter', 'error'],
        ['repeated-words', 'error'],
      ],
    );
    assert.equal(session.fixAll(), mended);
  }));
