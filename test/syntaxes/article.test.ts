import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import oniguruma from 'vscode-oniguruma';
import type { IGrammar } from 'vscode-textmate';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const file = new URL('../../syntaxes/article.tmLanguage.json', import.meta.url);
let grammar: IGrammar;

before(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    // The YAML of front matter has VS Code's own grammar; here an empty one stands for it.
    loadGrammar: async (scope) =>
      textmate.parseRawGrammar(
        scope === 'text.article'
          ? readFileSync(file, 'utf8')
          : `{"scopeName": "${scope}", "patterns": [{"match": "x"}]}`,
        'grammar.json',
      ),
  });
  const loaded = await registry.loadGrammar('text.article');
  assert.ok(loaded);
  grammar = loaded;
});

/** The pieces of a text that carry a scope, in order. */
function scoped(text: string, scope: string): string[] {
  const found: string[] = [];
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    let open = false;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const has = scopes.some((one) => one.startsWith(scope));
      const piece = line.slice(startIndex, endIndex);
      if (has && open) found.push((found.pop() ?? '') + piece);
      else if (has && piece.trim()) found.push(piece);
      open = has;
    }
  }
  return found.map((piece) => piece.trim());
}

const story = `Ferry returns after three years

By Leyla Nuriyeva and Orhan Demir

ALAT, Azerbaijan, Nov. 16 — Army General Selçuk Karaçayo?lu said on Monday: “General Demir kept his word.”

<!-- stet rank-case: quoting the ministry -->
The rank of general is old. The BBC reported nothing.

(Reporting by Nigar Sultan)
-30-`;

test('the parts of a story', () => {
  assert.deepEqual(scoped(story, 'markup.heading.headline'), ['Ferry returns after three years']);
  assert.deepEqual(scoped(story, 'entity.name.author'), ['Leyla Nuriyeva and Orhan Demir']);
  assert.deepEqual(scoped(story, 'entity.name.tag.dateline'), ['ALAT, Azerbaijan, Nov. 16']);
  assert.deepEqual(scoped(story, 'comment.line.advisory'), ['(Reporting by Nigar Sultan)']);
  assert.deepEqual(scoped(story, 'keyword.control.end-mark'), ['-30-']);
});

test('ranks with their names, damaged ones too; quotations; stets', () => {
  assert.deepEqual(scoped(story, 'storage.type.rank'), ['Army General', 'General']);
  assert.deepEqual(scoped(story, 'entity.name.person'), ['Selçuk Karaçayo?lu', 'Demir']);
  assert.deepEqual(scoped(story, 'string.quoted'), ['“General Demir kept his word.”']);
  assert.deepEqual(scoped(story, 'keyword.other.stet'), ['stet']);
});

test('a story without a headline begins with its byline', () => {
  assert.deepEqual(scoped('By Leyla Nuriyeva\n\nIt rained.', 'markup.heading'), []);
  assert.deepEqual(scoped('It rained in Alat on Monday.', 'markup.heading'), []);
});

test('front matter is set apart, and an embargo stands out', () => {
  const text = '---\nslug: ferry\n---\nEMBARGOED until Monday\n\nIt rained.';
  assert.deepEqual(scoped(text, 'meta.embedded.block.yaml'), ['slug: ferry']);
  assert.deepEqual(scoped(text, 'keyword.control.embargo'), ['EMBARGOED until Monday']);
});

test('a dash, a quotation left open and a long line colour nothing that follows', () => {
  assert.deepEqual(scoped('The team — all of it — left.', 'entity.name.tag.dateline'), []);
  assert.deepEqual(scoped('He said “We go.\nThey stayed.', 'string.quoted'), ['“We go.']);
});
