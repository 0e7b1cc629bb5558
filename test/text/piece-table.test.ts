import assert from 'node:assert/strict';
import { it } from 'node:test';
import { PieceTable, unmet } from '../../src/text/index.ts';
import fc from '../fuzz/fast-check.ts';

/** The numbers of a text's pieces, in the order in which the table met them first, and the pieces as it parted them. */
function read(table: PieceTable, texts: readonly string[]): { numbers: number[]; pieces: string[] } {
  const numbers: number[] = [];
  const pieces: string[] = [];
  let next = 0;
  for (const text of texts)
    for (let at = 0; at < text.length; at++) {
      if (text[at] === ' ') continue;
      let number = table.find(text, at, text.length);
      const piece = text.slice(at, table.end);
      if (number === unmet) {
        number = next++;
        table.keep(piece, number);
      }
      numbers.push(number);
      pieces.push(piece);
      at = table.end;
    }
  return { numbers, pieces };
}

/** The same by a map. */
function readPlainly(texts: readonly string[]): { numbers: number[]; pieces: string[] } {
  const known = new Map<string, number>();
  const pieces = texts.flatMap((text) => text.split(' ').filter(Boolean));
  for (const piece of pieces) if (!known.has(piece)) known.set(piece, known.size);
  return { numbers: pieces.map((piece) => known.get(piece) ?? -1), pieces };
}

it('tells pieces apart as a map does', () => {
  const letter = fc.constantFrom('a', 'b', 'A', 'é', '’', '\0', '\u0130', '\ud835', '\n', ' ', ' ');
  const text = fc.string({ unit: letter, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      assert.deepEqual(read(new PieceTable(), texts), readPlainly(texts));
    }),
  );
});

it('finds all again when it has rows for them, and when it has grown', () => {
  const numbers = (from: number) =>
    Array.from({ length: 20_000 }, (_, i) => `${from + i}`.padStart(1 + (i % 17), 'x')).join(' ');
  // It begins to use rows between two pieces of the fourth text, which it has not met.
  const texts = [numbers(0), numbers(0), numbers(0), numbers(20_000), numbers(0), numbers(20_000)];
  assert.deepEqual(read(new PieceTable(), texts), readPlainly(texts));
});

it('tells pieces apart by rows as by the map', () => {
  const table = new PieceTable();
  const before = Array.from({ length: 70_000 }, () => 'a').join(' ');
  const texts = [
    before,
    'é a ’é aé a\0 a \0a',
    'abcdefghijkl abcdefghijklm abcdefghijkl abcdefghijklm',
    'é ’é aé \0a A',
  ];
  assert.deepEqual(read(table, texts), readPlainly(texts));
});

it('reads no further than it was told', () => {
  const table = new PieceTable();
  table.find('abc', 0, 3);
  table.keep('abc', 7);
  const long = 'abcdefghijklmnopqrstuvwxyz';
  table.find(long, 0, 20);
  table.keep(long.slice(0, 20), 8);
  for (const [to, number] of [
    [3, 7],
    [4, unmet],
    [20, 8],
    [21, unmet],
  ] as const) {
    assert.equal(table.find(`${long} z`, 0, to), number);
    assert.equal(table.end, to);
  }
});
