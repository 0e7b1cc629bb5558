import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createDesk, loadConfig, nodeAssets } from '../../src/index.ts';

test('a word of the other English is told once, not as unknown besides', async () => {
  const files = {
    read: async (path: string) => (path === '/d/.copydesk.yaml' ? 'root: true\nlanguage: en-GB\n' : undefined),
  };
  const { settings } = await loadConfig('/d/a.txt', files, nodeAssets);
  const session = createDesk(settings, { assets: nodeAssets }).open({
    path: '/d/a.txt',
    source: 'The harbor office recieved the first orders in March, a clerk said.\n',
  });
  const said = session.check().messages.map(({ ruleId, actual }) => `${ruleId} ${actual}`);
  assert.deepEqual(said, ['dialect harbor', 'spelling recieved']);
});
