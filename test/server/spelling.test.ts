import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hover } from 'vscode-languageserver/node';
import { applyAction, withClient } from './client.ts';

const story = `By Nora Lind

The goverment of the harbour town met on Monday, and Anneke Wihtcombe spoke for an hour about its debts.

It was late when the goverment left. The flumology of the bay was read, and wihtcomb was tired.
`;
const files = {
  '.copydesk.yaml': 'root: true\nlexicon: [people.csv, words.txt]\n',
  'people.csv': 'name,rank\nNora Lind,\n',
  'words.txt': 'foreshore\n',
};
const at = (word: string) => {
  const before = story.slice(0, story.indexOf(word)).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { start, end: start };
};

test('an unknown word: what may be meant, everywhere at once, or a term of the team', () =>
  withClient(files, {}, async (client, folder) => {
    await client.open('a.txt', story);
    const actions = await client.actions('a.txt', at('goverment'), ['quickfix']);
    assert.equal(actions[0]?.title, 'Change to “government”');
    assert.equal(applyAction(story, actions[0]), story.replace('goverment', 'government'));
    assert.ok(
      actions.every(({ isPreferred }) => !isPreferred),
      'a guess is never made by itself',
    );
    assert.ok(actions.filter(({ title }) => /^Change to “\w+”$/.test(title)).length <= 5);
    const all = actions.find(({ title }) => title === 'Change to “government” — all 2 mentions');
    assert.equal(applyAction(story, all), story.replaceAll('goverment', 'government'));

    const [add] = (await client.actions('a.txt', at('flumology'))).filter(({ title }) => title.startsWith('Add'));
    assert.equal(add?.title, 'Add “flumology” to words.txt');
    assert.equal(applyAction(files['words.txt'], add), 'foreshore\nflumology\n');
    assert.ok(JSON.stringify(add?.edit).includes(folder.uri('words.txt')));

    const hover = await client.request<Hover>('textDocument/hover', 'a.txt', { position: at('goverment').start });
    assert.match(JSON.stringify(hover.contents), /Perhaps: government/);
  }));

test('an unknown word is accepted in this article: a row of the stet list that names it', () =>
  withClient({ ...files, '.copydesk/stet.yaml': '' }, {}, async (client, folder) => {
    const text = `${story.trimEnd()} The flumology’s cost was read again.\n`;
    await client.open('news/a.txt', text);
    await client.open('news/b.txt', text);
    const marked = async (name: string) =>
      (await client.diagnostics(name)).filter(({ range, code }) => {
        const line = text.split('\n')[range.start.line] ?? '';
        return code === 'spelling' && line.slice(range.start.character).startsWith('flumology');
      }).length;
    assert.equal(await marked('news/a.txt'), 2);
    const position = at('flumology');
    const accept = (await client.actions('news/a.txt', position)).find(({ title }) => title.startsWith('Accept'));
    assert.equal(accept?.title, 'Accept “flumology” in this article');
    const rows = applyAction('', accept);
    assert.equal(rows, '- rule: spelling\n  article: news/a.txt\n  text: flumology\n');
    folder.write('.copydesk/stet.yaml', rows);
    const { refreshes } = client;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: folder.uri('.copydesk/stet.yaml'), type: 2 }],
    });
    await client.until(() => client.refreshes > refreshes);
    assert.equal(await marked('news/a.txt'), 0);
    assert.equal(await marked('news/b.txt'), 2);
  }));

test('people of the article are among what may be meant', () =>
  withClient(files, {}, async (client) => {
    await client.open('a.txt', story);
    const [first] = await client.actions('a.txt', at('wihtcomb was'), ['quickfix']);
    assert.equal(first?.title, 'Change to “Wihtcombe”');
  }));

test('a user’s own words are never questioned; the client that keeps them is offered to add one', () =>
  withClient({}, { initialization: { addsWords: true, settings: { words: ['gunwhale'] } } }, async (client) => {
    const text = 'By Nora Lind\n\nThe gunwhale and the thwartship were painted on Monday, the harbour master said.\n';
    await client.open('a.txt', text, 'article');
    const found = (await client.diagnostics('a.txt')).filter(({ code }) => code === 'spelling');
    assert.deepEqual(
      found.map(({ range }) => text.split('\n')[range.start.line]?.slice(range.start.character, range.end.character)),
      ['thwartship'],
    );
    const range = found[0]?.range;
    assert.ok(range);
    const action = (await client.actions('a.txt', range)).find(
      ({ command }) => command?.command === 'copydesk.addWord',
    );
    assert.deepEqual(action?.command?.arguments, ['thwartship']);
  }));
