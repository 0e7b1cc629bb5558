import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Block } from '../../src/article/index.ts';
import { defaultSettings } from '../../src/config/index.ts';
import { applyEdits, collectSafeEdits, createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import { applyEdit, copy, edit, path } from './copy.ts';
import fc, { runs } from './fast-check.ts';

const settings = defaultSettings(nodeAssets);
const desk = createDesk(settings, { assets: nodeAssets });
const some = runs(150);
/** What a block says; how it is written by what it writes, for what writes may be made anew. */
const tellBlock = ({ write, ...block }: Block) => ({ ...block, written: write?.('“A” & \\b < c') });

describe('the desk on any text', () => {
  it('never throws, no rule fails, and every place lies in the text', () => {
    fc.assert(
      fc.property(copy, path, (source, name) => {
        const session = desk.open({ path: name, source });
        const { messages, failures } = session.check();
        const { format } = session.article;
        const failed = failures.map(({ ruleId }) => ruleId);
        assert.deepEqual(failed, format === 'unreadable' ? ['unreadable'] : []);
        for (const { place, actual, expected, titles } of messages) {
          assert.ok(place.start.offset >= 0 && place.start.offset <= place.end.offset);
          assert.ok(place.end.offset <= source.length);
          assert.equal(source.slice(place.start.offset, place.end.offset), actual);
          assert.equal(expected.length, titles.length);
        }
      }),
      some,
    );
  });

  it('says of an edited text what it says of the same text opened fresh', () => {
    fc.assert(
      fc.property(copy, fc.array(edit, { minLength: 1, maxLength: 6 }), path, (source, edits, name) => {
        const session = desk.open({ path: name, source });
        session.check();
        let text = source;
        for (const one of edits) {
          text = applyEdit(text, one);
          session.update(text);
          const fresh = desk.open({ path: name, source: text });
          assert.deepEqual(session.article.blocks.map(tellBlock), fresh.article.blocks.map(tellBlock));
          assert.deepEqual(session.check(), fresh.check());
        }
      }),
      some,
    );
  });

  it('fixes once as twice', () => {
    fc.assert(
      fc.property(copy, path, (source, name) => {
        const once = desk.open({ path: name, source }).fixAll();
        assert.equal(desk.open({ path: name, source: once }).fixAll(), once);
      }),
      some,
    );
  });

  it('loses no text outside the places that it fixes', () => {
    fc.assert(
      fc.property(copy, path, (source, name) => {
        const { messages } = desk.open({ path: name, source }).check();
        const edits = collectSafeEdits(messages);
        const fixed = applyEdits(source, edits);
        let from = 0;
        let at = 0;
        for (const { start, end, text } of edits) {
          const kept = source.slice(from, start);
          assert.equal(fixed.slice(at, at + kept.length), kept);
          assert.ok(messages.some(({ place }) => place.start.offset <= start && end <= place.end.offset));
          at += kept.length + text.length;
          from = end;
        }
        assert.equal(fixed.slice(at), source.slice(from));
      }),
      some,
    );
  });
});
