import type { Lexicon } from '../lexicon/index.ts';
import { rankId } from '../lexicon/index.ts';
import type { Mention, Person } from './cast.ts';

/** The ways a house writes ranks (`RankStyle` of the rules). */
export type TitleStyle = 'keep-full' | 'ap' | 'reuters' | 'guardian' | 'bbc' | 'any-consistent';

/** A rank in words: in full, with AP's stopped abbreviation, or the British one without stops. */
export function writeRank(lexicon: Lexicon, id: string, form: 'full' | 'ap' | 'british'): string {
  const row = lexicon.ranks.form(id);
  if (!row) return '';
  return (form === 'full' ? undefined : row[form]) ?? row.name;
}

/** The form of ranks in a house style. Sources: AP Stylebook; Reuters Handbook; Guardian style guide; BBC News style guide. */
export function formOfStyle(style: TitleStyle): 'full' | 'ap' | 'british' {
  if (style === 'ap') return 'ap';
  return style === 'guardian' || style === 'bbc' ? 'british' : 'full';
}

/** What British copy keeps of a rank at a later mention: Lieutenant General → General. */
export function seniorRank(lexicon: Lexicon, id: string): string {
  const senior = lexicon.ranks.form(id)?.senior;
  return senior ? rankId(senior) : id;
}

/** The surname with its particles, as written in a mention. */
export function writeSurname({ particles, surname }: Mention): string {
  return particles ? `${particles}${particles.endsWith('-') ? '' : ' '}${surname}` : surname;
}

/**
 * How a style wants a person named next.
 *
 * @param turn `first` for the first mention in the article, else `later`
 */
export function nextMention(
  person: Person,
  style: TitleStyle,
  lexicon: Lexicon,
  turn: 'first' | 'later' = 'later',
): string {
  const ranked = person.mentions.find(({ rank, inQuote }) => rank && !rank.uncertain && !inQuote)?.rank;
  const first = person.mentions[0];
  const id = ranked?.id ?? (person.team?.rank ? lexicon.ranks.idOf(person.team.rank) : undefined);
  const form = formOfStyle(style);
  const surname = first ? writeSurname(first) : person.surname;
  if (turn === 'first') return id ? `${writeRank(lexicon, id, form)} ${person.name}` : person.name;
  if (!id || style === 'ap' || style === 'reuters' || style === 'guardian') return surname;
  const kept = style === 'bbc' ? seniorRank(lexicon, id) : id;
  const written = ranked?.form === 'abbreviated' && style === 'any-consistent' ? 'ap' : form;
  return `${writeRank(lexicon, kept, written)} ${surname}`;
}
