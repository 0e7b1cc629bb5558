import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { FilePort } from '../../src/config/index.ts';
import { loadConfig, testStylePacks } from '../../src/config/index.ts';
import { parseStetRows } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import type { Said } from '../../src/text/index.ts';
import { fillSaid } from '../../src/text/index.ts';

/** A fenced block: ```` ```yaml ```` is a configuration, ```` ```yaml desk/terms.yaml ```` the file of that name. */
interface Fence {
  language: string;
  file: string;
  text: string;
  line: number;
}

const page = readFileSync(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
const fences: Fence[] = [...page.matchAll(/^```(?<language>\w+)(?: (?<file>\S+))?\n(?<text>[\s\S]*?)^```$/gm)].map(
  ({ groups = {}, index }) => ({
    language: groups.language ?? '',
    file: groups.file ?? '',
    text: groups.text ?? '',
    line: page.slice(0, index).split('\n').length,
  }),
);
const files = new Map(fences.filter(({ file }) => file !== '').map(({ file, text }) => [`/desk/${file}`, text]));
const configurations = fences.filter(({ language, file }) => language === 'yaml' && file === '');

/** The page's files in a folder of their own, with one configuration. */
function openDesk(configuration: string): FilePort {
  const all = new Map([...files, ['/desk/.copydesk.yaml', configuration]]);
  return {
    read: async (path) => all.get(path),
    list: async (folder) => [...all.keys()].filter((path) => path.startsWith(`${folder}/`)),
  };
}

const describeProblem = ({ file, line, message }: { file: string; line: number; message: Said }) =>
  `${file}:${line}: ${fillSaid(message)}`;

describe('docs/configuration.md', () => {
  it('has examples', () => {
    assert.ok(configurations.length > 5);
    assert.ok(files.size > 4);
  });

  for (const { text, line } of configurations) {
    it(`holds in line ${line}`, async () => {
      const plugins = async () => () => () => {};
      const { problems, settings } = await loadConfig('/desk/stories/today.txt', openDesk(text), nodeAssets, {
        plugins,
      });
      assert.deepEqual(problems.map(describeProblem), []);
      assert.ok(settings.rules.size > 0);
    });
  }

  it('tells every key that a configuration has', async () => {
    const { configKeys } = await import('../../src/config/index.ts');
    for (const key of configKeys) assert.match(page, new RegExp(`^\\| \`${key}\` +\\|`, 'm'));
  });

  it('has lists that people and terms are read from', async () => {
    const desk = openDesk('lexicon: [desk/people.csv, desk/terms.yaml, desk/words.txt]');
    const { settings } = await loadConfig('/desk/a.txt', desk, nodeAssets);
    const { people, terms } = settings.lexicon;
    assert.deepEqual(
      people.map(({ name }) => name),
      ['Rövşən Quliyev', 'Aylin Karadeniz', 'Orhan Demir'],
    );
    assert.deepEqual(
      terms.map(({ preferred, kind }) => `${preferred}: ${kind}`),
      ['climate crisis: term', 'eBay: casing', 'Khankendi: place', 'lookbook: casing', 'agritech: casing'],
    );
  });

  it('has a style pack whose examples hold', async () => {
    const { packs, problems } = await testStylePacks('/desk/house', openDesk(''), nodeAssets);
    assert.deepEqual(problems.map(describeProblem), []);
    assert.deepEqual(
      packs.map(({ pack, test }) => [pack.name, test.passed, test.failures]),
      [['House', 1, []]],
    );
  });

  it('has a stet list that is read', () => {
    const { rows, problems } = parseStetRows(files.get('/desk/.copydesk/stet.yaml') ?? '');
    assert.deepEqual(problems, []);
    assert.equal(rows.length, 2);
  });
});
