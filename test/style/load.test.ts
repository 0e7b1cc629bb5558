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
      'extends: sequence\nmessage: m\ntokens:\n  - upos: NOUN',
      'extends: Other.Rule\nlevel: error',
      'extends: Vale.Spelling\nlevel: error',
      'extends: House.Rule\nlevel: error',
    ].map((text) => load(text).unsupported.map(({ reason }) => fillSaid(reason).slice(0, 30))),
    [
      ['Tengo scripts are programs, and'.slice(0, 30)],
      ['its steps ask for universal parts'.slice(0, 30)],
      ['it builds on the rule Other.Rule'.slice(0, 30)],
      ['it builds on Vale.Spelling, which'.slice(0, 30)],
      ['it builds on itself: House.Rule'.slice(0, 30)],
    ],
  );
});

test('a rule builds on another one: keys replace, add and take out', () => {
  const files = [
    { path: 'House/Base.yml', text: 'extends: existence\nmessage: base\nlevel: error\ntokens: [foo, bar]\n' },
    { path: 'House/Child.yml', text: 'extends: House.Base\nmessage: child\ntokens+: [baz]\ntokens-: [foo]\n' },
    { path: 'House/Grand.yml', text: 'extends: House.Child\nTokens: [qux]\nscope: heading\n' },
    { path: 'House/Swap.yml', text: 'extends: substitution\nmessage: s\nswap: {a: b, c: d}\n' },
    { path: 'House/Swap2.yml', text: 'extends: House.Swap\nswap+: {a: e, f: g}\nswap-: [c]\n' },
  ];
  const { pack, problems, unsupported } = loadPack(files);
  assert.deepEqual([problems, unsupported], [[], []]);
  const rule = (id: string) => pack.rules.find((one) => one.id === `House.${id}`);
  assert.deepEqual(rule('Child')?.tokens, ['bar', 'baz']);
  assert.deepEqual(
    [rule('Child')?.kind, rule('Child')?.message, rule('Child')?.level],
    ['existence', 'child', 'error'],
  );
  assert.deepEqual(
    [rule('Grand')?.tokens, rule('Grand')?.scope, rule('Grand')?.message],
    [['qux'], ['heading'], 'child'],
  );
  assert.deepEqual(rule('Swap2')?.swap, [
    ['a', 'e'],
    ['f', 'g'],
  ]);
  assert.deepEqual(rule('Base')?.tokens, ['foo', 'bar']);
});

test('what is wrong in a parent is told where the child names it', () => {
  const { problems } = loadPack([{ path: 'House/Child.yml', text: 'message: m\nextends: Other.Base\nscope: text\n' }], {
    beside: [
      { path: 'styles/Other/Base.yml', text: "\n\n\n\nextends: existence\nmessage: b\ntokens: ['(bad', good]\n" },
    ],
  });
  assert.deepEqual(
    problems.map(({ file, line }) => [file, line]),
    [['House/Child.yml', 1]],
  );
});

test('a rule in a subfolder is named by its way, and what rules ask for besides is told', () => {
  const rule = 'extends: existence\nmessage: m\ntokens: [a]\n';
  const { pack, wants } = loadPack([
    { path: 'styles/House/Lists/Length.yml', text: rule },
    { path: 'styles/House/Terms.yml', text: rule },
    { path: 'styles/House/Lists/Deep/Mark.yml', text: 'extends: Std.Grammar.Mark\n' },
    { path: 'styles/House/Spell.yml', text: 'extends: spelling\nmessage: m\nignore: words.txt\n' },
  ]);
  assert.equal(pack.name, 'House');
  assert.deepEqual(
    pack.rules.map(({ id }) => id),
    ['House.Lists.Length', 'House.Spell', 'House.Terms'],
  );
  assert.deepEqual(wants, ['Std/Grammar/Mark.yml', 'words.txt']);
});

test('a rule of spelling names dictionaries that ship, and Hunspell files of its own', () => {
  const said = (more: string) => {
    const [rule] = load(`extends: spelling\nmessage: m\n${more}`).pack.rules;
    return [rule?.dictionaries, rule?.hunspell.map(({ dic, aff }) => `${dic} ${aff}`)];
  };
  assert.deepEqual(said(''), [['en-US'], []]);
  assert.deepEqual(said('dictionaries: [en_GB, tr]'), [['en-GB', 'tr'], []]);
  assert.deepEqual(said('dic: dict/desk.dic\naff: dict/en.aff'), [[], ['dict/desk.dic dict/en.aff']]);
  assert.deepEqual(said('dic: desk.dic\nappend: true'), [['en-US'], ['desk.dic desk.aff']]);
  assert.deepEqual(said('dictionaries: [fr_FR, en_GB]\ndicpath: dict/'), [
    [],
    ['dict/fr_FR.dic dict/fr_FR.aff', 'dict/en_GB.dic dict/en_GB.aff'],
  ]);
  assert.deepEqual(said('dictionaries: [fr_FR]\nappend: yes'), [['en-US'], ['fr_FR.dic fr_FR.aff']]);
});
