import retextSentenceSpacing from 'retext-sentence-spacing';
import { readyPlugin, toFinding } from './retext.ts';
import { defineRule } from './rule.ts';

const check = readyPlugin(retextSentenceSpacing);

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
    if (!holdsWideGap(context.parsed.text)) return;
    for (const message of check(context)) report({ ...toFinding(message, context), safe: true });
  },
});

/** Whether two spaces stand behind the end of a sentence. */
function holdsWideGap(text: string): boolean {
  for (let at = text.indexOf('  '); at >= 0; at = text.indexOf('  ', at + 1)) {
    let end = at - 1;
    while (end >= 0 && '"”’»)'.includes(text.charAt(end))) end--;
    if (end >= 0 && '.!?…'.includes(text.charAt(end))) return true;
  }
  return false;
}
