import { textBefore } from '../language/index.ts';
import { defineRule } from './rule.ts';

const tight = /^((?:\p{Lu}\.\s?)*\p{Lu}\.)(\p{Lu}\p{Ll}.*)$/u;
const loose = /^((?:\p{Lu}\.\s?)*\p{Lu}\.)\s+(\p{Lu}\p{Ll}.*)$/u;

export default defineRule({
  id: 'initial-spacing',
  category: 'name',
  severity: 'warning',
  scope: 'block',
  languages: ['en'],
  about: 'Finds initials set against the surname in another way than the house does (“J.Smith”).',
  what: '“{actual}”: the house writes “{expected}”',
  why: 'One way of setting initials before a surname is kept throughout.',
  how: 'Write “{expected}”',
  inQuotes: 'suggest',
  options: {
    spacing: {
      type: 'string',
      default: 'space',
      enum: ['space', 'none'],
      description: 'What stands after the initial.',
    },
  },
  examples: [
    { bad: 'Colonel N.Sadiqli spoke.', good: 'Colonel N. Sadiqli spoke.' },
    { bad: 'Colonel N. Sadiqli spoke.', good: 'Colonel N.Sadiqli spoke.', options: { spacing: 'none' } },
    { good: 'The U.S. Army thanked J.K. Hartley.', note: 'Initials among themselves stand as they are.' },
  ],
  needs: 'initials',
  check(context, { spacing }, report) {
    for (const mention of context.mentions()) {
      if (mention.initials === undefined) continue;
      const { text, name } = mention;
      // «126 F.Supp» is a law report.
      if (/\d\s*$/.test(textBefore(context.parsed.text, name.start))) continue;
      const parts = (spacing === 'none' ? loose : tight).exec(text);
      if (!parts) continue;
      report({ ...name, expected: [`${parts[1]}${spacing === 'none' ? '' : ' '}${parts[2]}`], safe: true });
    }
  },
});
