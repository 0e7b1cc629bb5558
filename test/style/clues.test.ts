import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import { addBit, createBits, hasBit } from '../../src/style/bits.ts';
import { createClues } from '../../src/style/clues.ts';
import { foldCase } from '../../src/style/fold-case.ts';
import { classAt, classCount, edge, holdsMarks } from '../../src/style/regex/index.ts';
import { indexTerms } from '../../src/style/terms.ts';
import { foldWord, shiftMap } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

const pieces = [...'abİıéÇK -’.,€7*_', '\u00ad', '\u00a0', 'per cent', 'Data', '😀', 'sun'];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''));
const literal = fc.array(fc.constantFrom(...pieces, edge), { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
const literals = fc
  .record({ texts: fc.array(literal), ignoreCase: fc.boolean() })
  .map(({ texts, ignoreCase }) => ({ texts: ignoreCase ? texts.map(foldCase) : texts, ignoreCase }));
const needs = fc.record({
  literals: fc.option(literals, { nil: undefined }),
  neighbours: fc.option(
    fc
      .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...pieces)), { maxLength: 3 })
      .map((pairs) => pairs.map(([a, b]) => classAt(a, a.length - 1) * classCount + classAt(b, 0))),
    { nil: undefined },
  ),
  marks: fc.option(fc.array(fc.string({ unit: fc.constantFrom('’', '.', ',', '€'), maxLength: 3 })), {
    nil: undefined,
  }),
});

/** Whether a string stands in a text, with no letters or figures of ASCII on both sides of its edges. */
function holds(body: string, literal: string): boolean {
  const plain = literal.replaceAll(/[.*+?^$()[\]{}|]/g, '\\$&');
  return new RegExp(plain.replaceAll(edge, '(?:(?<![a-zA-Z0-9])|(?![a-zA-Z0-9]))'), 'u').test(body);
}

test('a check whose needs a text meets is woken by it', () => {
  const vocabulary = createVocabulary(foldWord);
  fc.assert(
    fc.property(
      fc.array(needs, { maxLength: 40 }),
      fc.array(text, { minLength: 1 }),
      fc.array(fc.tuple(text, fc.nat(8), fc.nat(3))),
      (checks, words, texts) => {
        const terms = indexTerms([{ terms: words, ignoreCase: true, exactSpaces: true }]);
        const clues = createClues(checks, terms);
        const all = createBits(checks.length + 1);
        for (let check = 0; check <= checks.length; check++) addBit(all, check);
        for (const [one, start, length] of texts) {
          const block = { role: 'paragraph', text: one, map: shiftMap(0), start: 0, end: one.length } as const;
          const parsed = parseBlock({ ...block, datelineEnd: 0, opaque: [] }, one, vocabulary);
          const masked =
            one.slice(0, start) + '*'.repeat(one.slice(start, start + length).length) + one.slice(start + length);
          for (const read of [one, masked]) {
            const woken = clues.find(parsed, read, all);
            const isWoken = (check: number) => woken !== undefined && hasBit(woken, check);
            const pairs = new Set<number>();
            for (let at = 1; at < read.length; at++) pairs.add(classAt(read, at - 1) * classCount + classAt(read, at));
            checks.forEach(({ literals, neighbours, marks }, check) => {
              const said = literals?.texts.some((text) =>
                literals.ignoreCase ? holds(foldCase(read), foldCase(text)) : holds(read, text),
              );
              if (marks && !holdsMarks(read, marks)) return;
              if (said !== false && (!neighbours || neighbours.some((pair) => pairs.has(pair))))
                assert.ok(isWoken(check), `${JSON.stringify(checks[check])} in ${read}`);
            });
            if (terms.find(read, foldCase(read)).length > 0) assert.ok(isWoken(clues.ofTerms), `${words} in ${read}`);
          }
        }
      },
    ),
  );
});

test('a check whose needs a text does not meet sleeps', () => {
  const vocabulary = createVocabulary(foldWord);
  const clues = createClues([{ literals: { texts: ['zebra'], ignoreCase: true } }], indexTerms([]));
  const all = createBits(2);
  addBit(all, 0);
  const wake = (text: string) => {
    const block = { role: 'paragraph', text, map: shiftMap(0), start: 0, end: text.length } as const;
    return clues.find(parseBlock({ ...block, datelineEnd: 0, opaque: [] }, text, vocabulary), text, all);
  };
  assert.equal(wake('The port is open.'), undefined);
  assert.notEqual(wake('The Zebra is here.'), undefined);
});
