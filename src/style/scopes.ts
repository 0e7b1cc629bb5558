import type { Block, BlockRole, Span } from '../article/index.ts';

/** Kinds of names that a scope may choose or leave out. */
export const nameKinds = ['person', 'rank', 'office', 'place'] as const;
export type NameKind = (typeof nameKinds)[number];

/** A name in a block. */
export interface NameSpan extends Span {
  kind: NameKind;
}

interface Selector {
  sections: readonly string[];
  negated: boolean;
}

/** The scopes of a rule: one must match, and in one all selectors joined by `&`. */
export type Scope = readonly (readonly Selector[])[];

/** A way to see a block: a piece of it under the names of its sections. */
export interface View {
  sections: readonly string[];
  /** The sections of what it lies in, which `~` speaks of. */
  around: readonly string[];
  spans: readonly Span[];
  text: string;
}

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

/** True when a scope speaks of a section, in any of its selectors. */
export function namesSection(scope: Scope, section: string): boolean {
  return scope.some((selectors) => selectors.some(({ sections }) => sections.includes(section)));
}

/** The kinds of names that a scope leaves out: `text & ~person`. */
export function leftOut(scope: Scope): readonly string[] {
  return scope.flatMap((selectors) =>
    selectors
      .filter(({ negated, sections }) => negated && isNameKind(sections[0]))
      .map(({ sections }) => sections[0] ?? ''),
  );
}

function isNameKind(section: string | undefined): section is NameKind {
  return (nameKinds as readonly (string | undefined)[]).includes(section);
}

/** True when a scope takes what lies in these sections, and in these around it. */
export function matchesScope(scope: Scope, sections: readonly string[], around: readonly string[] = sections): boolean {
  const isWhole = sections.includes('raw') || sections.includes('summary');
  return scope.some((selectors) =>
    selectors.every(({ sections: wanted, negated }) => {
      if (!negated) return wanted.every((section) => sections.includes(section));
      // What is left out of a text cannot be left out of the article as a whole.
      if (isNameKind(wanted[0])) return true;
      return !isWhole && !wanted.every((section) => around.includes(section));
    }),
  );
}

/** The sections in which a block lies, by Vale's names. */
export function blockSections({ role, depth, heads }: Pick<Block, 'role' | 'depth' | 'heads'>): readonly string[] {
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
      return ['table', heads ? 'header' : 'cell'];
    case 'caption':
      return ['figure', 'caption', 'attr', 'alt'];
    default:
      return [];
  }
}

/** True for a role that Vale reads as running text, with paragraphs and sentences. */
export function isRunningText(role: BlockRole): boolean {
  return blockSections({ role }).length === 0;
}

/** True for a role whose words the metrics count. */
export function isCounted(role: BlockRole): boolean {
  return role === 'list-item' || role === 'quote' || isRunningText(role);
}
