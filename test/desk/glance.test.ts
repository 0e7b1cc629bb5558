import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import type { Message } from '../../src/desk/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

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
          const whole = open(source).check().messages;
          const article = open(source);
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
