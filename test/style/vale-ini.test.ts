import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseForFile, readValeIni, readVocabulary } from '../../src/style/index.ts';

const config = readValeIni(`StylesPath = styles
MinAlertLevel = loud # a remark
Vocab = Team, Desk

[formats]
article = md

[*.{md,txt}]
BasedOnStyles = Vale, House
House.Rule = NO
Other.Rule = error
TokenIgnores = (\\$+[^\\n$]+\\$+), \\
  (\\{[^}]+\\})

[stories/*.md]
House = NO
NoSuchKey = 1
`);

test('keys, sections, carried lines and formats', () => {
  assert.equal(config.stylesPath, 'styles');
  assert.deepEqual(config.vocab, ['Team', 'Desk']);
  assert.deepEqual([...config.formats], [['article', 'md']]);
  assert.deepEqual(
    config.sections.map(({ glob }) => glob),
    ['*.{md,txt}', 'stories/*.md'],
  );
  assert.deepEqual(config.sections[0]?.tokenIgnores, ['(\\$+[^\\n$]+\\$+)', '(\\{[^}]+\\})']);
});

test('what is wrong is told at its line', () => {
  assert.deepEqual(
    config.problems.map(({ line, severity }) => `${line} ${severity}`),
    ['2 error', '17 warning'],
  );
});

test('sections that take a file are laid over one another', () => {
  const choice = chooseForFile(config, (glob) => glob === '*.{md,txt}');
  assert.deepEqual(choice.styles, ['Vale', 'House']);
  assert.deepEqual(choice.needed, ['Vale', 'House', 'Other']);
  assert.equal(choice.levels.get('House.Rule'), 'off');
  assert.equal(choice.levels.get('Other.Rule'), 'error');
  assert.equal(chooseForFile(config, () => false).styles.length, 0);
});

test('commas part patterns but for those of quantifiers and those escaped', () => {
  const { global } = readValeIni('TokenIgnores = a{2,3}, b{2\\,}c,d[,e]\n');
  assert.deepEqual(global.tokenIgnores, ['a{2,3}', 'b{2,}c', 'd[,e]']);
});

test('remarks end a value, a key that stands again adds to it, OFF is NO, and tools’ own sections are passed over', () => {
  const { minAlertLevel, global, sections, problems } = readValeIni(`MinAlertLevel = error ; or warning
Packages = Google
IgnoredScopes = code, tt
TokenIgnores = a#b
TokenIgnores = c
[asciidoctor]
experimental = YES
[*.md]
BasedOnStyles = Vale
BasedOnStyles = House # ours
House.Rule = OFF # not here
House.Other = whatever
`);
  assert.equal(minAlertLevel, 'error');
  assert.deepEqual(global.tokenIgnores, ['a#b', 'c']);
  assert.deepEqual(sections[0]?.basedOnStyles, ['Vale', 'House']);
  assert.deepEqual(
    [...(sections[0]?.rules ?? [])],
    [
      ['House.Rule', 'off'],
      ['House.Other', 'off'],
    ],
  );
  assert.deepEqual(
    problems.map(({ line }) => line),
    [12],
  );
});

test('a vocabulary is a word a line', () => {
  assert.deepEqual(readVocabulary('\uFEFFBaku\r\n\n# remark\n[Gg]it\n'), ['Baku', '[Gg]it']);
});
