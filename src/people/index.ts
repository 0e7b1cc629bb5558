export type { Cast, Mention, OfficeUse, Person, PlacedMention, RankUse } from './cast.ts';
