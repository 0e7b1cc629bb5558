import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionList, Hover, Range } from 'vscode-languageserver/node';
import type { CastResult } from '../../src/server/protocol.ts';
import { applyAction, applyTextEdits, withClient } from './client.ts';

const story = `By Nora Lind

Colonel General Rəşad Quliyev met Brigadier General Selim Yıldırım of Turkey in Baku on Monday.

Colonel General Quliyev opened the talks. Colonel General Guliyev closed them.

`;
const files = (style: string) => ({
  '.copydesk.yaml': `root: true\nstyle: ${style}\nlexicon: [people.csv]\n`,
  'people.csv':
    'name,native,rank,country,note\nRashad Guliyev,Rəşad Quliyev,Colonel General,AZ,Writes his name with G\nTofiq Mirzali,,Major General,AZ,\n',
});
const position = { line: 6, character: 0 };

/** What the text becomes with each item that is offered after `typed`. */
const complete = (style: string, typed: string) => {
  let results: string[] = [];
  return withClient(files(style), {}, async (client) => {
    const text = `${story}${typed}`;
    await client.open('a.txt', text);
    const { items } = await client.request<CompletionList>('textDocument/completion', 'a.txt', {
      position: { ...position, character: typed.length },
    });
    const sorted = [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    results = sorted.map(({ textEdit, filterText }) => {
      assert.ok(textEdit && 'range' in textEdit);
      assert.equal(filterText, typed.slice(textEdit.range.start.character));
      return applyTextEdits(text, [textEdit]).slice(story.length);
    });
  }).then(() => results);
};

test('who was named is named again as the style wants it', async () => {
  assert.equal((await complete('keep-full', 'Yild'))[0], 'Brigadier General Yıldırım');
  assert.equal((await complete('reuters', 'Yild'))[0], 'Yıldırım');
  assert.equal((await complete('bbc', 'Yild'))[0], 'Gen Yıldırım');
});

test('a rank that stands there is not written twice', async () => {
  assert.equal((await complete('keep-full', 'Then Brigadier General Yild'))[0], 'Then Brigadier General Yıldırım');
});

test('who is only on the team’s list is named in full', async () => {
  const results = await complete('keep-full', 'Mirz');
  assert.deepEqual(results, ['Major General Tofiq Mirzali', 'Tofiq Mirzali']);
});

test('the style that an article’s front matter names is the one that it hears of', () =>
  withClient(files('keep-full'), {}, async (client) => {
    const front = '---\ncopydesk: {style: bbc}\n---\n\n';
    const text = `${front}${story}Yild`;
    await client.open('a.md', text);
    const line = text.split('\n').length - 1;
    const { items } = await client.request<CompletionList>('textDocument/completion', 'a.md', {
      position: { line, character: 4 },
    });
    assert.ok(items.some(({ label }) => label === 'Gen Yıldırım'));
    const at = { position: { line: 6, character: 60 } };
    assert.match(JSON.stringify(await client.request<Hover>('textDocument/hover', 'a.md', at)), /Gen Yıldırım/);
  }));

test('hover: rank at home with its NATO code, native form, every spelling, the team’s note', () =>
  withClient(files('keep-full'), {}, async (client) => {
    await client.open('a.txt', story);
    const hover = await client.request<Hover>('textDocument/hover', 'a.txt', { position: { line: 2, character: 18 } });
    const text = JSON.stringify(hover.contents);
    for (const part of [
      /Rashad Guliyev/,
      /Rəşad Quliyev/,
      /General-polkovnik, ≈ OF-8/,
      /Quliyev ×2, Guliyev ×1/,
      /Writes his name with G/,
    ])
      assert.match(text, part);
    const other = await client.request<Hover>('textDocument/hover', 'a.txt', { position: { line: 2, character: 54 } });
    assert.match(JSON.stringify(other.contents), /Selim Yıldırım/);
  }));

const promoted = 'By Nora Lind\n\nColonel General Tofiq Mirzali opened the talks in Baku on Monday.\n';
const mirzali = { start: { line: 2, character: 18 }, end: { line: 2, character: 18 } };

for (const [list, mark] of [
  ['people.csv', ','],
  ['people.tsv', '\t'],
] as const)
  test(`who is on the list with another rank gets the new one there: ${list}`, () => {
    const config = files('keep-full')['.copydesk.yaml'].replace('people.csv', list);
    const text = files('keep-full')['people.csv'].replaceAll(',', mark);
    return withClient({ '.copydesk.yaml': config, [list]: text }, {}, async (client) => {
      await client.open('a.txt', promoted);
      const actions = await client.actions('a.txt', mirzali);
      const learn = actions.find(({ title }) => title.includes(`Set the rank of “Tofiq Mirzali” in ${list}`));
      assert.equal(applyAction(text, learn), text.replace('Major General', 'Colonel General'));
    });
  });

test('a rank in the list of a package is left as it is', () => {
  const house = {
    '.copydesk.yaml': 'extends: [house]\n',
    'node_modules/house/package.json': '{"name": "house", "version": "1.0.0"}',
    'node_modules/house/.copydesk.yaml': 'lexicon: [people.csv]\n',
    'node_modules/house/people.csv': files('keep-full')['people.csv'],
  };
  return withClient(house, {}, async (client) => {
    await client.open('a.txt', promoted);
    assert.deepEqual(await client.actions('a.txt', mirzali), []);
  });
});

test('a title that stands for one person: hover, highlight, references and the cast have it, rename does not', () =>
  withClient(files('keep-full'), {}, async (client) => {
    const text =
      'By Nora Lind\n\nDefence Minister Elmar Kosanov met reporters in Baku on Friday.\n\nThe minister said that Kosanov was his cousin.\n';
    await client.open('a.txt', text);
    const at = { position: { line: 4, character: 6 } };
    const title = { start: { line: 4, character: 4 }, end: { line: 4, character: 12 } };
    const hover = await client.request<Hover>('textDocument/hover', 'a.txt', at);
    assert.match(JSON.stringify(hover.contents), /Elmar Kosanov.*Defence Minister.*Stands for this name/);
    assert.deepEqual(hover.range, title);
    for (const method of ['textDocument/documentHighlight', 'textDocument/references']) {
      const context = { includeDeclaration: true };
      const places = await client.request<{ range: Range }[]>(method, 'a.txt', { ...at, context });
      assert.deepEqual(
        places.map(({ range }) => range.start),
        [
          { line: 2, character: 17 },
          { line: 4, character: 23 },
          { line: 4, character: 4 },
        ],
      );
    }
    const { people } = await client.request<CastResult>('copydesk/cast', 'a.txt');
    const kosanov = people.find(({ name }) => name === 'Elmar Kosanov');
    assert.deepEqual(kosanov?.references, [{ range: title, text: 'minister', inQuote: false }]);
    assert.equal(await client.request('textDocument/prepareRename', 'a.txt', at), null);
  }));
