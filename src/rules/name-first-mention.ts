import type { PlacedMention } from '../people/index.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'name-first-mention',
  category: 'name',
  severity: 'info',
  optIn: true,
  scope: 'person',
  languages: ['en'],
  about:
    'Finds a surname that stands before the full name has been given. A person is brought in with full name and title; after that the surname is enough.',
  what: '“{actual}” stands before the full name “{full}” on line {line}',
  why: 'A person is brought in with full name and title; after that the surname is enough.',
  how: 'Change to “{expected}”',
  inQuotes: 'ignore',
  options: {
    title: { type: 'boolean', default: false, description: 'Ask for a rank, an office or an honorific as well.' },
  },
  examples: [
    {
      bad: 'Kapanadze thanked her crews.\n\nBrigadier General Nino Kapanadze leads the army team.',
      good: 'Nino Kapanadze thanked her crews.\n\nBrigadier General Nino Kapanadze leads the army team.',
    },
    { good: 'Brigadier General Nino Kapanadze leads the team. Kapanadze thanked her crews.' },
    { bad: 'Mayor Kapanadze thanked her crews and left.' },
    { bad: 'Nino Kapanadze said so.', options: { title: true } },
    { good: 'Brigadier General Nino Kapanadze said so.', options: { title: true } },
  ],
  check({ mentions }, options, report) {
    const body = mentions.filter(({ role, inQuote }) => role === 'body' && !inQuote);
    const first = body[0];
    if (!first) return;
    const full = body.find(isFull);
    const place = { block: first.block, start: first.name.start, end: first.name.end };
    if (!full) {
      report({ ...place, what: '“{actual}” is never brought in by the full name' });
    } else if (!isFull(first)) {
      report({
        ...place,
        expected: [full.text],
        data: { full: full.text },
        related: [{ block: full.block, span: full.name, message: 'Full name: “{full}”' }],
      });
    } else if (options.title === true && !first.rank && first.offices.length === 0 && !first.honorific) {
      report({ ...place, what: '“{actual}” has no title at the first mention' });
    }
  },
});

const isFull = ({ given, initials }: PlacedMention) => given !== undefined || initials !== undefined;
