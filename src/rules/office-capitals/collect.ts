import type { OfficeUse } from '../../people/index.ts';
import { findTitles } from '../../people/index.ts';
import type { BlockContext, DeskContext } from '../rule.ts';
import type { OfficeAlone } from './alone.ts';
import { isAside, readOfficeAlone } from './alone.ts';
import type { BodyCase } from './bodies.ts';
import { readBody } from './bodies.ts';
import type { HalfCapital } from './half.ts';
import { readHalfCapital } from './half.ts';
import type { NamedOffice } from './named.ts';
import { readNamedOffice } from './named.ts';

type Fact = BodyCase | HalfCapital | NamedOffice | OfficeAlone;

// Headlines have capitals of their own, bylines and captions are no sentences.
const running = new Set(['paragraph', 'quote']);

/** The offices and bodies of a block whose capitals are judged or compared, in the order of each kind. */
export function collectCapitals(context: BlockContext, { lexicon, vocabulary }: DeskContext): Fact[] {
  const { parsed } = context;
  const found: Fact[] = [];
  const { role } = parsed;
  if (role === 'headline' || role === 'subhead') return found;
  const isRunning = running.has(role);
  const titles = findTitles(parsed, lexicon, vocabulary);
  const add = (fact: Fact | undefined) => fact && found.push(fact);
  const addHalf = (office: OfficeUse) => {
    const half = isRunning ? readHalfCapital(parsed, office, lexicon) : undefined;
    // Several people may have one office.
    if (half && !found.some((fact) => fact.kind === 'half' && fact.start === half.start)) found.push(half);
  };
  for (let i = 0; i < titles.offices.length; i++) {
    const office = titles.offices[i];
    if (!office) continue;
    addHalf(office);
    add(readOfficeAlone(parsed, office, lexicon));
  }
  const mentions = context.mentions();
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.offices.length === 0) continue;
    const { offices } = mention;
    for (const office of offices) addHalf(office);
    const use = offices.findLast(({ place }) => place === 'before');
    if (!use) continue;
    add(readNamedOffice(parsed, use, mention, lexicon));
    if (isAside(parsed, use, mention, lexicon)) add(readOfficeAlone(parsed, use, lexicon));
  }
  for (let i = 0; i < titles.bodies.length; i++) {
    const body = titles.bodies[i];
    if (body) add(readBody(parsed, body, titles.offices, lexicon));
  }
  return found;
}
