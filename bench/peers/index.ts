import type { Lint } from '../retext.ts';

/** A linter beside which Copydesk is set. */
export interface Peer {
  name: string;
  /** The largest text that is worth waiting for, in UTF-16 units. */
  most: number;
  /** Loads it and says how to lint a text. */
  load(): Promise<Lint>;
}

// The packages stand in bench/peers/node_modules and are not there until the first full run; so TypeScript can't see them.
const load = async <Module>(name: string): Promise<Module> => (await import(name)) as Module;
const loadDefault = async <Value>(name: string): Promise<Value> => {
  const { default: value } = await load<{ default: Value & { default?: Value } }>(name);
  return value.default ?? value;
};

const textlintRules = ['alex', 'common-misspellings', 'en-capitalization', 'stop-words', 'terminology', 'write-good'];

export const peers: readonly Peer[] = [
  {
    name: 'write-good',
    most: 2_000_000,
    async load() {
      const writeGood = await loadDefault<(text: string) => unknown[]>('write-good');
      return async (text) => writeGood(text).length;
    },
  },
  {
    name: 'cspell (no suggestions)',
    most: 2_000_000,
    async load() {
      const { spellCheckDocument } = await load<{
        spellCheckDocument(
          document: object,
          options: object,
          settings: object,
        ): Promise<{ issues: readonly unknown[] }>;
      }>('cspell-lib');
      let count = 0;
      return async (text) => {
        const document = { uri: `file:///article-${count++}.txt`, text, languageId: 'plaintext', locale: 'en' };
        const options = { generateSuggestions: false, noConfigSearch: true };
        return (await spellCheckDocument(document, options, { language: 'en', version: '0.2' })).issues.length;
      };
    },
  },
  {
    name: 'alex',
    most: 1_000_000,
    async load() {
      const { text: lint } = await load<{ text(text: string): { messages: readonly unknown[] } }>('alex');
      return async (text) => lint(text).messages.length;
    },
  },
  {
    name: 'textlint (six English rules)',
    most: 100_000,
    async load() {
      const { TextlintKernel } = await load<{
        TextlintKernel: new () => {
          lintText(text: string, options: object): Promise<{ messages: readonly unknown[] }>;
        };
      }>('@textlint/kernel');
      const plugin = await loadDefault<object>('@textlint/textlint-plugin-text');
      const rules = await Promise.all(
        textlintRules.map(async (ruleId) => ({ ruleId, rule: await loadDefault<object>(`textlint-rule-${ruleId}`) })),
      );
      const kernel = new TextlintKernel();
      const options = { filePath: 'a.txt', ext: '.txt', plugins: [{ pluginId: 'text', plugin }], rules };
      return async (text) => (await kernel.lintText(text, options)).messages.length;
    },
  },
  {
    name: 'harper.js',
    most: 100_000,
    async load() {
      const { LocalLinter } = await load<{
        LocalLinter: new (options: object) => { setup(): Promise<void>; lint(text: string): Promise<unknown[]> };
      }>('harper.js');
      const { binary } = await load<{ binary: unknown }>('harper.js/binary');
      const linter = new LocalLinter({ binary });
      await linter.setup();
      return async (text) => (await linter.lint(text)).length;
    },
  },
];
