import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPack } from '../../src/style/index.ts';
import { fillSaid, said } from '../../src/text/index.ts';

const load = (text: string, path = 'House/Rule.yml') => loadPack([{ path, text }]);

test('a Vale rule is named by its folder and file', () => {
  const { pack, problems } = load('extends: existence\nmessage: Not %s\ntokens: [foo]');
  assert.deepEqual(problems, []);
  assert.equal(pack.rules[0]?.id, 'House.Rule');
  assert.equal(pack.rules[0]?.level, 'warning');
  assert.deepEqual(pack.rules[0]?.scope, ['text']);
  assert.equal(pack.vale, true);
});

test('keys stand in any case, lone values count as lists, numbers as texts', () => {
  const { pack, problems } = load('Extends: existence\nMessage: m\nTokens: 42\nIgnoreCase: Yes\nscope: heading');
  assert.deepEqual(problems, []);
  assert.deepEqual(pack.rules[0]?.tokens, ['42']);
  assert.equal(pack.rules[0]?.ignorecase, true);
});

test('a YAML fault is told at its line and column, and the other files hold', () => {
  const { pack, problems } = loadPack([
    { path: 'House/Bad.yml', text: 'extends: existence\nmessage: "open\ntokens: [a]' },
    { path: 'House/Good.yml', text: 'extends: existence\nmessage: m\ntokens: [a]' },
  ]);
  assert.deepEqual(
    pack.rules.map(({ id }) => id),
    ['House.Good'],
  );
  assert.equal(problems[0]?.file, 'House/Bad.yml');
  assert.ok((problems[0]?.line ?? 0) > 1);
});

test('one bad pattern among others is told, and the others hold', () => {
  const { pack, problems } = load("extends: existence\nmessage: m\ntokens:\n  - good\n  - '(bad'");
  assert.deepEqual(pack.rules[0]?.tokens, ['good']);
  assert.match(fillSaid(problems[0]?.message ?? said``), /\(bad/);
  assert.equal(problems[0]?.line, 5);
});

test('what is missing or unknown is told', () => {
  for (const [text, message] of [
    ['message: m', /“extends” is missing/],
    ['extends: existance\nmessage: m', /“existance” is not a kind/],
    ['extends: existence\ntokens: [a]', /“message” is missing/],
    ['extends: substitution\nmessage: m', /“swap” is missing/],
    ['extends: existence\nmessage: m\ntokens: [a]\nlevel: fatal', /“level” is one of/],
    ['extends: existence\nmessage: m\ntokens: [a]\ntoken: b', /“token”: did you mean “tokens”/],
    ['extends: existence\nmessage: m\ntokens: [a]\nformula: b', /“formula” means nothing/],
    ['extends: existence\nmessage: m\ntokens: [a]\nexamples: [{bat: a}]', /“bat”: did you mean “bad”/],
    ['extends: existence\nmessage: m\ntokens: [a*]', /empty text/],
    ['- a list', /A rule is a map/],
  ] as const)
    assert.match(fillSaid(load(text).problems[0]?.message ?? said``), message, text);
});

test('what cannot run is listed with the reason', () => {
  assert.deepEqual(
    [
      'extends: script\nmessage: m\nscript: x',
      'extends: spelling\nmessage: m\ndic: x.dic',
      'extends: spelling\nmessage: m\ndictionaries: [fr_FR]',
      'extends: sequence\nmessage: m\ntokens:\n  - upos: NOUN',
      'extends: Other.Rule\nlevel: error',
    ].map((text) => load(text).unsupported.map(({ rule }) => rule)),
    Array.from({ length: 5 }, () => ['House.Rule']),
  );
});
