import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Settings } from '../../src/config/index.ts';
import { defaultSettings } from '../../src/config/index.ts';
import type { Desk, Report, Session } from '../../src/desk/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import type { Rule } from '../../src/rules/index.ts';
import { defineRule } from '../../src/rules/index.ts';
import type { Steps } from '../../src/text/index.ts';

const names = [
  'Gen. Orhan Demirdağ',
  'General Demirdağ',
  'Colonel Leyla Çakmakoğlu',
  'Cakmakoglu',
  'Minister Nigar Aliyeva',
  'Nigar Alieva',
  'Major Selim Akşit',
  'Aksit',
  'Lt. Gen. Ida Holm',
];
const ends = ['in Kiev', 'in Kyiv', 'at the harbor', 'of the defence ministry', 'in Taşkent', 'of the the board'];

/** An article of many paragraphs, each of which names several people; one of them is named once. */
const write = (paragraphs: number): string[] => [
  'Port opens in Ganja',
  'Mayor Petra Lund opened it.',
  // What is lost in talk of code stays lost: this name is anybody's then.
  'Deputy Minister Elif Yıldırımoğlu praised the regex (?:a|b).',
  ...Array.from({ length: paragraphs }, (_, i) => {
    const [one, other, third] = [i, 3 * i + 2, 5 * i + 1].map((at) => names[at % names.length]);
    return `${one} met ${other}, and ${third} spoke ${ends[i % ends.length]} on day ${i}.`;
  }),
];
const join = (paragraphs: readonly string[]) => paragraphs.join('\n\n');
const damage = (text: string) => text.replace(/[ğşı]/g, '?');

const path = 'a.txt';
const settings = defaultSettings(nodeAssets);
const open = (desk: Desk, source: string): Session => desk.open({ path, source });
/** What a report says; the cast is put together when it is asked for. */
const read = ({ messages, cast, failures }: Report) => ({ messages, cast, failures });

/** Takes so many steps and leaves the check there; false when it was done before. */
function leaveAt(stop: number, steps: Steps<Report>): boolean {
  for (let i = 0; i < stop; i++) if (steps.next().done) return false;
  steps.return(undefined as never);
  return true;
}

describe('a check in steps', () => {
  const whole = write(105);
  // People come and go, and one of the last version is back from the first.
  const second = whole.toSpliced(20, 2).with(50, 'General Demirdagh left. Mayor Rıza Altıntaş stayed in Kiev.');
  const third = whole.with(50, 'Mayor Riza Altintas stayed in Kyiv.').toSpliced(90, 1);
  for (const [what, versions] of [
    ['an article that loses letters', [join(whole), join(second), damage(join(third))]],
    ['an article that is mended by hand', [damage(join(whole)), damage(join(second)), join(third)]],
  ] as const)
    it(`may be left at any stop and ends as a fresh one: ${what}`, () => {
      const desk = createDesk(settings, { assets: nodeAssets });
      const [one = '', two = '', three = ''] = versions;
      const fresh = read(open(desk, three).check());
      // The first version is checked to its end, or left with the second.
      for (const isChecked of [true, false]) {
        let stop = 0;
        for (let isLeft = true; isLeft; stop++) {
          const session = open(desk, one);
          if (isChecked) session.check();
          else leaveAt(stop, session.checkInSteps());
          session.update(two);
          isLeft = leaveAt(stop, session.checkInSteps());
          session.update(three);
          assert.deepEqual(read(session.check()), fresh, `left at stop ${stop}`);
        }
        assert.ok(stop > 40, `${stop} stops`);
      }
    });

  it('lets another article in at any stop', () => {
    const desk = createDesk(settings, { assets: nodeAssets });
    const sources = [join(whole), damage(join(second)), damage(join(third))];
    const alone = sources.map((source) => read(open(createDesk(settings, { assets: nodeAssets }), source).check()));
    const under = sources.map((source) => open(desk, source).checkInSteps());
    const reports: Report[] = [];
    while (reports.filter(Boolean).length < under.length)
      for (const [i, steps] of under.entries()) {
        const step = reports[i] ? undefined : steps.next();
        if (step?.done) reports[i] = step.value;
      }
    assert.deepEqual(reports.map(read), alone);
  });
});

describe('between two stops of a long article', () => {
  /** A desk with one more rule. */
  const deskWith = (rule: Rule): Desk => {
    const rules: Settings['rules'] = new Map([...settings.rules, [rule.id, { severity: 'warning', options: {} }]]);
    return createDesk({ ...settings, rules }, { assets: nodeAssets, rules: [rule] });
  };
  const about = {
    category: 'style',
    severity: 'warning',
    what: '',
    why: '',
    how: '',
    inQuotes: 'check',
    options: {},
    examples: [],
  } as const;

  it('a rule reads some thousand letters', () => {
    let letters = 0;
    let most = 0;
    const counts = defineRule({
      ...about,
      id: 'counts',
      scope: 'block',
      check({ block }) {
        letters += block.text.length;
      },
    });
    // Blocks of a few hundred letters, as paragraphs are.
    const source = join(write(2000).map((_, i, all) => all.slice(i, i + 4).join(' ')));
    const steps = open(deskWith(counts), source).checkInSteps();
    for (; !steps.next().done; letters = 0) most = Math.max(most, letters);
    assert.ok(most > 5000 && most < 11_000, `${most} letters`);
  });

  it('a rule judges some hundred cases', () => {
    let cases = 0;
    let most = 0;
    let all = 0;
    const counts = defineRule<{ word: string; block: undefined }>({
      ...about,
      id: 'counts',
      scope: 'case',
      collect: ({ parsed }) => [...parsed.text.matchAll(/\d+/g)].map(([word]) => ({ word, block: undefined })),
      caseOf: ({ word }) => word,
      check() {
        cases++;
        all++;
      },
    });
    const steps = open(deskWith(counts), join(write(1000))).checkInSteps();
    for (; !steps.next().done; cases = 0) most = Math.max(most, cases);
    assert.equal(all, 1000);
    assert.ok(most > 0 && most < 400, `${most} cases`);
  });
});
