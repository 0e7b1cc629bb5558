/** What a slip of the keys or of the ear costs, in units of one unexplained letter. Set by hand; measured by bench/accuracy/spelling.ts. */
export const costs = {
  replace: 1,
  replaceNeighbour: 0.85,
  replaceVowel: 0.65,
  replaceSound: 0.75,
  /** Letters that differ in their marks alone. */
  replaceMark: 0.25,
  /** A letter of the word is missing. */
  insert: 0.85,
  insertVowel: 0.8,
  insertDoubled: 0.4,
  insertMark: 0.35,
  /** A letter too many. */
  remove: 0.9,
  removeDoubled: 0.4,
  swap: 0.55,
  /** On top, for a slip in the first letter: people get that one right, where they don’t swap it. */
  first: 0.35,
} as const;

// Rows of the QWERTY layout; keys that touch are neighbours.
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Where a key lies: its row, and its place in it in widths of a key. */
export interface Key {
  row: number;
  place: number;
}

/** The key of a letter; undefined for one that has none. */
export function findKey(letter: string): Key | undefined {
  const row = rows.findIndex((keys) => keys.includes(letter));
  return row < 0 ? undefined : { row, place: (rows[row] ?? '').indexOf(letter) + row / 2 };
}

/** True when two keys touch. */
export function areNeighbours(a: Key, b: Key): boolean {
  return Math.abs(a.row - b.row) <= 1 && Math.abs(a.place - b.place) <= 1;
}

const vowels = /^[aeiouyıöüəâîû]$/;
/** True for a letter that stands for a vowel sound in English, Turkish or Azerbaijani. */
export function isVowel(letter: string): boolean {
  return vowels.test(letter);
}

const alike = new Set(['ck', 'cs', 'sz', 'fv', 'gj', 'mn', 'dt', 'bp', 'kq', 'uw', 'vw', 'iy', 'xz', 'cz']);

/** True for letters that are heard alike. */
export function soundsAlike(a: string, b: string): boolean {
  return alike.has(a < b ? a + b : b + a);
}

/** What was written, what is meant, and what the slip costs. */
export interface Rewrite {
  written: string;
  meant: string;
  cost: number;
}

// Spellings of one sound, both ways; the usual confusions of English orthography (compare Hunspell's REP tables).
const sounds =
  'f ph .4,f gh .7,f ff .4,k ck .4,k ch .5,k que .7,c ck .5,cc k .6,s sc .5,s ss .4,s ps .6,z s .5,j dg .5,g dg .6,j dge .6,sh ch .6,sh ti .7,sh ci .7,' +
  'shun tion .5,shun sion .5,sion tion .45,cion tion .45,tian cian .5,cial tial .45,able ible .35,ably ibly .35,ant ent .35,ance ence .35,ancy ency .35,ary ery .4,ory ery .4,ary ory .4,' +
  'er or .45,er ar .5,er re .45,el le .45,al le .5,ol le .6,il le .6,al el .45,ie ei .3,ee ea .45,ee ie .45,ee i .6,ea e .55,ei ai .5,ai a .55,ay ey .45,oo u .55,oo o .5,ou u .5,ou o .5,ow ou .45,au o .55,aw au .45,eau ow .6,eau o .6,eu u .5,ue u .5,ui u .5,oe e .5,ae e .5,' +
  'n kn .4,n gn .5,n nn .4,r wr .4,r rh .5,m mn .5,m mb .5,w wh .45,t pt .6,t th .5,t ght .6,te ght .6,ite ight .4,x cs .5,x ks .6,x cks .6,xc cs .5,ex exc .4,cw qu .6,kw qu .6,y ie .5,ys ies .45,i igh .6,y i .5,ceed cede .4,seed cede .5,sede cede .4,full ful .35,ley ly .4,ally ly .45,ily ely .5,tly tely .3,' +
  'ed t .7,oi oy .5,gue g .6,ought aught .4,uff ough .7,ure er .6,ture cher .6,mm m .4,ise ice .5,ice is .6,ess ness .6,wi we .6';

/** Confusions of more than one letter, in both directions. */
export const rewrites: readonly Rewrite[] = sounds.split(',').flatMap((row) => {
  const [a = '', b = '', cost = ''] = row.split(' ');
  return [
    { written: a, meant: b, cost: Number(cost) },
    { written: b, meant: a, cost: Number(cost) },
  ];
});
