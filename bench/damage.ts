import { readFileSync } from 'node:fs';
import { readKnowledge } from '../src/encoding/knowledge/index.ts';
import { nodeAssets } from '../src/node/index.ts';

/** Where the measuring material stands, beside the project. */
export const shared = '../shared';

/** The rows of a file of JSON lines. */
export function rows<T>(file: string): T[] {
  return readFileSync(`${shared}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

export interface Name {
  name: string;
  kind: string;
  language: string;
}

/** Proper names of the measuring material. */
export function names(): Name[] {
  return readFileSync(`${shared}/names/names.tsv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [name = '', kind = '', language = ''] = line.split('\t');
      return { name, kind, language };
    });
}

const utf8 = new TextEncoder();
const asPage = (page: string) => (text: string) => {
  const bytes = utf8.encode(text);
  return new TextDecoder(page).decode(bytes);
};
/** The page's table as the desk has it, for pages that TextDecoder lacks. */
const pages = readKnowledge(nodeAssets, undefined)?.tables.pages ?? [];
const pageOf = (id: string) => pages.find((page) => page.id === id)?.upper ?? '';
const asTable = (id: string) => (text: string) =>
  [...utf8.encode(text)]
    .map((byte) => (byte < 128 ? String.fromCharCode(byte) : pageOf(id).charAt(byte - 128)))
    .join('');
const fromTable = (from: string, to: string) => (text: string) =>
  [...text]
    .map((char) => {
      const at = char > '\u007f' ? pageOf(from).indexOf(char) : -1;
      return char <= '\u007f' ? char : at < 0 ? '\ufffd' : pageOf(to).charAt(at);
    })
    .join('');
/** Mix-ups that lose nothing, by name. */
export const chains: Record<string, (text: string) => string> = {
  'utf8-as-cp1252': asPage('windows-1252'),
  'utf8-as-latin1': (text) => [...utf8.encode(text)].map((byte) => String.fromCharCode(byte)).join(''),
  'utf8-as-cp1254': asPage('windows-1254'),
  'utf8-as-cp1250': asPage('windows-1250'),
  'utf8-as-cp1251': asPage('windows-1251'),
  'utf8-as-cp1253': asPage('windows-1253'),
  'utf8-as-latin5': asTable('iso-8859-9'),
  'utf8-as-latin9': asTable('iso-8859-15'),
  'utf8-as-latin2': asTable('iso-8859-2'),
  'utf8-as-macroman': asPage('macintosh'),
  'utf8-as-macturkish': asTable('mac-turkish'),
  'utf8-as-cp437': asTable('cp437'),
  'utf8-as-cp850': asTable('cp850'),
  'utf8-as-cp852': asTable('cp852'),
  'utf8-as-cp857': asTable('cp857'),
  'utf8-twice': (text) => asPage('windows-1252')(asPage('windows-1252')(text)),
  'utf8-three-times': (text) => asPage('windows-1252')(asPage('windows-1252')(asPage('windows-1252')(text))),
  'cp1254-as-cp1252': fromTable('windows-1254', 'windows-1252'),
  'cp1254-as-cp1250': fromTable('windows-1254', 'windows-1250'),
  nfd: (text) => text.normalize('NFD'),
  'numeric-entity': (text) => text.replace(/[^\0-\x7f]/g, (char) => `&#${char.charCodeAt(0)};`),
  'hex-entity-twice': (text) => text.replace(/[^\0-\x7f]/g, (char) => `&amp;#x${char.charCodeAt(0).toString(16)};`),
};

const frames = [
  (name: string) => `${name} said on Monday that the talks would go on.`,
  (name: string) => `The talks will go on, deputy chair ${name} told reporters in the capital.`,
  (name: string) => `Officials thanked ${name} for the help that came after the flood.`,
];
/** A name in an English sentence. */
export const frame = (name: string, i: number) => (frames[i % frames.length] as (name: string) => string)(name);
