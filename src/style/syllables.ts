// Counts as the library behind Vale does (jdkato/prose, MIT), which goes by the method of the npm package `syllable`:
// runs of vowels, corrected by patterns of letters, known prefixes and endings counted apart.

const known = new Map(
  'abalone:4 abare:3 abed:2 abruzzese:4 abbruzzese:4 aborigine:5 aborigines:5 acreage:3 adame:3 adieu:2 adobe:3 anemone:4 apache:3 aphrodite:4 apostrophe:4 ariadne:4 cafe:2 cafes:2 calliope:4 catastrophe:4 chile:2 chloe:2 circe:2 coyote:3 epitome:4 facsimile:4 forever:3 gethsemane:4 guacamole:4 hyperbole:4 jesse:2 jukebox:2 karate:3 machete:3 maybe:2 people:2 recipe:3 sesame:3 shoreline:2 simile:3 syncope:3 tamale:3 yosemite:4 daphne:2 eurydice:4 euterpe:3 hermione:4 penelope:4 persephone:4 phoebe:2 zoe:2'
    .split(' ')
    .map((pair): [string, number] => {
      const [word = '', count = ''] = pair.split(':');
      return [word, Number(count)];
    }),
);

/** Runs of vowels that say one syllable less than they seem to. */
const fewer = [
  /cia(?:l|$)|tia|cius|cious|[^aeiou]giu|[aeiouy][^aeiouy]ion|iou|sia$|eous$|[oa]gue$|.[^aeiuoycgltdb]{2,}ed$|.ely$|^jua|uai|eau|^busi$|[aeiouy](?:b|c|ch|dg|f|g|gh|gn|k|l|lch|ll|lv|m|mm|n|nc|ng|nch|nn|p|r|rc|rn|rs|rv|s|sc|sk|sl|squ|ss|th|v|y|z)ed$|[aeiouy](?:b|ch|d|f|gh|gn|k|l|lch|ll|lv|m|mm|n|nch|nn|p|r|rn|rs|rv|s|sc|sk|sl|squ|ss|st|t|th|v|y)es$/g,
  /[aeiouy](?:b|c|ch|d|dg|f|g|gh|gn|k|l|ll|lv|m|mm|n|nc|ng|nn|p|r|rc|rn|rs|rv|s|sc|sk|sl|squ|ss|st|t|th|v|y|z)e$/g,
];

/** Letters that say one syllable more. */
const more = [
  /(?:[^aeiouy]ie(?:r|st|t)|[aeiouym]bl|eo|ism|asm|thm|dnt|uity|dea|gean|oa|ua|eings?|[aeiouy]sh?e[rsd])$/g,
  /[^gq]ua[^auieo]|[aeiou]{3}|^(?:ia|mc|coa[dglx].)/g,
  /[^aeiou]y[ae]|[^l]lien|riet|dien|iu|io|ii|uen|real|iell|eo[^aeiou]|[aeiou]y[aeiou]/g,
  /[^s]ia/g,
];

const words = (list: string) => list.split(' ');
const prefixes = [
  words(
    'above anti ante counter hyper afore agri infra intra inter over semi ultra under extra dia micro mega kilo pico nano macro',
  ),
  words('un fore ware none non out post sub pre pro dis side'),
];
const endings = [
  words('ology ologist onomy onomist'),
  words('fully berry woman women'),
  words(
    'ly less some ful er ers ness cian cians ment ments ette ettes ville villes ships ship side sides port ports shire shires tion tioned',
  ),
];

/** The syllables of one English word; at least one, none of an empty word. */
export function countSyllables(word: string): number {
  const length = [...word].length;
  if (length < 3) return Math.min(length, 1);
  const lower = word.toLowerCase();
  const whole = known.get(lower);
  if (whole !== undefined) return whole;
  let rest = lower;
  let count = 0;
  const prefix = findFirst(prefixes, (one) => rest.startsWith(one));
  if (prefix) {
    count += prefixes.length - prefix.group;
    rest = rest.slice(prefix.text.length);
  }
  const ending = findFirst(endings, (one) => rest.endsWith(one));
  if (ending) {
    count += endings.length - ending.group;
    rest = rest.slice(0, rest.length - ending.text.length);
  }
  count += matches(rest, /[aeiouy]+/g);
  for (const pattern of fewer) count -= matches(rest, pattern);
  for (const pattern of more) count += matches(rest, pattern);
  return Math.max(1, count);
}

function findFirst(groups: readonly (readonly string[])[], fits: (text: string) => boolean) {
  for (const [group, list] of groups.entries()) {
    const text = list.find(fits);
    if (text !== undefined) return { group, text };
  }
  return undefined;
}

function matches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
