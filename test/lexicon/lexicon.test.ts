import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compileLexicon } from '../../scripts/assets/lexicon.ts';
import { wordsOfPeople } from '../../src/lexicon/index.ts';
import { lexicon } from '../people/read.ts';

const files = readdirSync('data/ranks').filter((name) => name.endsWith('.yaml'));
const readData = (file: string) => readFileSync(`data/${file}`, 'utf8');

test('thirty countries have ranks, each row with a source', () => {
  const { ranks } = compileLexicon(readData, files);
  assert.ok(new Set(ranks.map(({ country }) => country)).size >= 30);
  for (const { source, local } of ranks) assert.notEqual(source.trim(), '', local);
});

test('a wrong row is reported at its line and column', () => {
  const broken = (file: string) =>
    file === 'ranks/tr.yaml'
      ? 'country: TR\nranks:\n  - {local: Er, name: Private, service: land, nato: OF-x, order: 1, source: law}\n  - {lokal: Er}\n'
      : readData(file);
  assert.throws(
    () => compileLexicon(broken, ['tr.yaml']),
    ({ message }: Error) =>
      message.includes('ranks/tr.yaml:3:47 «nato» should be a NATO code') &&
      message.includes('ranks/tr.yaml:4:6 unknown key «lokal»') &&
      message.includes('the row has no «name»'),
  );
});

test('a rank without a wording is reported', () => {
  const strange = (file: string) =>
    file === 'ranks/tr.yaml'
      ? 'country: TR\nranks:\n  - {local: X, name: Over General, service: land, nato: OF-9, order: 1, source: law}\n'
      : readData(file);
  assert.throws(() => compileLexicon(strange, ['tr.yaml']), /ranks\/tr\.yaml:3:1 «Over General» is not in rank-forms/);
});

test('every mixture of full and shortened words is read', () => {
  const read = (phrase: string) => {
    const words = phrase.split(' ');
    const hit = lexicon.ranks.wordings.longest((i) => words[i], 0);
    return hit && [hit.length, hit.value.id, hit.value.form, hit.value.plural];
  };
  assert.deepEqual(read('maj gen'), [2, 'major-general', 'abbreviated', false]);
  assert.deepEqual(read('maj general'), [2, 'major-general', 'mixed', false]);
  assert.deepEqual(read('major generals'), [2, 'major-general', 'full', true]);
  assert.deepEqual(read('general staff'), [1, 'general', 'full', false]);
  assert.deepEqual(read('generals'), [1, 'general', 'full', true]);
});

test('ranks know their countries', () => {
  assert.deepEqual(
    lexicon.ranks.rows('army-general', 'TR').map(({ local, name }) => [local, name]),
    [['Orgeneral', 'General']],
  );
  assert.equal(lexicon.ranks.rows('lieutenant-general', 'DE')[0]?.nato, 'OF-8');
  assert.equal(lexicon.ranks.rows('brigadier-general', 'GB').length, 0);
});

test('without assets the lexicon knows the team alone', async () => {
  const { createLexicon } = await import('../../src/lexicon/index.ts');
  const bare = createLexicon(() => undefined);
  assert.deepEqual([bare.people, bare.ranks.idOf('General')], [[], undefined]);
});

test('the words of a team’s people are those of their other spellings too', () => {
  const row = { wrong: ['Korkutby'], source: { file: 'people.csv', line: 2 } };
  const people = [{ ...row, name: 'Ayla Korkut-Bay', aliases: ['Ayla Korkutbey', 'A.K.'] }];
  assert.deepEqual([...wordsOfPeople(people)], ['ayla', 'korkut', 'bay', 'korkutbey', 'a.k.']);
});
