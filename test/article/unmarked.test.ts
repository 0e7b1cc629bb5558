import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { markdown } from '../../src/article/markdown.ts';
import { cutSections } from '../../src/article/sections.ts';
import { readUnmarked } from '../../src/article/unmarked.ts';
import fc, { runs } from '../fuzz/fast-check.ts';

/** What the parser makes of a text: the blocks with what stands in them, and where. */
function parse(section: string) {
  const tree = fromMarkdown(section, {
    extensions: [gfm(), frontmatter()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
  });
  return tree.children.map((node) => [
    node.type === 'heading' ? node.depth : node.type,
    node.position?.start.offset,
    node.position?.end.offset,
    'children' in node && node.children.map((child) => [child.type, 'value' in child && child.value]),
    'children' in node && node.children[0]?.position?.start.offset,
  ]);
}

/** Holds that a section without signs is to the parser, and in the article, what it was read as; false for others. */
function readsAsParsed(section: string): boolean {
  const unmarked = readUnmarked(section);
  if (!unmarked) return false;
  const { text, at, depth } = unmarked;
  assert.deepEqual(parse(section), [[depth || 'paragraph', 0, at + text.length, [['text', text]], at]], section);
  // A comment behind it brings the parser in.
  const parsed = markdown.read(`${section.slice(0, at + text.length)}\n<!-- -->`);
  assert.deepEqual(markdown.read(section).blocks, parsed.blocks, section);
  return true;
}

const letters = [
  'The port',
  'By Leyla Test',
  '(more)',
  ' opened',
  ' 12',
  'ş',
  '.',
  ',',
  '“',
  '!',
  '#',
  '|',
  '>',
  ':',
  '=',
  '-',
];
const breaks = ['\n', '\n', '\r\n', ' ', '  ', '\r', '\t', '\u00a0', '\u2028', '\f', '\ufeff'];
const signs = ['1.', '12)', '- ', '+', '* ', '---', '===', '# ', '## ', '\n| -', '\n:-', '\n===', '> '];
const pairs = [
  '*a*',
  '_a_',
  '`a`',
  '~a~',
  '[a]',
  '[a](b)',
  '[a]: b',
  '<b>',
  '&amp;',
  'http://a.b',
  'WWW.a.b',
  'a@b.c',
  '\\!',
];
const loose = ['*', '_', '`', '~', '[', ']', '<', '&', '@', '://', 'www.', 'a.bc', '\\', '\0', '\ud800', '$', '{', '^'];

describe('a section of Markdown without signs', () => {
  it('reads as the parser reads it', () => {
    const piece = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...letters) },
      { weight: 3, arbitrary: fc.constantFrom(...breaks) },
      { weight: 2, arbitrary: fc.constantFrom(...signs, ...pairs, ...loose) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    const end = fc.constantFrom('', '\n', '\n\n', '\r\n\r\n', ' \n', '\r');
    let read = 0;
    fc.assert(
      fc.property(fc.constantFrom('', '', '# ', '##   ', '####### ', '#'), text, end, (...parts) => {
        if (readsAsParsed(parts.join(''))) read++;
      }),
      runs(20_000),
    );
    assert.ok(read > 2_000, `${read} of 20,000 were read without the parser`);
  });

  it('reads as the parser reads it in what people wrote', () => {
    let read = 0;
    let all = 0;
    for (const file of globSync('node_modules/*/{readme,README}.md')) {
      const source = readFileSync(file, 'utf8');
      for (const { start, end } of cutSections(source)) {
        all++;
        if (readsAsParsed(source.slice(start, end))) read++;
      }
    }
    assert.ok(read > all / 4, `${read} of ${all} were read without the parser`);
  });

  it('is any paragraph of news, wrapped or not, and any heading', () => {
    for (const section of [
      'GANJA, March 4 (Agency) — The port opened: 12,500 tons (19.5%) in “a year” – more than ever; see p. 4/5!\n\n',
      'The port opened\nat dawn, said the mayor.\n2026 was a good year.\n',
      'The port\r\nopened.\r\n\r\n',
      '# Port opens\n\n',
      '###   What next?',
    ])
      assert.ok(readsAsParsed(section), section);
  });
});
