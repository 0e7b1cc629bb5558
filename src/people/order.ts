import type { Person, PlacedMention } from './cast.ts';

/** The order of mentions in the text. */
export const orderMentions = (a: PlacedMention, b: PlacedMention): number =>
  a.block - b.block || a.span.start - b.span.start;

/** The order in which people are first named. */
export const orderPeople = (a: Person, b: Person): number =>
  orderMentions(a.mentions[0] as PlacedMention, b.mentions[0] as PlacedMention);
