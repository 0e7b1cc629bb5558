import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readArticle } from '../../src/article/index.ts';

const rolesOf = (source: string) => readArticle(source, 'a.txt').blocks.map(({ role }) => role);

it('reads the head and the foot of a wire story', () => {
  const source = [
    'GE-RAIL-STRIKE/2NDLD',
    'EMBARGOED UNTIL 0900 GMT',
    '(Adds quotes, background)',
    '',
    'Rail strike ends in the east',
    '',
    'By Nino Sample',
    '',
    'KUTAISI, Georgia, June 3 (Agency) - Trains ran again on Tuesday after a week of talks.',
    '',
    '(more)',
    '(Reporting by Nino Sample; Editing by Ana Desk)',
    '-30-',
  ].join('\n');
  assert.deepEqual(rolesOf(source), [
    'slug',
    'embargo',
    'advisory',
    'headline',
    'byline',
    'paragraph',
    'end-mark',
    'sign-off',
    'end-mark',
  ]);
  const lead = readArticle(source, 'a.txt').blocks[5];
  assert.equal(lead?.text.slice(lead.datelineEnd, lead.datelineEnd + 6), 'Trains');
});

it('joins hard-wrapped lines and leaves one paragraph a line apart', () => {
  const wrapped =
    'The council of the town met on Monday to speak of the bridge over\nthe river, which has been closed to traffic since the floods of\nlast spring.';
  assert.equal(readArticle(wrapped, 'a.txt').blocks.length, 1);
  const apart = 'The council met on Monday.\r\nThe bridge has been closed since spring.\r\nIt opens in May.';
  assert.equal(readArticle(apart, 'a.txt').blocks.length, 3);
});
