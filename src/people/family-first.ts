import { Caps, Gap } from './atoms.ts';
import type { Reader } from './reader.ts';
import { Clue } from './reader.ts';
import { isCountryHere } from './titles.ts';

// Family names that stand first. Source: CLDR person names, «surnameFirst» locales; the most frequent of CN, KR, VN.
const families = new Set(
  'xi wang zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo luo zheng liang deng feng cao peng zeng xiao tian yuan cai jiang cheng qin choi jeong kang yoon jang hwang nguyen tran pham hoang duong'.split(
    ' ',
  ),
);
// Given names or words elsewhere too: only beside a country of the East, or with a hyphen («Kim Jong-un»).
const doubtful = new Set(
  'kim lee park li lin ma he han song tang gao pan dong yu du ye wei su lu ding ren shen yao jung cho lim shin moon ahn phan vu vo dang bui do ngo'.split(
    ' ',
  ),
);
// Middle names of Vietnam: «Phan Van Giang», «Nguyen Thi Hoa».
const middles = new Set('van thi xuan duc quang huu ngoc tan minh thanh'.split(' '));
const syllables = /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsywv])?y?(?:[aeiou]{1,4})(?:ng|n|r|m|l|k|p|t|h|c)?){1,2}$/;
const eastern = new Set(['CN', 'KP', 'KR', 'VN', 'TW', 'SG']);

/**
 * True when a name of two or three words has its family name first.
 *
 * @param first atom of the first word
 * @param second atom of the second word
 */
export function isFamilyFirst(reader: Reader, first: number, second: number): boolean {
  const { folded, gap, caps } = reader.atoms;
  const family = folded[first] ?? '';
  if (!syllables.test(folded[second] ?? '')) return false;
  if (families.has(family)) return true;
  if (!doubtful.has(family)) return false;
  if (middles.has(folded[second] ?? '') && caps[second + 1] === Caps.title && gap[second + 1] === Gap.space)
    return true;
  return (gap[second + 1] === Gap.hyphen && caps[second + 1] === Caps.lower) || followsEasternCountry(reader, first);
}

function followsEasternCountry(reader: Reader, from: number): boolean {
  const { atoms, clues, lexicon } = reader;
  for (let i = Math.max(0, from - 8); i < from; i++) {
    if (!((clues[i] ?? 0) & Clue.country) || !isCountryHere(reader, i)) continue;
    const country = lexicon.offices.countries.longest((k) => atoms.folded[k], i);
    if (country && eastern.has(country.value.code)) return true;
  }
  return false;
}
