import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));

// From the ground up: a room sees only the rooms before it.
const rooms = [
  'text',
  'lexicon',
  'article',
  'encoding',
  'language',
  'people',
  'spelling',
  'style',
  'rules',
  'config',
  'desk',
  'node',
  'server',
  'extension',
  'cli',
  'start',
];

// More doors: what the server speaks beyond the protocol, for the extension; where caches lie and how V8 is set, for what
// starts the program before there is one.
const doors = /^(?:[\w-]+\/index|server\/protocol|node\/(?:caches|v8-flags))\.ts$/;

interface Import {
  file: string;
  to: string;
  typesOnly: boolean;
}

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name));

/** Every import and re-export of a file, packages left out. */
function readImports(file: string): Import[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const statements = text.matchAll(
    /^\s*(?:import|export)\b(?<what>[^;'"]*?)\bfrom\s*'(?<from>[^']+)'|\bimport\(\s*'(?<lazy>[^']+)'/gm,
  );
  return [...statements].flatMap(({ groups = {} }) => {
    const from = groups.from ?? groups.lazy ?? '';
    if (!from.startsWith('.')) return [];
    const what = groups.what ?? '';
    return [{ file, to: join(dirname(file), from), typesOnly: /^\s*type\b/.test(what) }];
  });
}

const imports = files.flatMap(readImports);
const nameOf = (file: string) => relative(src, file).split(sep).join('/');
const roomOf = (file: string) => nameOf(file).split('/')[0] ?? '';
const show = ({ file, to }: Import) => `${nameOf(file)} → ${nameOf(to)}`;

describe('architecture', () => {
  it('knows every room', () => {
    const found = new Set(files.map(roomOf).filter((room) => !room.endsWith('.ts')));
    assert.deepEqual(
      [...found].filter((room) => !rooms.includes(room)),
      [],
    );
  });

  it('imports point one way', () => {
    const wrong = imports.filter(({ file, to }) => {
      const [from, there] = [rooms.indexOf(roomOf(file)), rooms.indexOf(roomOf(to))];
      return from !== -1 && there > from;
    });
    assert.deepEqual(wrong.map(show), []);
  });

  it('enters a room by its door', () => {
    const wrong = imports.filter(
      ({ file, to }) => roomOf(file) !== roomOf(to) && !doors.test(nameOf(to)) && nameOf(to).includes('/'),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('enters a folder of a room by its door, where it has one', () => {
    const wrong = imports.filter(
      ({ file, to }) =>
        nameOf(to).split('/').length > 2 &&
        !to.endsWith(`${sep}index.ts`) &&
        files.includes(join(dirname(to), 'index.ts')) &&
        relative(dirname(to), file).startsWith('..'),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('lets only config and desk ask the rules', () => {
    const wrong = imports.filter(
      ({ file, to, typesOnly }) =>
        roomOf(to) === 'rules' && !typesOnly && !['rules', 'config', 'desk', 'cli', 'index.ts'].includes(roomOf(file)),
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('keeps the engine out of the extension: types and the server’s protocol only', () => {
    const wrong = imports.filter(
      ({ file, to, typesOnly }) =>
        roomOf(file) === 'extension' &&
        roomOf(to) !== 'extension' &&
        !typesOnly &&
        nameOf(to) !== 'server/protocol.ts' &&
        nameOf(to) !== 'server/index.ts',
    );
    assert.deepEqual(wrong.map(show), []);
  });

  it('has no cycles', () => {
    const graph = new Map<string, string[]>();
    for (const { file, to } of imports) graph.set(file, [...(graph.get(file) ?? []), to]);
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].map(nameOf).join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    assert.deepEqual(cycles, []);
  });

  it('keeps the engine pure: no files, no clock, no editor', () => {
    const engine = new Set(rooms.slice(0, rooms.indexOf('desk') + 1));
    const wrong = files.filter((file) => {
      if (!engine.has(roomOf(file))) return false;
      const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return /from '(?:node:|vscode)|\bDate\.now\b|\bnew Date\(\)|\bprocess\./.test(text);
    });
    assert.deepEqual(wrong.map(nameOf), []);
  });

  it('keeps files small', () => {
    const long = files.filter(
      (file) => !file.endsWith('registry.ts') && readFileSync(file, 'utf8').split('\n').length > 401,
    );
    assert.deepEqual(long.map(nameOf), []);
  });
});
