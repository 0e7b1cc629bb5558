import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const rankFixes = (source: string, path: string) =>
  createDesk(defaultSettings(nodeAssets), { assets: nodeAssets })
    .open({ path, source })
    .check()
    .messages.filter(({ ruleId }) => ruleId === 'rank-consistency')
    .map(({ expected }) => expected[0]);

describe('a replacement over damaged text', () => {
  it('takes the letters that were mended beyond doubt', () => {
    const source = 'Army General Orhan Gündoğdu spoke.\n\nGeneral Gündo?du left.\n';
    assert.deepEqual(rankFixes(source, 'a.txt'), ['Army General Gündoğdu']);
  });

  it('leaves markup inside it alone', () => {
    const source = 'Army General Orhan Gündoğdu spoke.\n\nGeneral **Gündo?du** left.\n';
    assert.deepEqual(rankFixes(source, 'a.md'), ['Army General **Gündo?du']);
  });
});
