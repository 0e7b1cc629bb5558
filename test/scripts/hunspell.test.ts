import assert from 'node:assert/strict';
import { it } from 'node:test';
import { expandHunspell } from '../../scripts/spelling/hunspell.ts';

it('makes one pattern of a rule for compounds: parts that differ in their first letter alone are one', () => {
  const aff = 'ONLYINCOMPOUND c\nCOMPOUNDRULE 2\nCOMPOUNDRULE n*1t\nCOMPOUNDRULE n*xp\n';
  const dic = '10\n0/n\n1/n1\n2/nx\n-/x\n]/x\n^/x\n0th/pt\n1st/p\n1th/tc\n2nd/p\n';
  const { compounds } = expandHunspell(aff, dic);
  assert.equal(compounds, '(?:[012])*(?:1)(?:[01]th)|(?:[012])*(?:[2\\-\\]\\^])(?:0th|1st|2nd)');
  const pattern = new RegExp(`^(?:${compounds})$`);
  for (const word of ['10th', '1211th', '22nd', '121st', '0-1st', '1]2nd', '^0th']) assert.match(word, pattern);
  for (const word of ['11st', '12nd', '1', 'th', '2th', '0,1st']) assert.doesNotMatch(word, pattern);
});
