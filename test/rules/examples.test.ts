import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import type { Message } from '../../src/desk/index.ts';
import { applyEdits, createDesk } from '../../src/desk/index.ts';
import type { TeamPerson, TeamTerm } from '../../src/lexicon/index.ts';
import { createLexicon } from '../../src/lexicon/index.ts';
import { nodeAssets } from '../../src/node/index.ts';
import type { Example, Rule } from '../../src/rules/index.ts';
import { rules } from '../../src/rules/index.ts';

/** What one rule says of a text under an example's settings, all other rules off. */
function checkAlone(
  rule: Rule,
  { options, style, language, team = [], terms = [] }: Example,
  source: string,
): readonly Message[] {
  const settings = defaultSettings(nodeAssets);
  const defaults = settings.rules.get(rule.id)?.options ?? {};
  const desk = createDesk(
    {
      ...settings,
      lexicon: createLexicon(nodeAssets, { people: team.map(toRow), terms: terms.map(toTerm) }),
      style: style ?? settings.style,
      language: language ?? settings.language,
      rules: new Map([[rule.id, { severity: rule.severity, options: { ...defaults, ...options } }]]),
      key: 'example',
    },
    { assets: nodeAssets },
  );
  const { messages, failures } = desk.open({ path: 'example.txt', source }).check();
  assert.deepEqual(failures, [], `${rule.id} threw`);
  return messages;
}

const toTerm = ({ preferred, banned = [], kind }: NonNullable<Example['terms']>[number]): TeamTerm => ({
  preferred,
  banned,
  kind: kind ?? (banned.length > 0 ? 'term' : 'casing'),
  source: { file: 'terms.yaml', line: 1 },
});

const toRow = (person: NonNullable<Example['team']>[number]): TeamPerson => ({
  aliases: [],
  wrong: [],
  source: { file: 'people.csv', line: 2 },
  ...person,
});

/** The source with the first replacement of every message, those that overlap an earlier one left out. */
function fixFirst(source: string, messages: readonly Message[]): string {
  let taken = -1;
  const edits = messages.flatMap(({ place, expected: [text] }) => {
    if (text === undefined || place.start.offset < taken) return [];
    taken = Math.max(place.end.offset, place.start.offset + 1);
    return [{ start: place.start.offset, end: place.end.offset, text }];
  });
  return applyEdits(source, edits);
}

// The rule of style packs has nothing to say of its own; each pack's rules carry their examples.
const speaking = rules.filter(({ id }) => id !== 'style-pack');

for (const rule of speaking) {
  describe(`rule ${rule.id}`, () => {
    it('has an example of what it flags and of what it leaves alone', () => {
      assert.ok(
        rule.examples.some(({ bad }) => bad !== undefined),
        'no bad example',
      );
      assert.ok(
        rule.examples.some(({ good }) => good !== undefined),
        'no good example',
      );
    });
    for (const example of rule.examples) {
      const { bad, good } = example;
      if (bad !== undefined) {
        it(`flags: ${bad}`, () => {
          const messages = checkAlone(rule, example, bad);
          assert.notEqual(messages.length, 0, 'not flagged');
          for (const message of messages) assert.doesNotMatch(message.reason + message.note, /\{\w+\}/);
          if (good !== undefined && messages.some(({ expected }) => expected.length > 0))
            assert.equal(fixFirst(bad, messages), good);
        });
      }
      if (good !== undefined) {
        it(`leaves alone: ${good}`, () => {
          assert.deepEqual(
            checkAlone(rule, example, good).map(({ reason }) => reason),
            [],
          );
        });
      }
    }
  });
}
