import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChooseEncodingResult, FixFilesResult, StatusParams, SwitchStyleResult } from '../../src/server/index.ts';
import { applyAction, applyTextEdits, withClient } from './client.ts';

const story = `Minister visits the coast

By Nora Lind

Minister Çağla Yıldırım received Şükrü Dağdelen on Monday. Yıldırım said the talks in İzmir were short.

Dağdelen, who leads the Muğla office, said the road from Iğdır would open.
`;
/** UTF-8 bytes shown as Windows-1252. */
const misread = new TextDecoder('windows-1252').decode(new TextEncoder().encode(story));
/** Bytes of Windows-1254 shown as UTF-8. */
const unread = story.replace(/[^\0-\x7f]/g, '\ufffd');
const at = (text: string, word: string) => {
  const before = text.slice(0, text.indexOf(word)).split('\n');
  const start = { line: before.length - 1, character: (before.at(-1) ?? '').length + 1 };
  return { start, end: start };
};

test('a file read with the wrong encoding is offered to be read again, first of all', () =>
  withClient({}, { initialization: { reopens: true } }, async (client, folder) => {
    const heard: StatusParams[] = [];
    client.connection.onNotification('copydesk/status', (status: StatusParams) => void heard.push(status));
    await client.open('a.txt', misread);
    await client.open('b.txt', unread);
    assert.ok((await client.diagnostics('a.txt')).length > 3);
    const [first, ...others] = await client.actions('a.txt', at(misread, 'YÄ±'));
    assert.equal(first?.title, 'Reopen the file as UTF-8');
    assert.deepEqual(first?.command?.arguments, [folder.uri('a.txt'), 'utf8']);
    assert.ok(first?.isPreferred && others.every(({ isPreferred }) => !isPreferred));
    assert.deepEqual(heard.find(({ uri }) => uri === folder.uri('a.txt'))?.encoding, { id: 'utf8', name: 'UTF-8' });
    const [unnamed] = await client.actions('b.txt', at(unread, 'Y\ufffdld'));
    assert.deepEqual(unnamed?.command?.arguments, [folder.uri('b.txt')]);
  }));

test('a client that cannot reopen is offered repairs only', () =>
  withClient({}, {}, async (client) => {
    await client.open('a.txt', misread);
    const actions = await client.actions('a.txt', at(misread, 'YÄ±'));
    assert.ok(actions.length > 0 && actions.every(({ command }) => !command));
  }));

test('of several readings the one without damage is chosen', () =>
  withClient({}, {}, async (client) => {
    const readings = [
      { id: 'utf8', text: unread },
      {
        id: 'windows1252',
        text: story.replace(/[ğışİŞ]/g, (letter) => ({ ğ: 'ð', ı: 'ý', ş: 'þ', İ: 'Ý', Ş: 'Þ' })[letter] ?? ''),
      },
      { id: 'windows1254', text: story },
    ];
    const choose = (from: typeof readings) =>
      client.request<ChooseEncodingResult>('copydesk/chooseEncoding', 'a.txt', { readings: from });
    assert.deepEqual(await choose(readings), { id: 'windows1254' });
    assert.deepEqual(
      await choose([
        { id: 'utf8', text: 'It rained.' },
        { id: 'windows1252', text: 'It rained.' },
      ]),
      {
        id: 'utf8',
      },
    );
    assert.deepEqual(await choose([]), {});
    // Bytes of Latin letters make ideographs, in which no damage is found.
    const lost = 'Mayor Selim Y?ld?r?m came on Monday. ';
    const ideographs = Buffer.from(lost).toString('utf16le');
    assert.deepEqual(
      await choose([
        { id: 'utf16le', text: ideographs },
        { id: 'utf8', text: lost },
      ]),
      { id: 'utf8' },
    );
    assert.deepEqual(
      await choose([
        { id: 'windows1254', text: 'Ìýð ãîðîäà îòêðûë íîâûé ìîñò.' },
        { id: 'windows1251', text: 'Мэр города открыл новый мост.' },
      ]),
      { id: 'windows1251' },
    );
  }));

test('the damage of a folder: what to change in each file, with progress', () =>
  withClient(
    {
      'news/a.txt': 'By Nora Lind\n\nGeneral Cem Yıld?r?m came on Monday. Yıldırım left.\n',
      'news/b.txt': 'By Nora Lind\n\nIt rained in the harbour on Monday. Why now?\n',
      'old/c.txt': 'By Nora Lind\n\nGeneral Cem Yıld?r?m came on Monday. Yıldırım left.\n',
    },
    {},
    async (client, folder) => {
      const found = await client.connection.sendRequest<FixFilesResult>('copydesk/fixFiles', {
        uris: [folder.uri('news')],
        category: 'encoding',
      });
      assert.equal(found.checked, 2);
      assert.deepEqual(
        found.files.map(({ uri, version, edits }) => [uri, version, edits.map(({ newText }) => newText)]),
        [[folder.uri('news/a.txt'), null, ['Yıldırım']]],
      );
      await client.until(() => client.progress.some(({ kind }) => kind === 'end'));
      assert.ok(client.progress.some(({ message }) => message?.startsWith('2/2')));
    },
  ));

test('one name in two spellings: the other is right, everywhere but in quotations', () =>
  withClient({}, {}, async (client) => {
    const text =
      'Defence Minister Rustam Kelmurov arrived on Monday.\n\nMinister Rustam Kelmuvrov met reporters. Kelmurov left. “Kelmurov knows,” he said.\n';
    await client.open('a.txt', text, 'article');
    const actions = await client.actions('a.txt', at(text, 'Kelmuvrov'));
    const right = actions.find(({ title }) => title === '“Kelmuvrov” is right: write it so everywhere');
    assert.ok(right);
    assert.ok(!applyAction(text, right).includes('Kelmurov'));
    assert.equal(right.edit?.changeAnnotations?.quotation?.needsConfirmation, true);
  }));

test('the house style is switched where it is written; without a configuration the client is left to it', () =>
  withClient({ 'desk/.copydesk.yaml': '# Ours\nroot: true\nextends: copydesk:ap\n' }, {}, async (client, folder) => {
    const { edit } = await client.request<SwitchStyleResult>('copydesk/switchStyle', 'desk/a.txt', {
      style: 'guardian',
    });
    assert.equal(edit?.uri, folder.uri('desk/.copydesk.yaml'));
    assert.equal(
      applyTextEdits('# Ours\nroot: true\nextends: copydesk:ap\n', edit?.edits ?? []),
      '# Ours\nroot: true\nextends: copydesk:guardian\n',
    );
    assert.deepEqual(await client.request('copydesk/switchStyle', 'a.txt', { style: 'ap' }), {});
  }));
