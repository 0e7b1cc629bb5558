import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
const check = (source: string, path = 'a.txt') => desk.open({ path, source }).check();
const picture = Array.from({ length: 4000 }, (_, i) => String.fromCharCode((i * 89) % 256)).join('');
const wide = [...'They met in the the hall.'].join('\0');

describe('what is not text', () => {
  for (const [name, source] of Object.entries({ picture, wide })) {
    it(`is said to be so, once: ${name}`, () => {
      for (const path of ['a.txt', 'a.md']) {
        const { messages, failures, cast } = check(source, path);
        assert.deepEqual(messages, []);
        assert.deepEqual(cast.people, []);
        assert.deepEqual(
          failures.map(({ ruleId }) => ruleId),
          ['unreadable'],
        );
        assert.match(failures[0]?.error.message ?? '', /not text/);
      }
    });
  }

  it('is read once it is text', () => {
    const session = desk.open({ path: 'a.txt', source: wide });
    session.check();
    session.update('They met in the the hall.');
    const { messages, failures } = session.check();
    assert.deepEqual(failures, []);
    assert.deepEqual(
      messages.map(({ ruleId }) => ruleId),
      ['repeated-words'],
    );
  });

  it('is not a story with one stray control character', () => {
    const { messages, failures } = check('They met\0 in the the hall.');
    assert.deepEqual(failures, []);
    assert.ok(messages.some(({ ruleId }) => ruleId === 'repeated-words'));
  });
});

describe('odd texts', () => {
  const quiet = (source: string, path?: string) => assert.deepEqual(check(source, path).failures, []);

  it('may be empty, or blank', () => {
    for (const source of ['', '\ufeff', ' \n\t\r\n']) {
      quiet(source);
      quiet(source, 'a.md');
      assert.deepEqual(check(source).messages, []);
    }
  });

  it('may hold halves of surrogate pairs', () => {
    const { messages, failures } = check('\ud83d They met in the the hall \udc4d. \ud800');
    assert.deepEqual(failures, []);
    assert.ok(messages.some(({ actual }) => actual === 'the the'));
  });

  it('may be one line of 8,000 characters', () => {
    const source = `${'The council spoke of the bridge and of the road. '.repeat(170)}They met in the the hall.`;
    const { messages, failures } = check(source);
    assert.deepEqual(failures, []);
    assert.deepEqual(
      messages.map(({ actual }) => actual),
      ['the the'],
    );
  });

  it('may be one word of 8,000 letters', () => quiet('a'.repeat(8000)));

  it('may be a megabyte', () => {
    const source = `${'The council spoke of the bridge and of the road.\n\n'.repeat(20_000)}They met in the the hall.\n`;
    const { messages, failures } = check(source);
    assert.deepEqual(failures, []);
    assert.deepEqual(
      messages.map(({ place }) => place.start.line),
      [40_001],
    );
  });
});
