import type { ParsedBlock } from '../language/index.ts';
import { defineRule } from './rule.ts';

/** Where a quotation opens that its paragraph does not close. */
interface Open {
  start: number;
}

const openers = /^\s*[“"«„‘]/;

export default defineRule<Open>({
  id: 'unclosed-quotation',
  category: 'quote',
  severity: 'warning',
  scope: 'article',
  about:
    'Finds a quotation that is never closed. Where a quotation runs over several paragraphs each of them opens with a mark and only the last one closes. Without the mark readers can’t tell where the speaker’s words end.',
  what: 'The quotation that opens here is not closed',
  why: 'Readers can’t tell where the speaker’s words end; a paragraph without a closing mark is followed by one that opens with a mark.',
  how: 'Close the quotation',
  inQuotes: 'check',
  options: {},
  examples: [
    { bad: '“The road is open, the mayor said.\n\nThe bridge is closed.' },
    { bad: 'He called it “a long road to the coast.' },
    { good: '“The road is open. We shall see.\n\n“The bridge is closed,” the mayor said.' },
    { good: '“The road is open. We shall see.\n\nThe bridge is closed,” the mayor said.' },
    { good: 'The road is 6" wide and “open”.' },
  ],
  collect({ parsed }) {
    if (!parsed.quoteOpen || !runsOn(parsed)) return [];
    const last = parsed.quotes.findLast(({ end }) => end === parsed.text.length);
    // A straight mark may be an inch, a ditto or half of a pair that was read otherwise.
    return last && /[“«„]/.test(parsed.text.charAt(last.start)) ? [{ start: last.start }] : [];
  },
  check(facts, _options, report, { at }) {
    for (const { block, start } of facts) {
      let ahead = 1;
      for (let there = at(block, ahead); there && !runsOn(there.parsed); there = at(block, ahead)) ahead++;
      const there = at(block, ahead)?.parsed;
      // It carries on what is open by a mark of its own or by closing it.
      if (there && (openers.test(there.text) || there.quotes[0]?.start === 0)) continue;
      report({ block, start, end: start + 1 });
    }
  },
});

/** Whether a quotation may run on from there to the next such block, or into it. */
const runsOn = ({ role }: ParsedBlock): boolean => role === 'paragraph' || role === 'quote' || role === 'summary';
