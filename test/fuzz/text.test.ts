import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  copyText,
  findChange,
  foldWord,
  indexLines,
  lowerCase,
  pointAt,
  replaceStretches,
  toClean,
  toSource,
} from '../../src/text/index.ts';
import fc from './fast-check.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'B', 'ş', ' ', '\n', '\r', '?', '👍', '\ud800'), maxLength: 60 });
const replaced = text.chain((source) =>
  fc.array(fc.tuple(fc.nat(source.length), fc.nat(6), fc.string({ maxLength: 5 })), { maxLength: 6 }).map((rows) => {
    let from = 0;
    const replacements = rows
      .sort((a, b) => a[0] - b[0])
      .flatMap(([start, length, text]) => {
        const end = Math.min(source.length, start + length);
        if (start < from || end === start) return [];
        from = end;
        return [{ start, end, text }];
      });
    return { source, replacements };
  }),
);

describe('offset maps', () => {
  it('keep order and stay in the source', () => {
    fc.assert(
      fc.property(replaced, ({ source, replacements }) => {
        const clean = replaceStretches(source, replacements);
        for (const edge of ['start', 'end'] as const) {
          let last = 0;
          for (let at = 0; at <= clean.text.length; at++) {
            const there = toSource(clean.map, at, edge);
            assert.ok(there >= last && there <= source.length);
            last = there;
          }
        }
      }),
    );
  });

  it('lead every letter outside the stretches to itself, and back', () => {
    fc.assert(
      fc.property(replaced, ({ source, replacements }) => {
        const { text: clean, map } = replaceStretches(source, replacements);
        for (let at = 0; at < clean.length; at++) {
          if (map.stretches.some(({ cleanStart, cleanEnd }) => at >= cleanStart && at < cleanEnd)) continue;
          const there = toSource(map, at);
          assert.equal(source.charAt(there), clean.charAt(at));
          assert.equal(toClean(map, there), at);
        }
      }),
    );
  });
});

describe('texts', () => {
  it('have lines that begin after line ends', () => {
    fc.assert(
      fc.property(text, (source) => {
        const expected = [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
        const lines = indexLines(source);
        assert.deepEqual(lines, expected);
        for (let at = 0; at <= source.length; at++) {
          const { line, column } = pointAt(lines, at);
          assert.equal((lines[line - 1] ?? 0) + column - 1, at);
        }
      }),
    );
  });

  it('differ only where findChange says', () => {
    fc.assert(
      fc.property(text, text, text, text, (head, before, after, tail) => {
        const a = head + before + tail;
        const b = head + after + tail;
        const { start, beforeEnd, afterEnd } = findChange(a, b);
        assert.equal(a.slice(0, start) + b.slice(start, afterEnd) + a.slice(beforeEnd), b);
        assert.ok(start <= beforeEnd && start <= afterEnd);
      }),
    );
  });

  it('are copied letter for letter', () => {
    fc.assert(fc.property(text, (source) => assert.equal(copyText(source), source)));
  });

  it('keep their length in lower case; folding twice is folding once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (word) => {
        assert.equal(foldWord(foldWord(word)), foldWord(word));
        assert.equal(lowerCase(word, 'tr').length, word.replaceAll('İ', 'i').toLowerCase().length);
      }),
    );
  });
});
