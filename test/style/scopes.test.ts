import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import type { MatcherOptions, PackFile } from '../../src/style/index.ts';
import { compilePacks, loadPack } from '../../src/style/index.ts';
import { fillSaid, said } from '../../src/text/index.ts';

/** `line:column:message` of what the rules of one Vale pack find in a file, through the whole desk. */
function alerts(
  source: string,
  rules: Record<string, string>,
  options: MatcherOptions = {},
  path = 'a.md',
  more: readonly PackFile[] = [],
): string[] {
  const files = Object.entries(rules).map(([name, text]) => ({ path: `P/${name}.yml`, text }));
  const { pack, problems } = loadPack([...files, ...more], { name: 'P' });
  assert.deepEqual(problems, []);
  const packs = compilePacks([pack], options);
  assert.deepEqual(packs.problems, []);
  const desk = createDesk({ ...defaultSettings(nodeAssets), packs }, { assets: nodeAssets });
  return desk
    .open({ path, source })
    .check()
    .messages.filter(({ ruleId }) => ruleId.startsWith('P.'))
    .map(({ place, reason }) => `${place.start.line}:${place.start.column}:${reason}`);
}

const find = (scope: string, tokens = 'foo') => `extends: existence\nmessage: m\nscope: ${scope}\ntokens: [${tokens}]`;

test('links, strong and emphasised words and code have scopes of their own', () => {
  const source =
    'A foo, a [foo](https://a.example), **foo**, *foo* and `foo`.\n\nAnd `x` [more *foo*][1].\n\n[1]: /a\n';
  for (const [scope, expected] of [
    ['link', ['1:11:m', '3:16:m']],
    ['strong', ['1:38:m']],
    ['emphasis', ['1:46:m', '3:16:m']],
    ['code', ['1:56:m']],
    ['text', ['1:3:m', '1:11:m', '1:38:m', '1:46:m', '3:16:m']],
  ] as const)
    assert.deepEqual(alerts(source, { A: find(scope) }), expected, scope);
  const html = '<p><b>foo</b> and <a href="/x">foo</a></p>';
  assert.deepEqual(alerts(html, { A: find('strong') }, {}, 'a.html'), ['1:7:m']);
  assert.deepEqual(alerts(html, { A: find('link') }, {}, 'a.html'), ['1:32:m']);
});

test('what a scope leaves out it leaves out of links in it, too', () => {
  const source = '# A *foo* foo\n\n> A foo.\n\n- A foo.\n\nA foo.\n';
  assert.deepEqual(alerts(source, { A: find('~heading') }), ['3:5:m', '5:5:m', '7:3:m']);
  assert.deepEqual(alerts(source, { A: find('~blockquote & ~heading') }), ['5:5:m', '7:3:m']);
  assert.deepEqual(alerts(source, { A: find('text & ~list & ~heading.h1') }), ['3:5:m', '7:3:m']);
  assert.deepEqual(alerts(source, { A: find('[heading, list]') }), ['1:6:m', '1:11:m', '5:5:m']);
});

test('cells and the heads of their columns are told apart', () => {
  const table = '| foo | b |\n| --- | - |\n| foo | c |\n';
  assert.deepEqual(alerts(table, { A: find('table.header') }), ['1:3:m']);
  assert.deepEqual(alerts(table, { A: find('table.cell') }), ['3:3:m']);
  assert.deepEqual(alerts('<table><tr><th>foo<td>foo</table>', { A: find('table.header') }, {}, 'a.html'), ['1:16:m']);
});

test('a rule may read only names, or all but names', () => {
  const source = 'Colonel Ali Hasanov met Hasanov of Georgia at the Hasanov plant, a friend said.\n';
  assert.deepEqual(alerts(source, { A: find('rank', 'Colonel, friend') }), ['1:1:m']);
  assert.deepEqual(alerts(source, { A: find('place', 'Georgia, Colonel') }), ['1:36:m']);
  assert.deepEqual(alerts(source, { A: find('text & ~person', 'Ali, plant') }), ['1:59:m']);
});

test('what is missing is said of the article, once', () => {
  const rule = 'extends: occurrence\nmessage: m\nmin: 1\ntoken: foo';
  assert.deepEqual(alerts('One.\n\nTwo.\n', { A: rule }), ['1:1:m']);
});

test('the summary is all of the prose', () => {
  const rule = 'extends: occurrence\nmessage: m\nscope: summary\nmax: 2\ntoken: foo';
  assert.deepEqual(alerts('A foo.\n\n- foo\n\nA foo.\n', { A: rule }), ['1:3:m']);
  assert.deepEqual(alerts('A foo.\n\n# foo\n\nA foo.\n', { A: rule }), []);
});

test('Vale’s comments switch off all, a style, a rule, or a rule for one match', () => {
  const rules = { A: find('text', 'foo, bar') };
  const between = (off: string, on: string) =>
    alerts(`<!-- vale ${off} -->\n\nfoo bar\n\n<!-- vale ${on} -->\n\nfoo\n`, rules);
  assert.deepEqual(between('off', 'on'), ['7:1:m']);
  assert.deepEqual(between('P.A = NO', 'P.A = YES'), ['7:1:m']);
  assert.deepEqual(between('P = NO', 'P = YES'), ['7:1:m']);
  assert.deepEqual(between('P.A["foo"] = NO', 'P.A["foo"] = YES'), ['3:5:m', '7:1:m']);
  assert.deepEqual(between('P.B = NO', 'P.B = YES'), ['3:1:m', '3:5:m', '7:1:m']);
  const within = 'foo\n<!-- vale P.A = NO -->\nfoo\n<!-- vale P.A = YES -->\nfoo\n';
  assert.deepEqual(alerts(`- a\n      ${within.replaceAll('\n', '\n      ')}`, rules), ['2:7:m', '6:7:m']);
});

test('a metric may count what other rules said', () => {
  const rules = {
    A: find('text', 'foo'),
    B: 'extends: metric\nmessage: m %s\nformula: check["P.A"] * 2\ncondition: "> 3"\n',
  };
  assert.deepEqual(alerts('foo, foo\n', rules), ['1:1:m 4.00', '1:1:m', '1:6:m']);
  assert.deepEqual(alerts('foo\n', rules), ['1:1:m']);
});

test('headings, list items and quotations are made of sentences, too', () => {
  assert.deepEqual(alerts('# A foo\n\n- B foo\n\n> C foo\n', { A: find('sentence', 'foo') }), [
    '1:5:m',
    '3:5:m',
    '5:5:m',
  ]);
});

test('words are spelt with Vale’s filters, a pack’s own and its word list', () => {
  const isSpelled = (word: string) => ['The', 'the', 'house', "house's"].includes(word);
  const spell = (extra: string, source: string) =>
    alerts(source, { A: `extends: spelling\nmessage: "'%s'?"\n${extra}` }, { isSpelled, accept: ['Baku'] });
  assert.deepEqual(spell('', "The house's hause, (“tha”) NATO, MacBook and `xx` x2 Baku.\n"), [
    "1:13:'hause'?",
    "1:22:'tha'?",
    "1:42:'and'?",
  ]);
  assert.deepEqual(spell('filters: [ha.*]', 'hause tha\n'), []);
  assert.deepEqual(spell('exceptions: [tha]', 'hause tha\n'), ["1:1:'hause'?"]);
  assert.deepEqual(spell('custom: true', 'x2\n'), ["1:1:'x2'?"]);
  const { pack } = loadPack([
    { path: 'S/P/A.yml', text: 'extends: spelling\nmessage: m\nignore: P/lists/words.txt' },
    { path: 'S/P/lists/words.txt', text: '# remark\nhause\n' },
  ]);
  assert.deepEqual(pack.rules[0]?.words, ['hause']);
});

test('a sequence follows words, skips some and may ask for parts of speech', () => {
  const tagger = (words: readonly string[]) => words.map((word) => (/est$/.test(word) ? 'JJS' : 'NN'));
  const rule = (tokens: string) => ({ A: `extends: sequence\nmessage: "%s/%s"\ntokens:\n${tokens}` });
  const idiom = '  - tag: JJS\n    skip: 3\n  - pattern: of\n  - pattern: all\n  - pattern: times\n';
  assert.deepEqual(alerts('It is the greatest man of all times.\n', rule(idiom), { tagger }), ['1:11:greatest/man']);
  assert.deepEqual(alerts('A man of all times.\n', rule(idiom), { tagger }), []);
  const words = "  - pattern: do\n  - pattern: n't|not\n  - pattern: yet\n    negate: true\n";
  assert.deepEqual(alerts("They don't go, they don't yet.\n", rule(words)), ["1:6:do/n't"]);
  const { pack } = loadPack([{ path: 'P/A.yml', text: rule(idiom).A }]);
  assert.match(fillSaid(compilePacks([pack]).problems[0]?.message ?? said``), /parts of speech/);
});

test('a rule holds from day to day', () => {
  const rule = { A: `${find('text')}\nsince: 2026-03-01\nuntil: 2026-03-31` };
  for (const [today, count] of [
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ] as const)
    assert.equal(alerts('foo\n', rule, { today }).length, count, today);
  assert.equal(alerts('foo\n', rule).length, 1);
});

test('what confirms is off until it is named, and no more than a hint', () => {
  const { pack } = loadPack([{ path: 'P/A.yml', text: `${find('text')}\nconfirm: true\nlevel: error` }]);
  assert.equal(compilePacks([pack]).rules.length, 0);
  assert.equal(compilePacks([pack], { levels: new Map([['P', 'on']]) }).rules.length, 0);
  assert.equal(compilePacks([pack], { levels: new Map([['P.A', 'error']]) }).rules[0]?.level, 'hint');
});

test('a measure of ours reads the part of the article that its scope names, or each paragraph; Vale’s the whole', () => {
  const source = '# One two three\n\nOne two. Three.\n\n> One two three four.\n\nOne two three four five.\n';
  const words = (scope: string) => ({
    A: `extends: metric\nmessage: "%s words"\nformula: words\ncondition: "> 0"\nscope: ${scope}\nlanguages: []`,
  });
  const own = (scope: string) => alerts(source, words(scope), {}, 'a.md', [{ path: 'P/pack.yaml', text: 'name: P' }]);
  assert.deepEqual(own('heading'), ['1:1:3.00 words']);
  assert.deepEqual(own('blockquote'), ['1:1:4.00 words']);
  assert.deepEqual(own('text & ~blockquote & ~heading'), ['1:1:8.00 words']);
  assert.deepEqual(own('paragraph'), ['3:1:3.00 words', '7:1:5.00 words']);
  assert.deepEqual(own('text'), ['1:1:12.00 words']);
  assert.deepEqual(alerts(source, words('paragraph')), ['1:1:12.00 words']);
});
