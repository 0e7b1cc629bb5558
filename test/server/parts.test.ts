import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TextDocumentEdit } from 'vscode-languageserver';
import { readArticle } from '../../src/article/index.ts';
import type { Message } from '../../src/desk/index.ts';
import { createFixActions } from '../../src/server/actions/fixes.ts';
import { addToList, listsOfPeople, setRank } from '../../src/server/actions/people-list.ts';
import { createStetComment } from '../../src/server/actions/stet-comment.ts';
import { toConfigDiagnostics, toDiagnostics } from '../../src/server/diagnostics.ts';
import { toTextEdits } from '../../src/server/edits.ts';
import { createTranslate } from '../../src/server/messages.ts';
import { createSidecars, foldersAbove } from '../../src/server/sidecar.ts';
import { createSymbols } from '../../src/server/symbols.ts';
import { relativePath, toPath, toUri } from '../../src/server/uris.ts';
import { fillTemplate, indexLines, pointAt, said } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';
import { applyTextEdits } from './client.ts';

const text = 'One teh two.\nThree teh four teh.\n';
const lines = indexLines(text);
const message = (start: number, end: number, change: Partial<Message> = {}): Message => ({
  source: 'copydesk',
  ruleId: 'sample-rule',
  category: 'spelling',
  severity: 'warning',
  reason: 'Misspelt',
  note: 'Because.',
  url: 'https://example.org/sample-rule',
  place: { start: pointAt(lines, start), end: pointAt(lines, end) },
  actual: text.slice(start, end),
  expected: ['the'],
  titles: ['Write “the”'],
  safe: false,
  related: [],
  group: 'teh',
  ...change,
});
const three = [message(4, 7), message(19, 22), message(28, 31)];

test('paths and URIs are each other’s way back', () => {
  for (const path of ['/desk/a b/ğ#?.txt', 'C:/desk/a.txt', '//host/share/a%20b.txt', 'vscode-vfs://github/a/b.txt'])
    assert.equal(toPath(toUri(path)), path);
  assert.equal(toPath('file:///c%3A/desk/a.txt'), 'c:/desk/a.txt');
  assert.equal(toUri('/desk/a b.txt'), 'file:///desk/a%20b.txt');
  assert.equal(relativePath('/desk', '/desk/a/b.txt'), 'a/b.txt');
  assert.equal(relativePath('/desk', '/desktop/a.txt'), undefined);
  fc.assert(
    fc.property(
      fc.array(
        fc
          .string({ unit: 'grapheme', minLength: 1 })
          .filter((one) => !/[/\\\0\ud800-\udfff]/.test(one) && one !== '.' && one !== '..'),
      ),
      (parts) => {
        const path = `/${parts.join('/')}`;
        assert.equal(toPath(toUri(path)), path);
      },
    ),
  );
});

test('a diagnostic says what, where, why and where else', () => {
  const [one] = toDiagnostics(
    [
      message(19, 22, {
        severity: 'error',
        related: [{ message: 'as here', place: three[0]?.place ?? message(0, 1).place }],
      }),
    ],
    'file:///a.txt',
  );
  assert.deepEqual(one, {
    range: { start: { line: 1, character: 6 }, end: { line: 1, character: 9 } },
    severity: 1,
    source: 'copydesk',
    code: 'sample-rule',
    codeDescription: { href: 'https://example.org/sample-rule' },
    message: 'Misspelt',
    relatedInformation: [
      {
        location: {
          uri: 'file:///a.txt',
          range: { start: { line: 0, character: 4 }, end: { line: 0, character: 7 } },
        },
        message: 'as here',
      },
    ],
    data: { category: 'spelling', expected: ['the'], safe: false, note: 'Because.', group: 'teh' },
  });
  assert.deepEqual(
    toDiagnostics([message(4, 7, { severity: 'info' }), message(4, 7, { severity: 'hint' })], '').map(
      (d) => d.severity,
    ),
    [3, 4],
  );
  assert.deepEqual(toDiagnostics([message(4, 7, { expected: [''] })], '')[0]?.tags, [1]);
});

test('of more than 1,000 messages the gravest are shown', () => {
  const many = [...Array.from({ length: 1000 }, () => message(4, 7)), message(19, 22, { severity: 'error' })];
  const shown = toDiagnostics(many, '');
  assert.equal(shown.length, 1000);
  assert.equal(shown.filter(({ severity }) => severity === 1).length, 1);
});

test('a configuration’s problems stand in their own file, in the user’s language', () => {
  const problem = {
    file: '/a',
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 5,
    severity: 'error' as const,
    message: said`No ${'rule'}`,
  };
  const translate = createTranslate({ 'No {0}': '{0} yok' });
  const found = toConfigDiagnostics([problem, { ...problem, file: '/b' }], '/a', translate);
  assert.deepEqual(
    found.map(({ range, message }) => [range, message]),
    [[{ start: { line: 1, character: 2 }, end: { line: 1, character: 4 } }, 'rule yok']],
  );
});

const request = {
  uri: 'file:///a.txt',
  version: 3,
  range: { start: { line: 0, character: 5 }, end: { line: 0, character: 5 } },
  only: undefined,
  abilities: { documentChanges: true, createFile: true, annotations: true, snippets: true },
  translate: fillTemplate,
};

test('code actions: each reading, all mentions, all of the rule, all that is safe', () => {
  const two = { expected: ['the', 'ten'], titles: ['Write “the”', 'Write “ten”'] };
  const messages = [message(4, 7, two), message(19, 22, two), message(28, 31, { safe: true, group: 'other' })];
  const titles = createFixActions({ ...request, messages }).map(({ title }) => title);
  assert.deepEqual(titles, [
    'Write “the”',
    'Write “ten”',
    'Write “the” — all 2 mentions',
    'Write “ten” — all 2 mentions',
    'Apply all 1 safe fixes',
  ]);
  const all = createFixActions({ ...request, messages: three }).find(({ title }) => title.endsWith('all 3 mentions'));
  assert.deepEqual(all?.edit?.documentChanges?.[0], {
    textDocument: { uri: 'file:///a.txt', version: 3 },
    edits: toTextEdits(three),
  });
  assert.equal(applyTextEdits(text, toTextEdits(three)), 'One the two.\nThree the four the.\n');
});

test('mentions in quotations are left out, and asked for one by one in an action of their own', () => {
  const messages = [message(4, 7), message(19, 22), message(28, 31, { inQuote: true })];
  const actions = createFixActions({ ...request, messages });
  const of = (end: string) => actions.find(({ title }) => title.endsWith(end))?.edit;
  assert.equal(of('all 2 mentions')?.changeAnnotations, undefined);
  const asked = of('also in quotations…');
  assert.deepEqual(asked?.changeAnnotations?.quotation?.needsConfirmation, true);
  assert.deepEqual(
    (asked?.documentChanges?.[0] as TextDocumentEdit | undefined)?.edits.map(
      (edit) => 'annotationId' in edit && edit.annotationId,
    ),
    ['copy', 'copy', 'quotation'],
  );
  const plain = createFixActions({ ...request, messages, abilities: { ...request.abilities, annotations: false } });
  assert.ok(!plain.some(({ title }) => title.includes('quotations')));
});

test('damage is repaired everywhere, and never offered twice', () => {
  const damaged = { category: 'encoding', safe: true } as const;
  const messages = [message(4, 7, damaged), message(19, 22, { ...damaged, inQuote: true })];
  assert.deepEqual(
    createFixActions({ ...request, messages }).map(({ title }) => title),
    ['Write “the”', 'Write “the” — all 2 mentions', 'Apply all 2 safe fixes'],
  );
});

test('only a safe first reading is preferred', () => {
  const preferred = (safe: boolean) =>
    createFixActions({ ...request, messages: [message(4, 7, { safe })] }).filter(({ isPreferred }) => isPreferred)
      .length;
  assert.equal(preferred(true), 1);
  assert.equal(preferred(false), 0);
});

test('fix-all is given to who asks for it, and applies safe fixes only', () => {
  const messages = [message(4, 7, { safe: true }), message(19, 22)];
  for (const only of [['source.fixAll'], ['source'], ['source.fixAll.copydesk']]) {
    const actions = createFixActions({ ...request, messages, only });
    assert.deepEqual(
      actions.map(({ kind }) => kind),
      ['source.fixAll.copydesk'],
      String(only),
    );
  }
  assert.deepEqual(createFixActions({ ...request, messages, only: ['source.organizeImports'] }), []);
  assert.deepEqual(createFixActions({ ...request, messages, only: ['refactor'] }), []);
});

test('clients without versioned edits get plain ones', () => {
  const abilities = { ...request.abilities, documentChanges: false };
  const [action] = createFixActions({ ...request, abilities, messages: [message(4, 7)] });
  assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), ['file:///a.txt']);
});

test('a team list takes a row in its own shape', () => {
  const entry = { name: 'Nora Lind', rank: 'Major', country: 'NO' };
  const add = (file: string, before: string) => {
    const edits = addToList(file, before, entry);
    return edits && applyTextEdits(before, edits);
  };
  assert.equal(add('people.csv', 'name,aliases,rank\nA,,\n'), 'name,aliases,rank\nA,,\nNora Lind,,Major\n');
  assert.equal(add('people.csv', 'Name;Country\nA;SE'), 'Name;Country\nA;SE\nNora Lind;NO\n');
  assert.equal(add('people.csv', 'name\n'), 'name\nNora Lind\n');
  assert.equal(add('people.tsv', 'name\trank\n'), 'name\trank\nNora Lind\tMajor\n');
  assert.equal(add('people.csv', '\nrank,name\n'), '\nrank,name\nMajor,Nora Lind\n');
  assert.equal(add('people.csv', 'sep=;\nname;rank\n'), 'sep=;\nname;rank\nNora Lind;Major\n');
  assert.equal(
    add('people.yaml', '  - name: A\n'),
    '  - name: A\n  - name: "Nora Lind"\n    rank: "Major"\n    country: "NO"\n',
  );
  const item = '{name: "Nora Lind", rank: "Major", country: "NO"}';
  assert.equal(
    add('people.yaml', 'people:\n  - name: A # a\nterms: [b]\n'),
    `people:\n  - name: A # a\n  - ${item}\nterms: [b]\n`,
  );
  assert.equal(add('people.yaml', 'people: []\n'), `people: [${item}]\n`);
  assert.equal(add('people.yaml', '[{name: A}]\n'), `[{name: A}, ${item}]\n`);
  assert.equal(add('people.yaml', '# none\n'), '# none\n- name: "Nora Lind"\n  rank: "Major"\n  country: "NO"\n');
  const [quoted] = addToList('people.csv', 'name,office\n', { name: 'A', office: 'Chief, “X”, "Y"' }) ?? [];
  assert.equal(quoted?.newText, 'A,"Chief, “X”, ""Y"""\n');
  for (const [file, text] of [
    ['terms.csv', 'preferred,banned\n'],
    ['people.yaml', 'terms: [a]\n'],
    ['House/People.yml', 'extends: existence\ntokens: [a]\n'],
    ['people.yaml', 'people: [A\n'],
  ] as const)
    assert.equal(add(file, text), undefined, file);
});

test('a list that is called people comes first, then tables, the nearest before others', () => {
  const files = ['.copydesk.yaml', 'terms.csv', 'b.tsv', 'terms.yaml', 'People.yml', 'words.txt', 'x/people-2.tsv'];
  assert.deepEqual(listsOfPeople(files), ['People.yml', 'x/people-2.tsv', 'terms.csv', 'b.tsv']);
});

test('a stet comment stands before its block, in formats with comments', () => {
  const source = '# Ferry\n\nFirst teh paragraph.\n\n- a list teh item\n';
  const article = readArticle(source, 'a.md');
  const at = (offset: number) => {
    const index = indexLines(source);
    return message(4, 7, { place: { start: pointAt(index, offset), end: pointAt(index, offset + 3) } });
  };
  const edit = createStetComment(article, at(15), 'reason');
  assert.ok(edit);
  assert.equal(
    applyTextEdits(source, [edit]),
    '# Ferry\n\n<!-- stet sample-rule: reason -->\nFirst teh paragraph.\n\n- a list teh item\n',
  );
  assert.equal(createStetComment(article, at(source.indexOf('teh item')), 'reason'), undefined);
  assert.equal(createStetComment(readArticle(source, 'a.txt'), at(15), 'reason'), undefined);
});

test('the sidecar list is the nearest one upward, read once', async () => {
  const reads: string[] = [];
  const sidecars = createSidecars({
    read: async (path) => {
      reads.push(path);
      return path === '/desk/.copydesk/stet.yaml' ? '- rule: a\n  text: b\n' : undefined;
    },
    today: () => '2026-01-01',
    onProblem: (file) => assert.fail(file),
  });
  const found = await sidecars.find('/desk/news/a.txt');
  await sidecars.find('/desk/news/b.txt');
  assert.deepEqual(found, { file: '/desk/.copydesk/stet.yaml', rows: [{ rule: 'a', text: 'b' }] });
  assert.deepEqual(reads, ['/desk/news/.copydesk/stet.yaml', '/desk/.copydesk/stet.yaml']);
  assert.deepEqual(foldersAbove('/a/b/c.txt'), ['/a/b', '/a', '']);
});

test('the outline holds paragraphs below their headline', () => {
  const [headline] = createSymbols(readArticle('# Ferry\n\nOne.\n\n## More\n\nTwo.\n', 'a.md'));
  assert.equal(headline?.name, 'Ferry');
  assert.deepEqual(
    headline?.children?.map(({ name }) => name),
    ['One.', 'More'],
  );
  assert.deepEqual(
    headline?.children?.[1]?.children?.map(({ name }) => name),
    ['Two.'],
  );
  assert.equal(headline?.range.end.line, 6);
});

test('a template without a translation stays English', () => {
  const translate = createTranslate({ 'Restore “{expected}”': '“{expected}” yap' });
  assert.equal(translate('Restore “{expected}”', { expected: 'ğ' }), '“ğ” yap');
  assert.equal(translate('Strike {x}', { x: 1 }), 'Strike 1');
});

test('a new rank is one cell of a table, one line of YAML', () => {
  const set = (file: string, before: string, line: number) => {
    const edit = setRank(file, before, line, 'colonel general');
    return edit && applyTextEdits(before, [edit]);
  };
  const list = 'name,note,rank,country\nA B,"x, y",major general,AZ\nC D,,,TR\nE F\n';
  assert.equal(set('people.csv', list, 2), list.replace('major general', 'colonel general'));
  assert.equal(set('people.csv', list, 3), list.replace('C D,,,', 'C D,,colonel general,'));
  assert.equal(set('people.csv', list, 4), list.replace('E F', 'E F,,colonel general'));
  assert.equal(
    set('people.tsv', list.replaceAll(',', '\t'), 3),
    'name\tnote\trank\tcountry\nA B\t"x\t y"\tmajor general\tAZ\nC D\t\tcolonel general\tTR\nE F\n',
  );
  assert.equal(set('people.csv', 'name,note\nA B,x\n', 2), undefined);
  const yaml = 'people:\n  - name: A B\n    rank: major general\n    country: AZ\n  - name: C D\n';
  assert.equal(set('people.yaml', yaml, 2), yaml.replace('major general', '"colonel general"'));
  assert.equal(set('people.yaml', yaml, 5), `${yaml}    rank: "colonel general"\n`);
  assert.equal(set('people.yaml', '{people: [{name: A B}]}\n', 1), undefined);
});
