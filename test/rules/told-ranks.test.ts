import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });

/** Whether the rule speaks of a colonel who is a general later, with a paragraph between. */
function speaks(between: string): boolean {
  const source = `Colonel Rauf Aslanov spoke on Monday.\n\n${between}\n\nGeneral Aslanov left.`;
  const { messages } = desk.open({ path: 'a.txt', source }).check();
  return messages.some(({ ruleId }) => ruleId === 'rank-consistency');
}

// Each way of telling: the rule waits for a word of it, and reads no paragraph without one.
const told = [
  'promoted on Friday',
  'the promotion came on Friday',
  'elevated to the staff',
  'raised to the staff',
  'demoted on Friday',
  'stripped of it on Friday',
  'awarded the military rank',
  'given the rank',
  'the rank of a general',
  'made a general',
  'became a general',
  'becoming a general',
  'rose to general',
  'rose through the ranks to be a general',
  'raised him to general',
  'retired as general',
  'commissioned as a general',
  'joined up as a general',
  'enlisted as a general',
  'reached general',
  'advanced to general',
  'served as general',
  'started as a general',
  'began as a general',
  'as a general',
  'was then a general',
  'is now only a general',
  'BECAME A GENERAL',
  'became a lieutenant-general',
  'was only a full acting staff sergeant',
  'commissioned as second lieutenant',
  'raised them to full general',
  'joined up as an air vice-marshal',
  'as only a temporary captain',
  'served as the acting staff sergeant',
];

// Each way of saying that it was or will be otherwise, and of saying that a ship is meant.
const otherwise = [
  'the brevet General Aslanov',
  'the then General Aslanov',
  'the THEN  General Aslanov',
  'former General Aslanov',
  'future General Aslanov',
  'later General Aslanov',
  'now-General Aslanov',
  'the ex-General Aslanov',
  'the late\u00a0General Aslanov',
  'General Aslanov, as he now is',
  'General Aslanov (as she then was)',
  'General Aslanov, who was then ill',
  'General Aslanov (later an envoy)',
  ...'frigate destroyer cruiser carrier submarine corvette trawler tanker vessel'
    .split(' ')
    .map((ship) => `General Aslanov, a ${ship}`),
  'aboard General Aslanov',
  'General Aslanov docked',
  'General Aslanov sailed',
  'the Ship General Aslanov',
];

describe('another rank', () => {
  for (const words of otherwise)
    it(`is no fault in «${words}»`, () => {
      const source = `Colonel Rauf Aslanov spoke on Monday.\n\nThey saw ${words} on Friday.`;
      const { messages } = desk.open({ path: 'a.txt', source }).check();
      assert.deepEqual(messages.filter(({ ruleId }) => ruleId === 'rank-consistency').length, 0);
    });
});

describe('a change of rank', () => {
  it('is a fault where no paragraph tells of it', () => assert.equal(speaks('The talks went on, it was said.'), true));

  for (const telling of told)
    it(`is none after «${telling}»`, () => assert.equal(speaks(`By then, they said, ${telling}.`), false));
});
