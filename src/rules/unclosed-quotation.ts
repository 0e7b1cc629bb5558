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
    { bad: 'He called it "a long road to the coast.' },
    { bad: '"The road is open, the mayor said. "We shall see."' },
    { good: 'The road is 6" wide and “open”.' },
    { good: '"He said "no" and left," the mayor said.' },
    { good: '"The road is open”, the mayor said.' },
    { good: '"We paid 12" for a beam. The rest was "free", he said.' },
  ],
  collect({ parsed }) {
    if (!runsOn(parsed)) return [];
    const start = parsed.quoteOpen ? findOpen(parsed) : findStraight(parsed.text);
    return start === undefined ? [] : [{ start }];
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

/** Where the quotation opens that a paragraph leaves open. */
function findOpen({ text, quotes }: ParsedBlock): number | undefined {
  const last = quotes.findLast(({ end }) => end === text.length);
  return last && /[“«„]/.test(text.charAt(last.start)) ? last.start : findStraight(text);
}

const opening = /(?<=^|[\s([—–-])"(?=[\p{L}\d'‘([¿¡])/u;
const closing = /(?<=[^\s\d])"(?=$|[\s.,;:!?)\]—–-])/u;
const straightMark = new RegExp(`(?<opens>${opening.source})|${closing.source}|(?<unclear>")`, 'gu');

/**
 * Where a straight mark opens what none closes. One that may be an inch, a ditto or stands loose leaves all of them open
 * to doubt, and so do marks of another form, which may close it.
 */
function findStraight(text: string): number | undefined {
  if (!text.includes('"') || /[“”„«»]/.test(text)) return undefined;
  const open: number[] = [];
  for (const { index, groups } of text.matchAll(straightMark)) {
    if (groups?.unclear) return undefined;
    if (groups?.opens) open.push(index);
    // What the paragraph before left open closes here.
    else open.pop();
  }
  return open[0];
}
