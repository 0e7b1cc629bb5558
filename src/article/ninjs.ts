import type { Article, Block, BlockRole, Reader } from './article.ts';
import { html } from './html.ts';
import type { JsonNode } from './json.ts';
import { readJson } from './json.ts';
import { nestBlock } from './nested.ts';
import { nitf } from './nitf.ts';
import { plain } from './plain.ts';
import { findDatelineEnd } from './roles.ts';
import { writeJson } from './written.ts';

type Text = JsonNode & { kind: 'text' };
type Members = (JsonNode & { kind: 'object' })['members'];

/** Properties with prose, by the part of their name before an underscore, in every version of the format. */
const roles: Readonly<Record<string, BlockRole>> = {
  headline: 'headline',
  headlines: 'headline',
  title: 'headline',
  subheadline: 'subhead',
  subheadlines: 'subhead',
  byline: 'byline',
  by: 'byline',
  bylines: 'byline',
  slugline: 'slug',
  ednote: 'advisory',
  description: 'summary',
  descriptions: 'summary',
};

/** ninjs, the IPTC's news in JSON, 1 to 3 (https://iptc.org/standards/ninjs/). Other JSON is read as plain text. */
export const ninjs: Reader = {
  format: 'ninjs',
  extensions: ['.json'],
  read(source) {
    const document = readJson(source);
    if (document?.kind !== 'object' || !isNinjs(document.members)) return plain.read(source);
    const blocks: Block[] = [];
    readItem(document.members, false, blocks);
    return { format: 'ninjs', source, blocks, stets: [], fields: readFields(document.members) };
  },
};

/** Whether a JSON document says that it is ninjs, or has what every story in ninjs has. */
export function looksLikeNinjs(source: string): boolean {
  const document = /"(?:headlines?|bod(?:y_\w+|ies)|description_\w+|descriptions|standard)"/.test(source)
    ? readJson(source)
    : undefined;
  return document?.kind === 'object' && isNinjs(document.members);
}

function isNinjs(members: Members): boolean {
  const standard = find(members, 'standard');
  if (standard?.kind === 'object') {
    const name = find(standard.members, 'name');
    if (name?.kind === 'text') return /ninjs/i.test(name.value);
  }
  const has = (pattern: RegExp) => members.some(([key]) => pattern.test(key));
  return has(/^uri$/) && has(/^(?:headlines?|body_\w+|bodies|description_\w+|descriptions)$/);
}

const find = (members: Members, name: string) => members.find(([key]) => key.toLowerCase() === name)?.[1];

/** @param attached a picture or another item that goes with the story: what describes it is a caption */
function readItem(members: Members, attached: boolean, blocks: Block[]): void {
  let hasBody = false;
  for (const [key, node] of members) {
    const [name = '', kind = ''] = key.toLowerCase().split('_');
    const role = Object.hasOwn(roles, name) ? roles[name] : undefined;
    if (name === 'associations') {
      const items =
        node.kind === 'list' ? node.items : node.kind === 'object' ? node.members.map(([, one]) => one) : [];
      for (const item of items) if (item.kind === 'object') readItem(item.members, true, blocks);
    } else if (name === 'body' || name === 'bodies') {
      for (const body of readBodies(node, kind)) {
        blocks.push(...(hasBody ? body.map((block) => ({ ...block, repeats: true })) : body));
        hasBody ||= body.length > 0;
      }
    } else if (role) {
      for (const { text } of textsOf(node)) {
        const own = attached && role === 'summary' ? 'caption' : role;
        blocks.push(...(isMarkup(text.value) ? readInside(text, html.read(text.value)) : readLine(text, own)));
      }
    }
  }
}

/** The blocks of each body: a story has one, and may have the same once more in other forms. */
function readBodies(node: JsonNode, kind: string): Block[][] {
  return textsOf(node).map(({ text, type }) => {
    const media = type || kind;
    if (/<nitf[\s>]/i.test(text.value)) return readInside(text, nitf.read(text.value));
    if (/html/i.test(media) || (media === '' && isMarkup(text.value))) return readInside(text, html.read(text.value));
    // A body in a provider's own XML says the same once more.
    return /xml|json/i.test(media) ? [] : readInside(text, plain.read(text.value));
  });
}

const isMarkup = (text: string) => /<(?:p|h[1-6]|div|br|ul|ol|html|body)[\s/>]/i.test(text);

/** A text, or the `value` of each in a list (ninjs 2 and 3), with the media type that is said of it. */
function textsOf(node: JsonNode): { text: Text; type: string }[] {
  if (node.kind === 'text') return [{ text: node, type: '' }];
  if (node.kind === 'list') return node.items.flatMap(textsOf);
  if (node.kind !== 'object') return [];
  const text = find(node.members, 'value');
  const type = find(node.members, 'contenttype');
  return text?.kind === 'text' ? [{ text, type: type?.kind === 'text' ? type.value : '' }] : [];
}

function readInside(text: Text, { blocks }: Article): Block[] {
  return blocks.map((block) => nestBlock(block, text.map, writeJson));
}

function readLine(text: Text, role: BlockRole): Block[] {
  const { value, map, start, end } = text;
  if (value.trim() === '') return [];
  const block: Block = { role, text: value, map, start, end, datelineEnd: 0, opaque: [], write: writeJson };
  if (role === 'headline') block.depth = 1;
  if (role === 'subhead') block.depth = 2;
  if (role === 'summary' || role === 'caption') block.datelineEnd = findDatelineEnd(value);
  return [block];
}

function readFields(members: Members): Record<string, unknown> {
  return Object.fromEntries(
    members.flatMap(([key, node]) => (node.kind === 'text' || node.kind === 'other' ? [[key, node.value]] : [])),
  );
}
