/** Fills a template; a face hands in its own for other languages. */
export type Translate = (template: string, data: Readonly<Record<string, string | number>>) => string;

/** Fills `{name}` in an English template. */
export const fillTemplate: Translate = (template, data) => {
  let filled = '';
  let from = 0;
  for (let end = template.indexOf('}'); end >= 0; end = template.indexOf('}', end + 1)) {
    const start = template.lastIndexOf('{', end);
    const name = template.slice(start + 1, end);
    if (start < from || !Object.hasOwn(data, name)) continue;
    filled += template.slice(from, start) + String(data[name]);
    from = end + 1;
  }
  return filled + template.slice(from);
};

/** A text for people before it is put into their language: a template with the holes `{0}`, `{1}` …, and what fills them. Plain data. */
export interface Said {
  template: string;
  data: readonly (string | number | Said)[];
}

/** The tag that makes one of a template literal. Nested ones are put into the language, too. */
export function said(parts: TemplateStringsArray, ...data: Said['data']): Said {
  return { template: parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`), data };
}

/** The text in a language; English without one. */
export function fillSaid({ template, data }: Said, translate: Translate = fillTemplate): string {
  const filled = data.map((value, i) => [i, typeof value === 'object' ? fillSaid(value, translate) : value]);
  return translate(template, Object.fromEntries(filled) as Record<string, string | number>);
}

/** An error whose text is for people. */
export class SaidError extends Error {
  readonly said: Said;

  constructor(text: Said) {
    super(fillSaid(text));
    this.said = text;
  }
}

/** What an error says; that of a library stays as it is. */
export function saidBy(error: unknown): Said {
  if (error instanceof SaidError) return error.said;
  return said`${error instanceof Error ? error.message : String(error)}`;
}
