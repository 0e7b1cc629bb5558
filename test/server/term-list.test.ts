import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfigFile } from '../../src/config/index.ts';
import { nameList } from '../../src/server/actions/new-list.ts';
import { addFirstTerm, addTerm } from '../../src/server/actions/term-list.ts';
import { applyTextEdits } from './client.ts';

type Add = (file: string, text: string) => ReturnType<typeof addTerm>;
const added = (add: Add, file: string, text: string) => {
  const edits = add(file, text);
  return edits && applyTextEdits(text, edits);
};
const kelp: Add = (file, text) => addTerm(file, text, 'kelp');
const firstKelp: Add = (file, text) => addFirstTerm(file, text, 'kelp');

test('a term goes at the end of where a list keeps its terms, and nothing else changes', () => {
  for (const [file, text, expected] of [
    ['words.txt', 'tide', 'tide\nkelp\n'],
    ['terms.csv', 'banned;preferred;note\nweed;wrack;\n', 'banned;preferred;note\nweed;wrack;\n;kelp\n'],
    ['t.yaml', 'terms:\n  - tide\npeople: []\n', 'terms:\n  - tide\n  - "kelp"\npeople: []\n'],
    ['t.yaml', 'terms:\n- tide # in and out\n# more', 'terms:\n- tide # in and out\n- "kelp"\n# more'],
    ['t.yaml', 'terms:\n  - tide', 'terms:\n  - tide\n  - "kelp"'],
    [
      't.yaml',
      '\uFEFFterms:\r\n  - preferred: tide # x\r\n    banned: [ebb] # y\r\n\r\n# z\r\nplaces: []\r\n',
      '\uFEFFterms:\r\n  - preferred: tide # x\r\n    banned: [ebb] # y\r\n  - "kelp"\r\n\r\n# z\r\nplaces: []\r\n',
    ],
    ['t.yaml', 'terms: [tide, ebb] # ours\n', 'terms: [tide, ebb, "kelp"] # ours\n'],
    ['t.yaml', 'terms: [tide,]', 'terms: [tide, "kelp",]'],
    ['t.yaml', 'terms: []\npeople: []\n', 'terms: ["kelp"]\npeople: []\n'],
    ['t.yaml', 'terms: [ # none\n]\n', 'terms: ["kelp" # none\n]\n'],
    [
      't.yaml',
      'terms: [\r\n  tide,\r\n  ebb # out\r\n]\r\n',
      'terms: [\r\n  tide,\r\n  ebb, # out\r\n  "kelp"\r\n]\r\n',
    ],
    ['t.yaml', 'terms: [\n  tide,\n  ebb, # out\n]\n', 'terms: [\n  tide,\n  ebb, # out\n  "kelp",\n]\n'],
    ['t.yaml', 'terms: [tide, # in\n  ebb]\n', 'terms: [tide, # in\n  ebb, "kelp"]\n'],
    ['t.yaml', 'terms: [tide # in\n]\n', 'terms: [tide, # in\n  "kelp"\n]\n'],
    ['t.yaml', 'people: []\nterms: # none\n', 'people: []\nterms: ["kelp"] # none\n'],
    ['t.yaml', 'terms: ~\n', 'terms: ["kelp"]\n'],
    ['t.yml', '- tide\n# end\n', '- tide\n- "kelp"\n# end\n'],
    ['t.yml', '[tide]\n', '[tide, "kelp"]\n'],
  ] as const)
    assert.equal(added(kelp, file, text), expected, JSON.stringify(text));
  for (const [file, text] of [
    ['config/vocabularies/x/reject.txt', 'tide\n'],
    ['people.csv', 'name,rank\nNora Lind,\n'],
    ['people.yaml', '- name: Nora Lind\n'],
    ['House/Terms.yml', 'extends: substitution\nswap:\n  tide: ebb\n'],
    ['/desk/.copydesk.yaml', 'root: true\n'],
    ['broken.yaml', 'terms: [tide\npeople: []\n'],
    ['one.yaml', 'terms: tide\n'],
  ] as const)
    assert.equal(added(kelp, file, text), undefined, file);
});

test('a list of people alone gets a key for its terms; what is no list gets none', () => {
  const people = 'people:\r\n  - name: Nora Lind # ours\r\n  # more';
  assert.equal(added(firstKelp, 'p.yaml', people), `${people}\r\nterms:\r\n  - "kelp"\r\n`);
  assert.equal(added(firstKelp, 'p.yaml', '{people: []}\n'), '{people: [], "terms": ["kelp"]}\n');
  for (const text of [
    'extends: substitution\nswap:\n  tide: ebb\n',
    'root: true\nlexicon: [a.csv]\n',
    'people: []\n...\n',
    '- name: Nora Lind\n',
  ])
    assert.equal(added(firstKelp, 'base.yaml', text), undefined, text);
});

test('a configuration names one list more, in the form that it has', () => {
  const named: Add = (file, text) => nameList(file, text, 'terms.txt');
  for (const [file, text, expected] of [
    ['.copydesk.yaml', 'root: true # top\n', 'root: true # top\nlexicon: [terms.txt]\n'],
    ['.copydesk.yaml', '\uFEFFroot: true\r\n# end', '\uFEFFroot: true\r\n# end\r\nlexicon: [terms.txt]\r\n'],
    ['.copydesk.yaml', '', 'lexicon: [terms.txt]\n'],
    ['.copydesk.yaml', 'lexicon: [a.csv] # x\nroot: true\n', 'lexicon: [a.csv, terms.txt] # x\nroot: true\n'],
    ['.copydesk.yaml', 'lexicon: a.csv # x\n', 'lexicon: [a.csv, terms.txt] # x\n'],
    ['.copydesk.yaml', 'lexicon:\n  - a.csv # x\nroot: true', 'lexicon:\n  - a.csv # x\n  - terms.txt\nroot: true'],
    ['.copydesk.yaml', 'lexicon: [terms.txt]\n', 'lexicon: [terms.txt]\n'],
    ['.copydesk.json', '{"root": true}', '{"root": true, "lexicon": ["terms.txt"]}'],
    ['.copydesk.json', '{\n  "lexicon": ["a.csv"]\n}\n', '{\n  "lexicon": ["a.csv", "terms.txt"]\n}\n'],
    ['.copydesk.json', '{\n  "root": true\n}\n', '{\n  "root": true,\n  "lexicon": ["terms.txt"]\n}\n'],
  ] as const) {
    const after = added(named, file, text);
    assert.equal(after, expected, JSON.stringify(text));
    if (file.endsWith('.json')) JSON.parse(after ?? '');
    assert.ok(readConfigFile(file, after ?? '').lexicon.some(({ value }) => value === 'terms.txt'));
  }
  for (const text of ['lexicon: {a: b}\n', 'root: [true\n', '- root\n', 'root: true\n...\n'])
    assert.equal(added(named, '.copydesk.yaml', text), undefined, text);
});
