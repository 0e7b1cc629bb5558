import retextSentenceSpacing from 'retext-sentence-spacing';
import { readyPlugin, toFinding } from './retext.ts';
import { defineRule } from './rule.ts';

const check = readyPlugin(retextSentenceSpacing);

/** Two spaces behind what may be the end of a sentence. */
const wideGap = /[.!?…]["”’»)]* {2}/;

export default defineRule({
  id: 'sentence-spacing',
  category: 'punctuation',
  severity: 'info',
  scope: 'block',
  about: 'Finds more than one space between two sentences. Two are left over from the typewriter.',
  what: 'More than one space between sentences',
  why: 'One space follows a sentence; two are left over from the typewriter.',
  how: 'Leave one space',
  inQuotes: 'suggest',
  options: {},
  examples: [
    { bad: 'The ship sailed.  It came back on Friday.', good: 'The ship sailed. It came back on Friday.' },
    { good: 'The ship sailed. It carried Gen.  Demirkan and  others.' },
  ],
  check(context, _options, report) {
    if (!wideGap.test(context.parsed.text)) return;
    for (const message of check(context)) report({ ...toFinding(message, context), safe: true });
  },
});
