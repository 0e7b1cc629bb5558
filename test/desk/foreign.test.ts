import assert from 'node:assert/strict';
import { it } from 'node:test';
import { defaultSettings } from '../../src/config/index.ts';
import { createDesk } from '../../src/desk/index.ts';
import { nodeAssets } from '../../src/node/index.ts';

const desk = createDesk(defaultSettings(nodeAssets), { assets: nodeAssets });
const check = (source: string) =>
  desk
    .open({ path: 'story.txt', source })
    .check()
    .messages.map(({ ruleId, actual }) => `${ruleId} ${actual}`);

it('says nothing of English in an article in a language that it does not know', () => {
  const stories = [
    'Daraja jipya\n\nWaziri wa ujenzi alisema jana kwamba daraja jipya la bandari litafunguliwa mwezi ujao. Wakazi walisema walisubiri kwa muda mrefu sana.\n\nBarua a ombi ilitumwa wiki iliyopita na baraza la mji.',
    'Új híd\n\nA miniszter azt mondta, hogy a a kikötő új hídja egy hónapon belül megnyílik. A lakók régóta várnak a hídra.\n\nA erdő mellett épült út is elkészült.',
    'Gnûf puint\n\nIl sindic al à dit che il gnûf puint dal puart al sarà viert il mês cu ven. A an spietât agns e agns par vêlu.',
  ];
  for (const story of stories) assert.deepEqual(check(story), []);
});

it('leaves a paragraph in another language alone and reads the English around it', () => {
  const found = check(
    'The mayor thanked the crew for a honest answer on Monday.\n\nDaraja jipya la bandari litafunguliwa mwezi ujao na a a wakazi walisubiri kwa muda mrefu sana.\n\nThe bridge was opend in a hour by the the mayor.',
  );
  assert.deepEqual(found, ['indefinite-article a', 'spelling opend', 'indefinite-article a', 'repeated-words the the']);
});

it('stays with English for names, results, headlines and capitals', () => {
  const lines = [
    'Sheikh Hamad bin Isa, Sultan ibn Tariq, Nuru ould Daddah and Omar abu Risha wrote a open letter.',
    'Karabakh 2-1 Zira (Vidadi 14, pen 67); Sabah 0-0 Neftchi, a equal match, att 4,300',
    'PORT BRIDGE OPENED AS A URGENT STEP',
    'Bisque, ragout, gazpacho, tzatziki, a empty bowl',
  ];
  for (const line of lines)
    assert.ok(
      check(line).some((one) => one.startsWith('indefinite-article')) || line === line.toUpperCase(),
      `${line}: ${check(line)}`,
    );
});

it('reads an article by its language again when a keystroke changes that', () => {
  const english = 'The mayor of the town and the crew of the ship were there.';
  const foreign = 'Waziri wa ujenzi alisema jana kwamba daraja jipya la bandari litafunguliwa mwezi ujao.';
  const short = 'Pata a apple';
  const session = desk.open({ path: 'story.txt', source: `${foreign}\n\n${short}` });
  assert.deepEqual(session.check().messages, []);
  session.update(`${english}\n\n${short}`);
  assert.deepEqual(
    session.check().messages.map(({ ruleId }) => ruleId),
    ['indefinite-article'],
  );
  session.update(`${foreign}\n\n${short}`);
  assert.deepEqual(session.check().messages, []);
});

it('takes a line of an Azerbaijani article for Azerbaijani, although its letters are Turkish too', () => {
  const prose =
    'Nazir bildirib ki, limanda yanğın söndürülüb və zərərin həcmi hələ məlum deyil. Komissiya sabah iclas keçirəcək.';
  assert.deepEqual(check(`Limanda yanğın\n\n${prose}\n\nAnbar binası tam dağıdılmışdır.`), []);
});
