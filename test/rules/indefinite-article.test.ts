import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });

const isMarked = (source: string): boolean =>
  desk
    .open({ path: 'a.txt', source })
    .check()
    .messages.some(({ ruleId }) => ruleId === 'indefinite-article');

// Each way of beginning with the sound of «you» or «one»: the rule reads on only behind letters that such words begin with.
const long =
  `unicorn union unique unit university uniform unilateral unicycle unified unison unisex unicode unicameral use user
  used useful useless usual usage usurper utensil utility utopia ubiquitous uranium urinal European eucalyptus eulogy
  euphoria euphemism Ukrainian Ugandan Uruguayan one-day once`.split(/\s+/);

describe('indefinite-article', () => {
  for (const word of long)
    it(`wants «a» before «${word}»`, () => {
      assert.ok(isMarked(`They spoke of an ${word} thing in the hall on Monday.`));
      assert.ok(isMarked(`They spoke of an “${word} thing” in the hall on Monday.`));
    });

  for (const word of ['uninvited', 'urgent', 'onerous', 'utter', 'ousted'])
    it(`leaves «an ${word}» alone`, () => {
      assert.ok(!isMarked(`They spoke of an ${word} thing in the hall on Monday.`));
    });
});
