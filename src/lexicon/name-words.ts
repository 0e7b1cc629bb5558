/** Groups of words that tell where a name begins and ends; data/name-words.yaml says what each does. */
export const nameWordGroups = [
  'particles',
  'patronymics',
  'honorifics',
  'kunyas',
  'suffixes',
  'plain',
  'things',
  'vessels',
  'speech',
  'acts',
  'after_titles',
  'articles',
  'services',
  'compass',
  'ships',
  'shortened',
  'families_first',
  'families_doubtful',
  'middles',
  'near_dates',
] as const;

export type NameWordGroup = (typeof nameWordGroups)[number];

/** The words of each group, folded. */
export type NameWords = Readonly<Record<NameWordGroup, ReadonlySet<string>>>;

/** Reads the compiled groups. */
export function readNameWords(rows: Partial<Readonly<Record<NameWordGroup, readonly string[]>>>): NameWords {
  const words = {} as Record<NameWordGroup, ReadonlySet<string>>;
  for (const group of nameWordGroups) words[group] = new Set(rows[group]);
  return words;
}
