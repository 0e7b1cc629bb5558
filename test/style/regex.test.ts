import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldCase } from '../../src/style/fold-case.ts';
import type { Pattern } from '../../src/style/regex/index.ts';
import { classCount, classOf, compilePattern, edge, holdsMarks, PatternError } from '../../src/style/regex/index.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

const found = (source: string, text: string, flags = {}) =>
  compilePattern(source, flags)
    .matches(text)
    .map((match) => match.text);

test('words end at letters of any alphabet, as in .NET', () => {
  assert.deepEqual(found('\\bdo\\b', 'do dağ doğ ado'), ['do']);
  assert.deepEqual(found('\\w+', 'Ağrı 9'), ['Ağrı', '9']);
});

test('Latin letters are read as all letters are', () => {
  const letters = fc.constantFrom(...'aZ_9 .-²ªº×÷şğİıəƏŸ');
  const patterns = fc.constantFrom('\\w+', '\\W', '\\b.', '\\B.', '\\d+', '[^\\w]', '\\bə');
  fc.assert(
    fc.property(fc.array(letters), patterns, (text, pattern) => {
      const latin = text.join('');
      // A Greek letter at the end makes the text one of any letters.
      const read = (end: string) =>
        compilePattern(pattern)
          .matches(latin + end)
          .filter((match) => match.end < latin.length)
          .map((match) => [match.start, match.text]);
      assert.deepEqual(read(' .'), read(' ω'));
    }),
  );
});

test('inline flags hold to the end of their group', () => {
  assert.deepEqual(found('(?i)one|two', 'ONE Two'), ['ONE', 'Two']);
  assert.deepEqual(found('(?:(?i)one)|two', 'ONE Two two'), ['ONE', 'two']);
  assert.deepEqual(found('(?i)a(?-i)b', 'Ab AB ab'), ['Ab', 'ab']);
  assert.deepEqual(found('(?i:x)y', 'Xy XY'), ['Xy']);
});

test('named groups come after all others, and may be referred to', () => {
  const [match] = compilePattern('(?P<word>\\w+) (and) \\k<word>').matches('cat and cat');
  assert.equal(match?.groups[1], 'and');
  assert.equal(match?.groups[2], 'cat');
  assert.deepEqual(found("(?'a'x)\\k'a'", 'xx x'), ['xx']);
});

test('look-around, classes, escapes and anchors are translated', () => {
  assert.deepEqual(found('(?<![$€])\\b\\d+(?! ?%)\\b', '$5 7 8%'), ['7']);
  assert.deepEqual(found('[[:alpha:]_-]+', 'ab-c_1'), ['ab-c_']);
  assert.deepEqual(found('\\x41\\u0042\\-', 'AB-'), ['AB-']);
  assert.deepEqual(found('\\p{Lu}\\p{IsGreek}', 'Aα AB'), ['Aα']);
  assert.deepEqual(found('(?m)^\\w', 'a\nb'), ['a', 'b']);
  assert.deepEqual(found('^\\w', 'a\nb'), ['a']);
  assert.deepEqual(found('\\w$', 'a\nb\n'), ['b']);
});

test('what is malformed or unknown is refused with its place', () => {
  for (const [source, at] of [
    ['a(b', 1],
    ['a)', 1],
    ['[a', 0],
    ['*a', 0],
    ['(?>a)', 0],
    ['\\p{Nothing}', 0],
    ['[z-a]', 2],
  ] as const)
    assert.throws(
      () => compilePattern(source),
      (error) => error instanceof PatternError && error.at === at,
      source,
    );
});

test('patterns that backtrack without end run on the linear engine', () => {
  for (const source of ['(a+)+b', '(a|a)*b', '(a*)*b', '(?:\\w+\\s?)+x', '(?:a|ab|b)*c', '(.*)*x', '\\s*\\s*\\s*x']) {
    assert.equal(compilePattern(source).engine, 'linear', source);
    assert.deepEqual(found(source, 'a'.repeat(5000)), [], source);
  }
});

test('a loop is not refused for holding another that reads other characters', () => {
  for (const source of ['(?:\\S+\\s+){40}\\S+', '(?:[^,]+,){1,}\\s\\w+', '(?:a|ab)*c', '(?: [A-Z][a-z]+)+', '[^“”]+”'])
    assert.equal(compilePattern(source).engine, 'v8', source);
});

test('a dangerous pattern with look-around is refused with the reason', () => {
  assert.throws(() => compilePattern('(a+)+(?=b)'), /very long.*linear engine/);
});

test('a literal required of a pattern stands in each text that it matches in', () => {
  const parts = fc.constantFrom(
    ...['ab', '[cd]', 'e?', '(?:fg|h)', '(?:ij)+', 'k*', '(?:lm|n?)', '\\b', '(?i:Ab)', '(?:a|[Bc]d){2,3}', '\\w', ' '],
    ...['(?<=[ab]|cd)', '(?=fg|[hi]j?)', '(?<!\\w)', '(?!\\w)', '(?<!a)', '[,.]', 'İ', '(a)\\1', '(?:e(?= )|f) ?'],
  );
  const letters = fc.constantFrom(...'abcdefghijklmnABİ ,.');
  fc.assert(
    fc.property(
      fc.uniqueArray(parts, { minLength: 1, maxLength: 6 }),
      fc.string({ unit: letters, maxLength: 40 }),
      fc.boolean(),
      (list, text, i) => {
        const pattern = compilePattern(list.join(''), { i });
        const { literals } = pattern;
        const count = pattern.matches(text).length;
        assert.equal(pattern.count(text), count);
        if (!literals || count === 0) return;
        const read = literals.ignoreCase ? foldCase(text) : text;
        // An edge stands where not both sides are letters or figures, of ASCII at least.
        const between = '(?:(?<![a-zA-Z0-9])|(?![a-zA-Z0-9]))';
        const asPattern = (literal: string) =>
          new RegExp(literal.replaceAll(/[.*+?^$()[\]{}|]/g, '\\$&').replaceAll(edge, between), 'u');
        assert.ok(
          literals.texts.some((literal) => asPattern(literal).test(read)),
          `${pattern.source} in ${text}`,
        );
      },
    ),
    runs(2000),
  );
});

test('neighbours required of a pattern stand in each text that it matches in', () => {
  const parts = fc.constantFrom(
    ...['ab', '[cd,]', 'e?', '(?:fg|\\.)', '(?: ?,)+', 'k*', '(?i:l)', '(?<=[a-f“])', '(?=[”\\d]|$)', '(?=\\p{Lu})'],
    ...['\\b', '\\s', '[^a]', '.', '\\p{Ll}{2}', '(a)\\1', '(?!b)', '“[^”]*”', '$'],
  );
  const letters = fc.constantFrom(...'abcdefgkl K.,;1“”«\n\u00a0éÉİſK😀');
  fc.assert(
    fc.property(
      fc.uniqueArray(parts, { minLength: 1, maxLength: 6 }),
      fc.string({ unit: letters, maxLength: 30 }),
      fc.boolean(),
      (list, text, i) => {
        const pattern = compilePattern(list.join(''), { i });
        if (!pattern.neighbours || pattern.matches(text).length === 0) return;
        const there = new Set<number>();
        for (let at = 1; at < text.length; at++)
          there.add(classOf(text.charCodeAt(at - 1)) * classCount + classOf(text.charCodeAt(at)));
        assert.ok(pattern.neighbours.some((pair) => there.has(pair)));
      },
    ),
    runs(2000),
  );
});

test('marks required of a pattern stand in each text that it matches in', () => {
  const parts = fc.constantFrom(
    ...['“', '”', '"', ',+', '[",]', '(?:,|”)', '(?:“[^”]*”)?', '(?:""|“”){1,2}', 'a', '\\s?', '[^“]', '.', '[",.”]'],
    ...[
      '(?<=“)',
      '(?<=“.{0,3},)',
      '(?=”)',
      '(?=.*[,”])',
      '(?!”)',
      '(?<!,)',
      '(?:(?<=")[“,]|,(?=”.*“))',
      '(“)\\1',
      '^',
      '$',
    ],
  );
  const letters = fc.constantFrom(...'“”",a \n');
  fc.assert(
    fc.property(
      fc.array(parts, { minLength: 1, maxLength: 5 }),
      fc.array(fc.string({ unit: letters, maxLength: 12 })),
      fc.boolean(),
      (list, texts, isChoice) => {
        const pattern = compileUnlessRefused(list.join(isChoice ? '|' : ''));
        const { marks } = pattern ?? {};
        if (!pattern || !marks) return;
        for (const text of texts)
          if (pattern.test(text)) assert.ok(holdsMarks(text, marks), `${pattern.source} in ${text}, ${marks}`);
      },
    ),
    runs(4000),
  );
});

test('a quotation in a quotation needs two marks of each kind, or two straight ones', () => {
  const { marks } = compilePattern('(?<=“[^“”]+\\s)“[^“”]+”(?=[^“”]+”)|(?<=“[^“”]+\\s)"[^“”"]+"(?=[^“”]+”)');
  assert.deepEqual(marks, ['””““', '""”“']);
  assert.equal(compilePattern('(?<=“)a').marks, undefined);
});

/** Undefined for a pattern that no engine may run: another test says which. */
function compileUnlessRefused(source: string): Pattern | undefined {
  try {
    return compilePattern(source);
  } catch (error) {
    if (error instanceof PatternError) return undefined;
    throw error;
  }
}

test('a pattern matches as JavaScript’s own where the two agree', () => {
  const parts = fc.constantFrom('a', 'b?', '[ab]+', '(?:ab|c)', 'c*?', '\\w', '\\b', '(?=a)', 'a{2,3}', '.');
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 5 }), fc.stringMatching(/^[abc ]{0,30}$/), (list, text) => {
      const source = list.join('');
      const ours = compileUnlessRefused(source);
      fc.pre(ours?.engine === 'v8');
      assert.deepEqual(
        ours?.matches(text).map((match) => match.text),
        [...text.matchAll(new RegExp(source, 'g'))].map(([whole]) => whole),
      );
    }),
  );
});

test('loops are counted through branches, short repetitions and what is looked at', () => {
  for (const pattern of ['(?: +.+){2}x', '(?:a+|b)(?:a+|c)d', '\\w*\\w*!'])
    assert.equal(compilePattern(pattern).engine, 'linear', pattern);
  for (const pattern of ['\\p{L}+ \\p{L}+ly', '(?:\\p{L}+ ){0,3}end', '(?<=“[^”]{1,80})”', '.*foo.*bar'])
    assert.equal(compilePattern(pattern).engine, 'v8', pattern);
  assert.throws(() => compilePattern('a+a*(?=a+b)'), /3 loops in a row/);
  assert.throws(() => compilePattern('([^b]{3}\\s*\\d+?|a{0,12}){1,30}'), /too large/);
});

test('a text as no prose is goes through a pattern in short pieces, and matches are found in each', () => {
  const marks = compilePattern('\\W*?\\p{Lu}').matches(`${'“'.repeat(10_000)}A${'“'.repeat(10_000)}B`);
  assert.deepEqual(
    marks.map(({ end }) => end),
    [10_001, 20_002],
  );
  const lines = `${'-'.repeat(500)}\nA foo.\n`.repeat(20);
  assert.equal(compilePattern('\\bfoo\\b').matches(lines).length, 20);
  assert.equal(compilePattern('\\bword\\b').matches('word '.repeat(3000)).length, 3000);
});

test('a loop that is begun anew at each place of a text is so in short pieces only', ({ mock }) => {
  /** The longest text that V8 is given at once: so far may a loop read on from each place of it. */
  const longestRead = (source: string, text: string) => {
    const pattern = compilePattern(source);
    const { mock: runs } = mock.method(RegExp.prototype, 'exec');
    pattern.matches(text);
    runs.restore();
    // What tells how a text is to be read is not global.
    const ofPattern = runs.calls.filter(({ this: regex }) => regex instanceof RegExp && regex.global);
    return Math.max(...ofPattern.map(({ arguments: [piece] }) => piece.length));
  };
  const texts = [
    'the '.repeat(2500),
    '“”'.repeat(5000),
    'He said that it would rain. “So be it,” she said. '.repeat(200),
  ];
  for (const [longest, ...sources] of [
    [
      // From word to word.
      500,
      '(?:\\s|\\w){2,}the+?(?:ab|a){1,400}',
      '(?:\\w+\\s)+\\b{3}(?<!(?:\\s|\\w))',
      '\\w[\\w ]*foo',
      '.*foo',
      '(?s).*foo',
      '(?m)\\b(?:[^.]*\\bfoo)\\b',
      '(?=[^.]*x)\\b',
    ],
    // Two loops that read the same.
    [100, '.{2,}(?=[^.]*x)'],
    // From mark to mark, and behind a letter in rounds of several signs.
    [2000, '\\W*?\\p{Lu}x', 't(?:[hi] |e t){1,200}x'],
  ] as const)
    for (const source of sources)
      for (const text of texts) {
        const read = longestRead(source, text);
        assert.ok(read > 0 && read <= longest, `${source}: ${read} signs of ${text.slice(0, 9)}`);
      }
});
