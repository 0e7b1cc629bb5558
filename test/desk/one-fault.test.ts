import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDesk, loadConfig, nodeAssets } from '../../src/index.ts';

async function sayAll(config: string, source: string): Promise<string[]> {
  const files = {
    read: async (path: string) => (path === '/d/.copydesk.yaml' ? `root: true\n${config}` : undefined),
  };
  const { settings } = await loadConfig('/d/a.txt', files, nodeAssets);
  const { messages } = createDesk(settings, { assets: nodeAssets }).open({ path: '/d/a.txt', source }).check();
  return messages.map(({ ruleId, actual }) => `${ruleId} ${actual}`);
}

test('a word of the other English is told once, not as unknown besides', async () => {
  const said = await sayAll(
    'language: en-GB\n',
    'The harbor office recieved the first orders in March, a clerk said.\n',
  );
  assert.deepEqual(said, ['dialect harbor', 'spelling recieved']);
  assert.deepEqual(
    await sayAll(
      'language: en-GB\n',
      'The harbor’s office and the goverment’s office opened in March, a clerk said.\n',
    ),
    ['dialect harbor', 'spelling goverment’s'],
  );
});

test('a word that a pack writes otherwise is told once', async () => {
  const said = await sayAll('', 'The plant cost 5 mln manats, which the ministry called a bargian.\n');
  assert.deepEqual(said, ['core.million-in-full 5 mln', 'spelling bargian']);
});
