import type { BlockRole } from '../article/index.ts';

/** What of a block is searched: all of it, its paragraph as such, each sentence, or the whole article. */
export type ScopeUnit = 'text' | 'paragraph' | 'sentence' | 'summary' | 'raw';

interface Selector {
  sections: readonly string[];
  negated: boolean;
}

/** The scopes of a rule: one must match, and in one all selectors joined by `&`. */
export type Scope = readonly (readonly Selector[])[];

/** Reads scopes as Vale writes them: `heading.h1`, `text & ~blockquote`. */
export function readScope(scopes: readonly string[]): Scope {
  return scopes.map((scope) =>
    scope.split('&').map((part) => {
      const text = part.trim();
      const negated = text.startsWith('~');
      return { negated, sections: (negated ? text.slice(1) : text).split('.').map((section) => section.trim()) };
    }),
  );
}

/** True when a scope takes a text that lies in these sections. */
export function matchesScope(scope: Scope, sections: readonly string[]): boolean {
  const isWhole = sections.includes('raw') || sections.includes('summary');
  return scope.some((selectors) =>
    selectors.every(({ sections: wanted, negated }) => {
      const holds = wanted.every((section) => sections.includes(section));
      // What is left out of a text cannot be left out of the article as a whole.
      return negated ? !holds && !isWhole : holds;
    }),
  );
}

/** The sections in which a block lies, by Vale's names. */
export function blockSections(role: BlockRole, depth: number | undefined, extension: string): readonly string[] {
  return ['text', ...roleSections(role, depth), extension];
}

/** True for a role that Vale reads as running text, with paragraphs and sentences. */
export function isRunningText(role: BlockRole): boolean {
  return roleSections(role, undefined).length === 0;
}

function roleSections(role: BlockRole, depth: number | undefined): readonly string[] {
  switch (role) {
    case 'headline':
      return ['heading', `h${depth ?? 1}`];
    case 'subhead':
      return ['heading', `h${depth ?? 2}`];
    case 'list-item':
      return ['list'];
    case 'quote':
      return ['blockquote'];
    case 'cell':
      return ['table', 'cell'];
    case 'caption':
      return ['figure', 'caption', 'attr', 'alt'];
    default:
      return [];
  }
}
