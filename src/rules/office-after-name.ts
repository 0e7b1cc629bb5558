import { defineRule } from './rule.ts';

export default defineRule({
  id: 'office-after-name',
  category: 'office',
  severity: 'info',
  scope: 'block',
  languages: ['en'],
  about:
    'Finds an office with capitals after a name. AP, Reuters, the Guardian and the BBC capitalise an office before a name only, so it speaks under these styles.',
  what: '“{actual}” is lower-case after a name',
  why: 'AP, Reuters, the Guardian and the BBC capitalise an office before a name only.',
  how: 'Write “{expected}”',
  inQuotes: 'ignore',
  options: {
    case: {
      type: 'string',
      default: 'style',
      enum: ['style', 'lower', 'any'],
      description: 'style: lower-case in ap, reuters, guardian and bbc; lower: always; any: never reported.',
    },
  },
  examples: [
    {
      bad: 'Orhan Demir, Minister of Defence of Türkiye, spoke.',
      good: 'Orhan Demir, minister of defence of Türkiye, spoke.',
      style: 'ap',
    },
    {
      bad: 'Orhan Demir, the Chief of the General Staff, spoke.',
      good: 'Orhan Demir, the chief of the General Staff, spoke.',
      style: 'guardian',
    },
    { good: 'Orhan Demir, Minister of Defence of Türkiye, spoke.', note: 'In keep-full capitals stand.' },
    { good: 'Defence Minister Orhan Demir spoke.', style: 'ap' },
  ],
  needs: 'office',
  check(context, options, report, { style, lexicon }) {
    const lower =
      options.case === 'lower' || (options.case === 'style' && style !== 'keep-full' && style !== 'any-consistent');
    if (!lower) return;
    const { text } = context.parsed;
    const { fields, bodies } = lexicon.offices;
    for (const { offices } of context.mentions())
      for (const { place, head, span, letterCase } of offices) {
        if (place !== 'after' || letterCase !== 'title') continue;
        const words = text.slice(head.start, span.end).split(/(\s+)/);
        const folded = words.map((word) => word.toLowerCase());
        const phrase = folded.filter((word) => word.trim());
        const fixed = words.map((word, i) => {
          const at = phrase.length - folded.slice(i).filter((other) => other.trim()).length;
          if (!word.trim() || keeps(at)) return word;
          return word.charAt(0).toLowerCase() + word.slice(1);
        });
        const right = fixed.join('');
        if (right !== words.join('')) report({ start: head.start, end: span.end, expected: [right] });
        /** Words of bodies, countries and unknown names keep their capitals; the office and its field lose them. */
        function keeps(at: number): boolean {
          const part = (i: number) => phrase[i];
          for (let from = 0; from <= at; from++) {
            const body = bodies.longest(part, from);
            if (body && from + body.length > at && body.value.traits?.includes('proper')) return true;
          }
          const inHead = at < (text.slice(head.start, head.end).match(/\S+/g)?.length ?? 0);
          if (inHead) return false;
          for (let from = 0; from <= at; from++) {
            const field = fields.longest(part, from);
            if (field && from + field.length > at) return false;
          }
          return true;
        }
      }
  },
});
