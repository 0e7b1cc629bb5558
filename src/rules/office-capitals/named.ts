import { textBefore } from '../../language/index.ts';
import type { OfficeUse } from '../../people/index.ts';
import type { BlockReading, DeskContext, RankStyle } from '../rule.ts';
import type { Placed } from './words.ts';
import { bareOffice, isHeading, opens } from './words.ts';

/** An office straight before a name. */
export interface NamedOffice {
  kind: 'office';
  key: string;
  /** A country stands before it: «French president Luc Moreau». */
  ofCountry: boolean;
  use: OfficeUse;
  isTitle: boolean;
  isLower: boolean;
  /** In small letters where hardly a house has them: «talks with president Luc Moreau». */
  wrongIn?: readonly RankStyle[];
}

// Of companies and clubs too: compared for one person only.
const kinds = new Set('state minister clergy royalty academia local justice police diplomacy parliament'.split(' '));
const before = /\b(?:the|a|an|former|ex|then|late|his|her|their|its)[\s-]+$/i;
// After these an office is the name's title and no description («company president X», «founder and president X»).
const leads = /\b(?:to|with|by|of|from|for|between|on|told|met|thanked|asked|against|through)\s+$/i;
const everywhere: readonly RankStyle[] = ['keep-full', 'ap', 'reuters', 'bbc', 'guardian'];
const withGovernment: readonly RankStyle[] = ['keep-full', 'ap', 'reuters', 'bbc'];
const withMinisters: readonly RankStyle[] = ['ap', 'reuters', 'bbc'];

/** Offices straight before a name, whose capitals are compared. */
export function findNamedOffices(context: BlockReading, { lexicon }: DeskContext): NamedOffice[] {
  if (isHeading(context)) return [];
  const { text } = context.parsed;
  return context.mentions().flatMap(({ offices, name, inQuote, surname, given }): NamedOffice[] => {
    const use = offices.findLast(({ place }) => place === 'before');
    const kind = use && lexicon.offices.row(bareOffice(use.id))?.kind;
    if (!use || inQuote || use.plural || use.cue || !kind || !kinds.has(kind)) return [];
    if (!/^\s+$/.test(text.slice(use.span.end, name.start)) || use.span.end > use.head.end) return [];
    const lead = textBefore(text, use.span.start);
    if (before.test(lead)) return [];
    const key = kind !== 'minister' ? `${use.id}/${surname}` : use.id;
    const ofCountry = use.head.start > use.span.start;
    const isTitle = use.letterCase === 'title';
    // «Defence minister X» at the head of a sentence is the small form.
    const isLower =
      use.letterCase === 'lower' || (use.letterCase === 'mixed' && opens.test(textBefore(text, use.head.start)));
    if (!isTitle && !isLower) return [];
    const bare = use.letterCase === 'lower' && !ofCountry && given !== undefined && leads.test(lead);
    return [{ kind: 'office', key, ofCountry, use, isTitle, isLower, ...(bare && { wrongIn: forbids(use.id, kind) }) }];
  });
}

const heads = new Set(['vice-president', 'prime-minister', 'deputy-prime-minister', 'chancellor']);

/** The styles that write an office before a name with capitals. Sources: their stylebooks, «titles», «jobs». */
function forbids(id: string, kind: string): readonly RankStyle[] {
  if (id === 'president' || kind === 'royalty' || id === 'pope' || id === 'patriarch') return everywhere;
  if (heads.has(id)) return withGovernment;
  return kind === 'minister' ? withMinisters : [];
}

/** Offices straight before a name with small letters, where the same office stands so in capitals elsewhere. */
export function findLowerOffices(all: readonly (Placed<OfficeUse> & NamedOffice)[], style: RankStyle) {
  const lower = all.filter(({ isLower }) => isLower);
  // Most stories write every office in one way.
  if (lower.length === 0) return [];
  return lower.flatMap(({ block, use, key, ofCountry, wrongIn }) => {
    // «French president Luc Moreau» and «President Moreau» is the Financial Times’ way; the other way round is nobody’s.
    const other = all.find((one) => one.isTitle && one.key === key && (one.ofCountry || !ofCountry));
    return other || wrongIn?.includes(style) ? [{ block, use, other }] : [];
  });
}
