import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import type { Message } from '../../src/desk/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { compilePacks, loadPack } from '../../src/style/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

// One rule of each kind, and of each way to speak of more than a block.
const { pack } = loadPack([
  { path: 'house/pack.yaml', text: 'name: house' },
  {
    path: 'house/rules.yaml',
    text: `rules:
  term: {extends: existence, message: 'Not “%s”', tokens: [harbor, delegation]}
  pattern: {extends: substitution, message: 'Write “%s”', swap: {'(\\d+) people': '$1 persons'}}
  letter: {extends: existence, message: 'A lost letter', nonword: true, scope: sentence, inQuotes: check, tokens: ['\\w\\?\\w']}
  long: {extends: occurrence, message: 'Long', scope: sentence, max: 9, token: '\\w+'}
  said: {extends: repetition, message: 'Twice', tokens: ['[a-z]+']}
  few: {extends: existence, message: 'Once is enough', limit: 2, tokens: [General, school, Friday]}
  begin: {extends: existence, message: 'Not so early', in: lede, tokens: [opened, visited, agreed]}
  lacks: {extends: occurrence, message: 'It says no when', min: 1, token: 'Monday'}
  full: {extends: conditional, message: 'Who is that?', first: '\\b(Demirkan|Lee)\\b', second: '\\b(?:Orhan|Bo) (Demirkan|Lee)\\b'}
  one: {extends: consistency, message: 'One of both', either: {border: colour}}
  grade: {extends: readability, message: 'Hard', metrics: [Flesch-Kincaid], grade: 1}
  whole: {extends: existence, message: 'In all', scope: summary, tokens: [Kiev]}
  source: {extends: existence, message: 'In the source', scope: raw, tokens: [Khankendi]}
`,
  },
]);
const house = createDesk({ ...defaultSettings(nodeAssets), packs: compilePacks([pack]) }, { assets: nodeAssets });
const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
const open = (source: string, path = 'a.txt') => desk.open({ path, source });

/** A paragraph that says nothing, one of many that differ. */
const quiet = (i: number) => `The delegation of ${100 + i} people opened a school in the border region on Friday.`;
const story = (...paragraphs: string[]) => paragraphs.join('\n\n');
const many = (count: number) => Array.from({ length: count }, (_, i) => quiet(i));
/** Where a paragraph stands. */
const rangeOf = (source: string, paragraph: string) => {
  const start = source.indexOf(paragraph);
  return { start, end: start + paragraph.length };
};
const said = (messages: readonly Message[]) => messages.map(({ ruleId, actual }) => `${ruleId}: ${actual}`);

const damaged = 'The goverment thanked General Cem Karaçayo?lu.';
const slip = 'The parlament agreed.';

describe('a glance', () => {
  it('says of what is seen what a block says by itself', () => {
    const source = story('Talks begin', ...many(40), damaged, ...many(40), slip);
    const article = open(source);
    assert.deepEqual(said(article.glance([rangeOf(source, damaged)])), [
      'spelling: goverment',
      'encoding-lost-letter: Karaçayo?lu',
    ]);
    assert.deepEqual(said(article.glance([rangeOf(source, damaged), rangeOf(source, slip)])), [
      'spelling: goverment',
      'encoding-lost-letter: Karaçayo?lu',
      'spelling: parlament',
    ]);
    assert.deepEqual(article.glance([rangeOf(source, quiet(3))]), []);
    assert.deepEqual(article.glance([]), []);
  });

  it('says nothing that compares one place with others', () => {
    const later = 'General Orhan Demirkan left at noon.';
    const source = story('Talks begin', 'Army General Orhan Demirkan came on Monday.', later);
    assert.deepEqual(said(open(source).check().messages), ['rank-consistency: General Orhan Demirkan']);
    assert.deepEqual(open(source).glance([{ start: 0, end: source.length }]), []);
  });

  it('knows a quotation that runs on from paragraphs that are not seen', () => {
    const second = 'The the second paragraph goes on.';
    const source = story('Talks begin', ...many(3), '“The first paragraph begins, he said.', `${second}”`);
    const whole = open(source).check().messages;
    assert.deepEqual(open(source).glance([rangeOf(source, second)]), whole);
  });

  it('leaves alone what somebody let stand, and tells of no remark', () => {
    const remark = '<!-- stet spelling: the house writes it so -->';
    const source = story('# Talks begin', quiet(1), remark, slip, '<!-- stet -->', quiet(2), damaged);
    const article = open(source, 'a.md');
    assert.deepEqual(said(article.glance([{ start: 0, end: source.length }])), [
      'spelling: goverment',
      'encoding-lost-letter: Karaçayo?lu',
    ]);
    const rows = [{ rule: 'spelling', text: 'goverment' }];
    const listed = desk.open({ path: 'a.txt', source: damaged, stets: rows });
    assert.deepEqual(said(listed.glance([{ start: 0, end: damaged.length }])), ['encoding-lost-letter: Karaçayo?lu']);
  });

  it('passes over a paragraph that no screen holds', () => {
    const endless = `${'Nothing was said of it. '.repeat(900)}${slip}`;
    const source = story('Talks begin', endless, damaged);
    assert.deepEqual(said(open(source).glance([{ start: 0, end: source.length }])), [
      'spelling: goverment',
      'encoding-lost-letter: Karaçayo?lu',
    ]);
  });

  it('says of style packs what they say of a block whatever others hold', () => {
    const seen =
      'General Orhan Demirkan opened the harbor on Friday. In Khankendi Lee met 100 people of the border in in Kiev.';
    const lost = 'The delegation of Karaçayo?lu left the school.';
    const source = story('Talks begin', seen, 'The delegation saw the colour of it.', lost);
    const report = house.open({ path: 'a.txt', source }).check();
    assert.deepEqual([...new Set(said(report.messages).flatMap((one) => /^house\.[^:]+/.exec(one) ?? []))].sort(), [
      'house.begin',
      'house.few',
      'house.full',
      'house.grade',
      'house.lacks',
      'house.long',
      'house.one',
      'house.pattern',
      'house.said',
      'house.source',
      'house.term',
      'house.whole',
    ]);
    const glance = house.open({ path: 'a.txt', source }).glance([rangeOf(source, seen), rangeOf(source, lost)]);
    assert.deepEqual(
      said(glance).filter((one) => one.startsWith('house.')),
      ['house.term: harbor', 'house.long: In', 'house.pattern: 100 people', 'house.said: in in'],
      'nor does it of what may have lost a letter',
    );
  });

  it('says nothing of packs where the whole tells which language a line is in', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `harbor ${i}`);
    const turkish = 'Toplantıda konuşan bakan, iki ülke arasındaki ilişkilerin her geçen gün güçlendiğini söyledi.';
    const source = story('harbor', ...lines, ...Array.from({ length: 30 }, () => turkish));
    const article = house.open({ path: 'a.txt', source });
    assert.deepEqual(article.glance([rangeOf(source, 'harbor 20\n\nharbor 21')]), []);
    assert.ok(said(article.check().messages).every((one) => !one.startsWith('house.term')));
  });

  it('leaves alone what a remark of Vale’s lets stand', () => {
    const remark = '<!-- vale house.term = NO -->';
    const seen = 'The envoys saw the harbor, and 100 people saw the envoys.';
    const source = story('# Talks begin', remark, ...many(30), seen);
    const glance = house.open({ path: 'a.md', source }).glance([rangeOf(source, seen)]);
    assert.deepEqual(said(glance), ['house.long: The', 'house.pattern: 100 people']);
  });

  const paragraph = fc.oneof(
    fc.nat(30).map(quiet),
    fc.constantFrom(
      damaged,
      slip,
      'Army General Orhan Demirk?n said so; General Demirkan left left early.',
      'ErdoÄŸan visited Ä°stanbul, the the capital of old.',
      '“We stand firm. The goverment waits.',
      'They go on.”',
      'Rear-Admiral Bo Lee praised the colour of the harbor in Kiev.',
      'He said : “A hour later an man came to Khankendi”.',
    ),
  );

  it('says nothing that the whole does not say, and leaves a check half done as it is', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 60 }),
        fc.nat(60),
        fc.nat(8),
        fc.nat(40),
        (paragraphs, first, count, steps) => {
          const source = story('Talks begin', ...paragraphs);
          const whole = house.open({ path: 'a.txt', source }).check().messages;
          const article = house.open({ path: 'a.txt', source });
          const check = article.checkInSteps();
          let report = check.next();
          for (let i = 0; i < steps && !report.done; i++) report = check.next();
          const seen = paragraphs.slice(first, first + count).join('\n\n');
          const start = story('Talks begin', ...paragraphs.slice(0, first), '').length;
          for (const message of article.glance([{ start, end: start + seen.length }])) {
            const same = whole.find(
              ({ ruleId, place }) =>
                ruleId === message.ruleId &&
                place.start.offset === message.place.start.offset &&
                place.end.offset === message.place.end.offset,
            );
            // A word that stands often is a term, which the part can't know.
            const { severity } = message.ruleId === 'spelling' ? (same ?? message) : message;
            assert.deepEqual({ ...message, severity }, same);
            assert.ok(message.place.start.offset < start + seen.length && message.place.end.offset > start);
          }
          while (!report.done) report = check.next();
          assert.deepEqual(report.value.messages, whole);
        },
      ),
      runs(60),
    );
  });
});
