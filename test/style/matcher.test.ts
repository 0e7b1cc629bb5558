import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockRole } from '../../src/article/index.ts';
import { createVocabulary, parseBlock } from '../../src/language/index.ts';
import type { MatcherOptions } from '../../src/style/index.ts';
import { compilePacks, loadPack, makeValeStyle } from '../../src/style/index.ts';
import { indexTerms } from '../../src/style/terms.ts';
import { shiftMap } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

const vocabulary = createVocabulary((word) => word.toLowerCase());

function parse(text: string, role: BlockRole = 'paragraph', opaque: { start: number; end: number }[] = []) {
  return parseBlock(
    { role, text, map: shiftMap(0), start: 0, end: text.length, datelineEnd: 0, opaque },
    text,
    vocabulary,
  );
}

/** `start:matched:message` of every hit of one Vale rule in paragraphs. */
function hits(
  rule: string,
  texts: string | string[],
  options: MatcherOptions = {},
  role: BlockRole = 'paragraph',
): string[] {
  const { pack, problems } = loadPack([{ path: 'P/R.yml', text: rule }]);
  assert.deepEqual(problems, []);
  const matcher = compilePacks([pack], options);
  assert.deepEqual(matcher.problems, []);
  const list = [texts].flat();
  return matcher
    .weigh(
      list.map((text, block) => ({ ...matcher.match(parse(text, role), {}, 'md'), block })),
      0,
    )
    .map(({ block, hit }) => `${hit.start}:${list[block]?.slice(hit.start, hit.end) ?? ''}:${hit.message}`);
}

test('existence: words by their edges, listed order, case as told', () => {
  const rule = 'extends: existence\nmessage: "No \'%s\'"\ntokens: [very good, very]';
  assert.deepEqual(hits(rule, 'very, very good everyday Very'), ["0:very:No 'very'", "6:very good:No 'very good'"]);
  assert.deepEqual(hits(`${rule}\nignorecase: true`, 'Very'), ["0:Very:No 'Very'"]);
  assert.deepEqual(hits("extends: existence\nmessage: m\nnonword: true\ntokens: ['er']", 'every'), ['2:er:m']);
  assert.deepEqual(
    hits("extends: existence\nmessage: '%s'\nraw: ['\\b(?:is|was) ']\ntokens: ['\\w+ed']", 'it was opened'),
    ['3:was opened:was opened'],
  );
});

test('a phrase of Vale’s has single spaces; one of ours any white space', () => {
  assert.deepEqual(hits('extends: existence\nmessage: m\ntokens: [in order]', 'in  order in\norder'), []);
  const { pack } = loadPack([
    { path: 'o/pack.yaml', text: 'name: o' },
    { path: 'o/a.yaml', text: 'extends: existence\nmessage: m\ntokens: [in order]' },
  ]);
  const matcher = compilePacks([pack]);
  assert.equal(matcher.match({ ...parse('in  order in\norder'), language: 'en' }, {}, 'md').hits.length, 2);
});

test('exceptions and vocabulary let words and phrases stand', () => {
  const rule = 'extends: existence\nmessage: m\ntokens: [mea, foo]\nexceptions: [mea culpa]';
  assert.deepEqual(hits(rule, 'mea culpa, mea'), ['11:mea:m']);
  assert.deepEqual(hits(rule, 'foo', { accept: ['foo'] }), []);
  assert.deepEqual(hits(`${rule}\nvocab: false`, 'foo', { accept: ['foo'] }), ['0:foo:m']);
});

test('substitution: the longest key, groups, options, no hit for the right form', () => {
  const rule =
    "extends: substitution\nmessage: \"Use '%s' not '%s'\"\nignorecase: true\nswap:\n  e-mail: email\n  e-mail list: mailing list";
  assert.deepEqual(hits(rule, 'An E-mail list'), ["3:E-mail list:Use 'mailing list' not 'E-mail list'"]);
  assert.deepEqual(
    hits(
      "extends: substitution\nmessage: \"Use '%s' not '%s'\"\naction: {name: replace}\nswap: {cell ?phone: phone|mobile}",
      'my cellphone',
    ),
    ["3:cellphone:Use 'phone' or 'mobile' not 'cellphone'"],
  );
  assert.deepEqual(hits("extends: substitution\nmessage: '%s %s'\nswap:\n  '(\\d+)th floor': floor $1", '9th floor'), [
    '0:9th floor:floor 9 9th floor',
  ]);
  assert.deepEqual(
    hits(
      "extends: substitution\nmessage: '%s'\nignorecase: true\nswap: {javascript: JavaScript}",
      'JavaScript javascript',
    ),
    ['11:javascript:JavaScript'],
  );
});

test('occurrence, repetition, consistency, conditional', () => {
  assert.deepEqual(
    hits("extends: occurrence\nmessage: m\nscope: sentence\nmax: 2\ntoken: '\\b\\w+\\b'", 'One two. One two three.'),
    ['9:One:m'],
  );
  assert.deepEqual(
    hits("extends: repetition\nmessage: \"'%s' twice\"\nalpha: true\ntokens: ['[^\\s]+']", 'the the end'),
    ["0:the the:'the' twice"],
  );
  const either = 'extends: consistency\nmessage: m\neither: {advisor: adviser}';
  assert.deepEqual(hits(either, ['an advisor', 'an adviser', 'nobody']), ['3:adviser:m']);
  const acronym =
    "extends: conditional\nmessage: \"Define '%s'\"\nfirst: '\\b([A-Z]{3})\\b'\nsecond: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3})\\)'";
  assert.deepEqual(hits(acronym, ['The World Health Body (WHB) met.', 'WHB and IAE.']), ["8:IAE:Define 'IAE'"]);
});

test('capitalization of headings, title and sentence', () => {
  const heading = (match: string, more = '') =>
    `extends: capitalization\nmessage: "'%s'"\nscope: heading\nmatch: ${match}\n${more}`;
  assert.equal(hits(heading('$sentence'), 'A Big Bold Day', {}, 'headline').length, 1);
  assert.equal(hits(heading('$sentence'), 'A big bold day', {}, 'headline').length, 0);
  assert.equal(hits(heading('$sentence', 'exceptions: [Big Bold]'), 'A Big Bold day', {}, 'headline').length, 0);
  assert.equal(hits(heading('$title', 'style: AP'), 'A Day in the Life of a Town', {}, 'headline').length, 0);
  assert.equal(hits(heading('$title', 'style: AP'), 'a day in the life', {}, 'headline').length, 1);
  assert.equal(hits(heading('$title'), 'a day in the life').length, 0);
});

test('scopes: headings, lists, negation, all parts of one', () => {
  const rule = (scope: string) => `extends: existence\nmessage: m\ntokens: [foo]\nscope: ${scope}`;
  assert.equal(hits(rule('heading.h1'), 'foo', {}, 'headline').length, 1);
  assert.equal(hits(rule('heading.h2'), 'foo', {}, 'headline').length, 0);
  assert.equal(hits(rule('text & ~heading'), 'foo', {}, 'headline').length, 0);
  assert.equal(hits(rule('text & ~heading'), 'foo').length, 1);
  assert.equal(hits(rule('[list, blockquote]'), 'foo', {}, 'quote').length, 1);
  assert.equal(hits(rule('paragraph'), 'foo').length, 1);
  assert.equal(hits(rule('paragraph'), 'foo', {}, 'list-item').length, 0);
});

test('metric and readability speak of the whole article', () => {
  const metric = "extends: metric\nmessage: 'Too long: %s'\nformula: words / sentences\ncondition: '> 3'";
  assert.deepEqual(hits(metric, ['One two three four five.', 'One.']), []);
  assert.deepEqual(hits(metric, ['One two three four five six seven.', 'One.']), ['0::Too long: 4.00']);
  assert.deepEqual(
    hits('extends: readability\nmessage: "Grade %s"\ngrade: 8\nmetrics: [Flesch-Kincaid]', 'See the dog run.'),
    [],
  );
});

test('levels, switches, least level, limit', () => {
  const rule = 'extends: existence\nmessage: m\nlevel: suggestion\ntokens: [foo]';
  assert.equal(hits(rule, 'foo', { minLevel: 'warning' }).length, 0);
  assert.equal(hits(rule, 'foo', { levels: new Map([['P.R', 'off']]) }).length, 0);
  assert.equal(hits(rule, 'foo', { onlyNamed: ['P'] }).length, 0);
  assert.equal(
    hits(rule, 'foo', { onlyNamed: ['P'], levels: new Map([['P.R', 'error']]), minLevel: 'error' }).length,
    1,
  );
  assert.equal(hits(`${rule}\nlimit: 2`, ['foo foo', 'foo']).length, 2);
});

test('code and what the configuration ignores is not read', () => {
  const { pack } = loadPack([{ path: 'P/R.yml', text: 'extends: existence\nmessage: m\ntokens: [foo]' }]);
  assert.equal(
    compilePacks([pack]).match(parse('a foo', 'paragraph', [{ start: 2, end: 5 }]), {}, 'md').hits.length,
    0,
  );
  assert.equal(
    compilePacks([pack], { tokenIgnores: ['\\$[^$]+\\$'] }).match(parse('a $foo$'), {}, 'md').hits.length,
    0,
  );
  assert.deepEqual(
    compilePacks([pack]).ignored('a\n<!-- vale off -->\nfoo\n<!-- vale on -->\n<!-- vale P.R = NO -->'),
    [
      { start: 2, end: 24 },
      { start: 41, end: 63, rule: 'P.R' },
    ],
  );
});

test('the vocabulary makes Vale’s own rules', () => {
  const pack = makeValeStyle(['GitHub'], ['foobar']);
  const matcher = compilePacks([pack]);
  const { hits: found } = matcher.match(parse('github has has a foobar'), {}, 'md');
  assert.deepEqual(found.map(({ rule, message }) => `${rule.id}: ${message}`).sort(), [
    "Vale.Avoid: Avoid using 'foobar'.",
    "Vale.Repetition: 'has' is repeated!",
    "Vale.Terms: Use 'GitHub' instead of 'github'.",
  ]);
});

test('the term index finds what a plain search by word edges finds', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'ğ', 'x-y');
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(
      fc.uniqueArray(phrase, { minLength: 1, maxLength: 6 }),
      fc.array(word, { maxLength: 20 }),
      (terms, words) => {
        const text = words.join(' ');
        const index = indexTerms([{ terms, ignoreCase: false, exactSpaces: true }]);
        const expected = terms.flatMap((term, i) => {
          const edge = '[\\p{L}]';
          const regex = new RegExp(`(?<!${edge})(?=(${term})(?!${edge}))`, 'gu');
          return [...text.matchAll(regex)].map((match) => `${i}:${match.index}`);
        });
        assert.deepEqual(
          index
            .find(text, text)
            .map(({ term, start }) => `${term}:${start}`)
            .sort(),
          expected.sort(),
        );
      },
    ),
  );
});

test('an AP title has a capital «To» before a verb, by the tagger; without one either case will do', () => {
  const rule = 'extends: capitalization\nmessage: "%s → %s"\nscope: heading\nmatch: $title';
  const tagger = (words: readonly string[]) => words.map((word) => (/^(?:paris)$/i.test(word) ? 'NNP' : 'VB'));
  const said = (text: string, options = {}) => hits(rule, text, options, 'headline');
  assert.deepEqual(said('How to Write', { tagger }), ['0:How to Write:How to Write → How To Write']);
  assert.deepEqual(said('How To Write', { tagger }), []);
  assert.deepEqual(said('Road to Paris', { tagger }), []);
  assert.deepEqual(said('How to Write'), []);
  assert.deepEqual(said('How To Write'), []);
});

test('what a heading may have as it is, whatever its case, keeps the spelling that is listed', () => {
  const rule = (more: string) =>
    `extends: capitalization\nmessage: "%s → %s"\nscope: heading\nmatch: $sentence\nexceptions: [macOS, Axon Server]\n${more}`;
  const said = (text: string, more = '') => hits(rule(more), text, {}, 'headline');
  assert.deepEqual(said('New Ways in Macos', 'threshold: 0.9'), [
    '0:New Ways in Macos:New Ways in Macos → New ways in macOS',
  ]);
  assert.deepEqual(said('An Axon Server note', 'threshold: 0.9'), []);
  assert.deepEqual(said('One two three four Five'), []);
});

test('a message of a rule of occurrence may say the count', () => {
  assert.deepEqual(hits("extends: occurrence\nmessage: 'Short (%s)'\nmin: 4\ntoken: '\\w+'", 'One two.'), [
    '0:One:Short (2)',
  ]);
});
