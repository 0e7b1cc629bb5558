import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Mention } from '../../src/people/cast.ts';
import { knownForms } from '../../src/people/forms.ts';
import { joinName } from '../../src/people/joined.ts';
import { openKin } from '../../src/people/kin.ts';
import { turnName } from '../../src/people/register.ts';
import fc, { runs } from '../fuzz/fast-check.ts';
import { lexicon, read } from './read.ts';

const word = fc.constantFrom('Ida', 'Maria', 'Holm', 'Bell', 'Roche', 'Çetin', 'Ngozi');
/** The ways in which copy parts three words of a name, turns them or leaves one out. */
const names = fc.tuple(word, word, word).chain(([a, b, c]) => {
  const joined = `${a}${b.toLowerCase()}`;
  const ways = [`${a} ${b}`, `${b} ${a}`, `${a}-${b}`, joined, `${c} ${a} ${b}`, `${c} ${a}-${b}`, `${c} ${joined}`];
  const others = [`${a} ${b} Jr`, `${c} ${a}`, `${a} ${c}`, `${c} van der ${a}`, a, b];
  return fc.shuffledSubarray([...ways, ...others], { minLength: 2 });
});
const forms = knownForms(lexicon);

/** What the ways of parting and of turning a name leave of it. */
function readForms(mention: Mention): ReadonlySet<string> {
  const { whole, tail = whole } = joinName(mention, forms);
  const turned = turnName(mention, forms);
  return new Set(turned ? [whole, tail, turned] : [whole, tail]);
}

describe('the kin of a name', () => {
  it('has all names that are the same parted otherwise or turned', () => {
    let met = 0;
    fc.assert(
      fc.property(names, (ways) => {
        const story = ways.map((one) => `It was said that General ${one} left.`).join('\n\n');
        const mentions = read(story).mentions.flat();
        const kin = openKin(lexicon);
        for (const mention of mentions) kin.add(mention.surname, [mention]);
        for (const a of mentions)
          for (const b of mentions) {
            const own = readForms(b);
            if (a.surname === b.surname || ![...readForms(a)].some((form) => own.has(form))) continue;
            met++;
            assert.equal(kin.of(a.surname), kin.of(b.surname), `${a.text} and ${b.text}`);
          }
      }),
      runs(300),
    );
    assert.ok(met > 100, `only ${met} pairs of names are the same`);
  });
});
