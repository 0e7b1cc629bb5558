import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  ResponseError,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import type { CastResult, CleanPasteResult, ExplainResult, FixesResult } from '../../src/server/index.ts';
import { applyAction, applyTextEdits, type Client, createFolder, type Folder, startClient } from './client.ts';

const story = `Base opens its gates

By Nora Lind

ANKARA, March 3 (Desk) — Army General Cem Yıld?r?m, Chief of the General Staff, visited the base on Monday.

General Yıld?r?m thanked the officers of the base. “General Cem Yıldırım is a friend,” the mayor said.

The visit of Army General Yıldırım’s staff ended in the evening.
`;
const at = (text: string, occurrence = 0) => {
  let offset = -1;
  for (let i = 0; i <= occurrence; i++) offset = story.indexOf(text, offset + 1);
  const before = story.slice(0, offset).split('\n');
  const line = before.length - 1;
  const character = before.at(-1)?.length ?? 0;
  return { start: { line, character }, end: { line, character: character + text.length } };
};

let folder: Folder;
let client: Client;
before(async () => {
  folder = createFolder({ 'a.txt': story });
  client = await startClient(folder);
  await client.open('a.txt', story);
});
after(async () => {
  assert.equal(await client.stop(), 0);
  assert.equal(client.errors, '', 'nothing on standard error');
  folder.remove();
});

test('diagnostics: damaged letters and a changed rank, with code, page and related place', async () => {
  const items = await client.diagnostics('a.txt');
  const damaged = items.filter(({ data }) => data.category === 'encoding');
  assert.deepEqual(
    damaged.map(({ range, data }) => [range, data.expected[0], data.safe]),
    [0, 1].map((n) => [at('Yıld?r?m', n), 'Yıldırım', true]),
  );
  const rank = items.find(({ code }) => code === 'rank-consistency');
  assert.equal(rank?.range.start.line, at('General Yıld?r?m').start.line);
  assert.equal(rank?.relatedInformation?.[0]?.location.uri, folder.uri('a.txt'));
  assert.match(rank?.codeDescription?.href ?? '', /\/docs\/rules\/rank-consistency\.md$/);
  for (const { source } of items) assert.equal(source, 'copydesk');
});

test('an unchanged document is reported unchanged', async () => {
  const first = await client.request<{ resultId: string }>('textDocument/diagnostic', 'a.txt');
  const again = await client.request<{ kind: string }>('textDocument/diagnostic', 'a.txt', {
    previousResultId: first.resultId,
  });
  assert.equal(again.kind, 'unchanged');
});

test('a client that takes its question back to ask anew may do so', async () => {
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: folder.uri('a.txt') } };
  const { answer } = await client.together(() => {
    const answer = client.connection.sendRequest('textDocument/diagnostic', params, source.token);
    source.cancel();
    return { answer };
  });
  await assert.rejects(answer, (error: ResponseError<unknown>) => {
    assert.equal(error.code, LSPErrorCodes.RequestCancelled);
    assert.equal(error.data, undefined, 'nothing says that it should not');
    return true;
  });
  assert.ok((await client.diagnostics('a.txt')).length > 0);
});

test('one action repairs all that is safe and nothing else', async () => {
  const [fixAll] = await client.actions('a.txt', at('Base'), ['source.fixAll.copydesk']);
  assert.equal(applyAction(story, fixAll), story.replaceAll('Yıld?r?m', 'Yıldırım'));
  const { version, edits } = await client.request<FixesResult>('copydesk/fixes', 'a.txt', { category: 'encoding' });
  assert.equal(version, 1);
  assert.equal(applyTextEdits(story, edits), story.replaceAll('Yıld?r?m', 'Yıldırım'));
  const one = await client.request<FixesResult>('copydesk/fixes', 'a.txt', { range: at('Yıld?r?m', 1) });
  assert.equal(one.edits.length, 1);
});

test('quick fixes: this one preferred, all mentions, stet in the sidecar list', async () => {
  const actions = await client.actions('a.txt', at('Yıld?r?m'), ['quickfix']);
  assert.equal(
    applyAction(
      story,
      actions.find(({ isPreferred }) => isPreferred),
    ),
    story.replace('Yıld?r?m', 'Yıldırım'),
  );
  assert.ok(actions.some(({ title }) => title.includes('all 2 mentions')));
  const stet = actions.find(({ title }) => title.startsWith('Stet'));
  const [create, edit] = stet?.edit?.documentChanges ?? [];
  assert.deepEqual(create, {
    kind: 'create',
    uri: folder.uri('.copydesk/stet.yaml'),
    options: { ignoreIfExists: true },
  });
  assert.ok(edit && 'edits' in edit && JSON.stringify(edit).includes('rule: encoding-lost-letter'));
  assert.deepEqual(await client.actions('a.txt', at('By'), ['refactor']), []);
});

test('hover names the person and the damaged letter', async () => {
  const hover = await client.request<Hover>('textDocument/hover', 'a.txt', { position: at('Yıld?r?m').start });
  const value = 'value' in (hover.contents as object) ? (hover.contents as { value: string }).value : '';
  assert.match(value, /\*\*Cem Yıldırım\*\*/);
  assert.match(value, /U\+003F — was `ı` U\+0131/);
  assert.match(value, /Chief of the General Staff/);
  assert.equal(await client.request('textDocument/hover', 'a.txt', { position: at('gates').start }), null);
});

test('highlight and references: all mentions of the person under the cursor', async () => {
  const found = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', 'a.txt', {
    position: at('Cem').start,
  });
  assert.deepEqual(
    found.map(({ range }) => range.start.line),
    [4, 6, 6, 8],
  );
  const references = await client.request<object[]>('textDocument/references', 'a.txt', {
    position: at('Cem').start,
    context: { includeDeclaration: true },
  });
  assert.equal(references.length, 4);
});

test('rename keeps ranks and endings; quotations wait for a yes', async () => {
  const position = at('Cem').start;
  const prepared = await client.request<{ placeholder: string }>('textDocument/prepareRename', 'a.txt', { position });
  assert.equal(prepared.placeholder, 'Cem Yıldırım');
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', 'a.txt', { position, newName: 'Can Yıldız' });
  const renamed = applyAction(story, { edit });
  assert.ok(renamed.includes('Army General Can Yıldız, Chief'));
  assert.ok(renamed.includes('General Yıldız thanked'));
  assert.ok(renamed.includes('Army General Yıldız’s staff'));
  assert.ok(!renamed.includes('Yıldırım') && !renamed.includes('Yıld?r?m'));
  assert.equal(edit.changeAnnotations?.quotation?.needsConfirmation, true);
  assert.equal(JSON.stringify(edit).split('"quotation"').length - 1, 2);
});

test('the cast of the article', async () => {
  const { people } = await client.request<CastResult>('copydesk/cast', 'a.txt');
  const person = people.find(({ name }) => name === 'Cem Yıldırım');
  assert.deepEqual(person?.ranks, ['Army General', 'General']);
  assert.equal(person?.mentions.length, 4);
  assert.deepEqual(
    person?.mentions.map(({ inQuote }) => inQuote),
    [false, false, true, false],
  );
  assert.ok((person?.conflicts.length ?? 0) > 0);
});

test('completion finds a person without the right letters', async () => {
  const end = { line: 9, character: 0 };
  await client.change('a.txt', 2, [{ range: { start: end, end }, text: '\nLater Yildi' }]);
  const list = await client.request<CompletionList>('textDocument/completion', 'a.txt', {
    position: { line: 10, character: 11 },
  });
  assert.ok(list.items.some(({ label }) => label === 'Yıldırım' || label === 'Army General Yıldırım'));
  await client.change('a.txt', 3, [{ text: story }]);
});

test('the outline shows the story’s parts', async () => {
  const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', 'a.txt');
  const names = JSON.stringify(symbols);
  assert.ok(names.includes('Base opens its gates') && names.includes('byline'));
});

test('an incremental change is checked like a whole text', async () => {
  await client.change('a.txt', 4, [{ range: at('Yıld?r?m'), text: 'Yıldırım' }]);
  const items = await client.diagnostics('a.txt');
  assert.equal(items.filter(({ data }) => data.category === 'encoding').length, 1);
  await client.change('a.txt', 5, [{ text: story }]);
});

test('pasted text is cleaned of what is certain', async () => {
  const cleaned = await client.connection.sendRequest<CleanPasteResult>('copydesk/cleanPaste', {
    text: 'The minister ErdoÄŸan said â€œyesâ€\u009d on Monday.',
  });
  assert.match(cleaned.text, /Erdoğan said “yes” on/);
  assert.equal(await client.connection.sendRequest('copydesk/cleanPaste', { text: 'A good day, he said?' }), null);
});

test('why a file is checked or isn’t', async () => {
  const explained = await client.request<ExplainResult>('copydesk/explain', 'a.txt');
  assert.deepEqual([explained.checked, explained.reason], [true, 'look']);
  await client.open('README.md', story, 'markdown');
  const readme = await client.request<ExplainResult>('copydesk/explain', 'README.md');
  assert.deepEqual([readme.checked, readme.reason], [false, 'never']);
  assert.deepEqual(await client.diagnostics('README.md'), []);
  assert.equal(await client.request('textDocument/hover', 'README.md', { position: at('Cem').start }), null);
  const missing = await client.request<ExplainResult>('copydesk/explain', 'gone.txt');
  assert.equal(missing.checked, false);
});

test('stet in Markdown is a comment before the paragraph', async () => {
  const text = story.replace('Base opens', '# Base opens');
  await client.open('b.md', text, 'markdown');
  const actions = await client.actions('b.md', at('Yıld?r?m'), ['quickfix']);
  const stet = actions.find(({ title }) => title.startsWith('Stet'));
  assert.ok(applyAction(text, stet).includes('<!-- stet encoding-lost-letter: reason -->\nANKARA'));
});

test('bad input: the server answers and goes on', async () => {
  for (const [name, text] of Object.entries({
    'empty.article': '',
    'binary.article': '\0\u0001\u0002PK\u0003\u0004\0\0',
    'surrogate.article': 'A lone \ud83d surrogate stood here, he said.\n',
    'long.article': `${'word '.repeat(1600)}.\n`,
    'crlf.article': story.replaceAll('\n', '\r\n'),
    'bom.article': `\uFEFF${story}`,
  })) {
    await client.open(name, text, 'article');
    assert.ok(Array.isArray(await client.diagnostics(name)), name);
    await client.close(name);
  }
  assert.deepEqual(await client.diagnostics('never-opened.txt'), []);
  assert.equal(await client.request('copydesk/cast', 'never-opened.txt'), null);
  assert.equal(await client.request('textDocument/hover', 'a.txt', { position: { line: 999, character: 9 } }), null);
  assert.ok((await client.diagnostics('a.txt')).length > 0);
});
