import { defineRule } from './rule.ts';

const courtesy = /^(mr|mrs|ms|miss|mx|dr)$/i;

export default defineRule({
  id: 'courtesy-title',
  category: 'style',
  severity: 'info',
  optIn: true,
  scope: 'block',
  languages: ['en'],
  about:
    'Finds Mr, Mrs, Ms and Miss before a name where the house leaves them out, or writes them with or without a stop.',
  what: '“{actual}” has a courtesy title',
  why: '{reason}',
  how: 'Write “{expected}”',
  inQuotes: 'ignore',
  options: {
    form: {
      type: 'string',
      default: 'style',
      enum: ['style', 'none', 'stopped', 'unstopped'],
      description: 'none: no courtesy titles; stopped: Mr.; unstopped: Mr; style: none, but Mr in guardian and bbc.',
    },
  },
  examples: [
    { bad: 'Mr. Elmar Quliyev spoke.', good: 'Elmar Quliyev spoke.', options: { form: 'none' } },
    { bad: 'Mr. Elmar Quliyev spoke.', good: 'Mr Elmar Quliyev spoke.', options: { form: 'unstopped' } },
    { bad: 'Mr. Elmar Quliyev spoke.', good: 'Mr Elmar Quliyev spoke.', style: 'guardian' },
    { good: '“Mr. Quliyev was kind,” she said.', options: { form: 'none' }, note: 'Quotations stand.' },
  ],
  needs: 'mention',
  check(context, { form }, report, { style }) {
    const british = style === 'guardian' || style === 'bbc';
    const wanted = form === 'style' ? (british ? 'unstopped' : 'none') : form;
    const { text } = context.parsed;
    for (const { honorific, name } of context.mentions()) {
      if (!honorific || !courtesy.test(honorific)) continue;
      const start = text.lastIndexOf(honorific, name.start);
      const written = text.slice(start, name.start).trimEnd();
      if (start < 0 || written.length > honorific.length + 1) continue;
      const stopped = written.endsWith('.');
      if ((wanted === 'stopped' && stopped) || (wanted === 'unstopped' && !stopped)) continue;
      const right = wanted === 'none' ? '' : `${honorific}${wanted === 'stopped' ? '.' : ''} `;
      const reason =
        wanted === 'none'
          ? 'The house writes names without courtesy titles.'
          : 'The house writes courtesy titles in one way.';
      report({ start, end: name.end, expected: [right + text.slice(name.start, name.end)], data: { reason } });
    }
  },
});
