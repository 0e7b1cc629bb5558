import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createVocabulary } from '../../src/language/index.ts';
import { findReferences } from '../../src/people/index.ts';
import { foldWord } from '../../src/text/index.ts';
import { lexicon, read } from './read.ts';

/** What each title stands for, as «title = surname». */
function references(...paragraphs: string[]): string[] {
  const { cast, blocks } = read(paragraphs.join('\n\n'));
  return findReferences(cast, blocks, { lexicon, vocabulary: createVocabulary(foldWord) }).map(
    ({ person, block, span }) => `${blocks[block]?.text.slice(span.start, span.end)} = ${person.surname}`,
  );
}

const minister = 'Defence Minister Elmar Kosanov met reporters in Baku on Friday.';

const resolved: [title: string, story: string[], found: string[]][] = [
  ['the minister', [minister, 'The minister said the talks went well.'], ['minister = Kosanov']],
  ['the defence minister', [minister, 'Then the defence minister left for Ganja.'], ['defence minister = Kosanov']],
  ['with a possessive', [minister, 'The minister’s car stood outside.'], ['minister = Kosanov']],
  ['in a quotation', [minister, '“I saw the minister there,” a guard said.'], ['minister = Kosanov']],
  [
    'the general, of a lieutenant general',
    ['Lieutenant General Ali Yurt came on Friday.', 'The general saluted and the colonel left.'],
    ['general = Yurt'],
  ],
  [
    'the colonel, of a lieutenant colonel',
    ['Lieutenant Colonel Ali Yurt came on Friday.', 'Later the colonel, who was late, apologised.'],
    ['colonel = Yurt'],
  ],
  [
    'each his own',
    ['President Rauf Aslan met General Ali Yurt on Friday.', 'The president told the general that he was late.'],
    ['president = Aslan', 'general = Yurt'],
  ],
  [
    'with the country',
    ['Turkish President Rauf Aslan met Georgian President Irma Gelashvili.', 'The Turkish president spoke first.'],
    ['Turkish president = Aslan'],
  ],
  [
    'the spokeswoman beside the spokesman',
    ['Spokesman Ali Yurt and spokeswoman Leyla Aslanova came on Friday.', 'The spokeswoman said they were late.'],
    ['spokeswoman = Aslanova'],
  ],
  [
    'the president of one country is still the president',
    [
      'Turkish President Rauf Aslan spoke.',
      'He has been the president of Türkiye since May.',
      'The president then left.',
    ],
    ['president = Aslan'],
  ],
  [
    'after the name',
    ['Leyla Aslanova, the ambassador to Ankara, came on Friday.', 'The ambassador said little.'],
    ['ambassador = Aslanova'],
  ],
];
for (const [title, story, found] of resolved) test(title, () => assert.deepEqual(references(...story), found));

const nobody: [title: string, ...story: string[]][] = [
  ['nobody was named', 'The minister said the talks in Baku went well on Friday.'],
  ['named later', 'The minister spoke on Friday.', 'Defence Minister Elmar Kosanov then left.'],
  ['two generals', 'General Ali Yurt met General Kemal Demir on Friday.', 'The general spoke first.'],
  ['two ministers', minister, 'Foreign Minister Leyla Aslanova joined him.', 'The minister said it went well.'],
  ['another general', 'General Ali Yurt met a general from Georgia.', 'The general spoke first.'],
  ['of another field', minister, 'The finance minister was away.', 'The minister was in Rome.'],
  ['of another country', 'US President John Hill spoke on Friday.', 'The president of France agreed.'],
  [
    'of another country, and from there on',
    'US President John Hill spoke on Friday.',
    'The French president agreed.',
    'The president then left.',
  ],
  ['of another body', 'President Rauf Aslan spoke.', 'The president of the football federation agreed.'],
  [
    'of another body, and from there on',
    'President Rauf Aslan spoke.',
    'The president of the football federation agreed.',
    'The president then left.',
  ],
  ['what a thing is called', 'General Ali Yurt came.', 'Sailors called the tug “the General”.'],
  ['a former holder', 'Former President Rauf Aslan spoke on Friday.', 'The president did not answer.'],
  ['the former holder', 'President Rauf Aslan spoke on Friday.', 'The former president did not answer.'],
  ['a lower rank', 'Colonel Ali Yurt came on Friday.', 'The general was late.'],
  ['a higher rank', 'Colonel General Ali Yurt came on Friday.', 'The colonel was late.'],
  ['a deputy', 'Deputy Defence Minister Elmar Kosanov spoke on Friday.', 'The minister was in Rome.'],
  ['a spokeswoman', 'Spokesman Ali Yurt spoke on Friday.', 'The spokeswoman was late.'],
  ['any minister', minister, 'A minister must answer within a week, and every minister knows it.'],
  ['several', minister, 'The ministers agreed.'],
  [
    'a part of something else',
    'General Ali Yurt met President Rauf Aslan on Friday.',
    'The general election and the president-elect were discussed; the general public paid.',
  ],
  ['a head of anything', 'Fire chief Ali Yurt came on Friday.', 'The chief was late.'],
];
for (const [title, ...story] of nobody) test(`nobody: ${title}`, () => assert.deepEqual(references(...story), []));
