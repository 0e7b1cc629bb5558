import { defineRule } from './rule.ts';

/** How a paragraph takes part in quotations that run over several. */
interface Running {
  /** Where a quotation opens that the paragraph does not close; −1 for none. */
  open: number;
  /** It carries on what the paragraph before left open, by a mark of its own or by closing it. */
  carriesOn: boolean;
}

const openers = /^\s*[“"«„‘]/;

export default defineRule<Running>({
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
    const { role, text, quotes, quoteOpen } = parsed;
    if (role !== 'paragraph' && role !== 'quote' && role !== 'summary') return [];
    const last = quoteOpen ? quotes.findLast(({ end }) => end === text.length) : undefined;
    const first = quotes[0];
    return [{ open: last?.start ?? -1, carriesOn: openers.test(text) || first?.start === 0 }];
  },
  check(facts, _options, report, { blocks }) {
    facts.forEach(([fact], block) => {
      if (!fact || fact.open < 0) return;
      let next = block + 1;
      while (facts[next]?.length === 0) next++;
      if (facts[next]?.[0]?.carriesOn) return;
      const mark = blocks[block]?.parsed.text.charAt(fact.open) ?? '';
      // A straight mark may be an inch, a ditto or half of a pair that was read otherwise.
      if (!/[“«„]/.test(mark)) return;
      report({ block, start: fact.open, end: fact.open + 1 });
    });
  },
});
