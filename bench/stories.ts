import { createRandom } from './corpus.ts';

interface Figure {
  given: string;
  surname: string;
  rank: string;
  office: string;
  country: Country;
}

interface Country {
  name: string;
  adjective: string;
  capital: string;
  given: string;
  surnames: string;
  ranks: string;
}

// Invented people: names are drawn word by word, so nobody here exists.
const countries: readonly Country[] = [
  {
    name: 'Azerbaijan',
    adjective: 'Azerbaijani',
    capital: 'Baku',
    given: 'Elchin Rashad Kamran Sevinj Gunel Tural Nigar Orkhan',
    surnames: 'Kelbiyev Sadıqlı Rzabeyli Dadashova Mirzalizade Taghibeyli Vahabzade',
    ranks: 'Colonel General|Lieutenant General|Major General|Colonel',
  },
  {
    name: 'Türkiye',
    adjective: 'Turkish',
    capital: 'Ankara',
    given: 'Orhan Selçuk Ayşe Emre Özlem Gökhan Elif Hakan',
    surnames: 'Karabulut Çetinsoy Yıldırımlı Öztoprak Gümüşdere Aksakallı Şimşekoğlu',
    ranks: 'Army General|Lieutenant General|Major General|Brigadier General|Colonel',
  },
  {
    name: 'Ukraine',
    adjective: 'Ukrainian',
    capital: 'Kyiv',
    given: 'Oleksii Iryna Dmytro Halyna Taras Yuliia Andrii',
    surnames: 'Horbachuk Vyshnevskyi Tymchenko Lozovyi Koval Zadorozhnyi',
    ranks: 'Colonel General|Lieutenant General|Major General|Colonel',
  },
  {
    name: 'Georgia',
    adjective: 'Georgian',
    capital: 'Tbilisi',
    given: 'Giorgi Nino Levan Tamar Irakli Davit',
    surnames: 'Kvaratsidze Beridashvili Lomtadze Gogoberishvili Maisurashvili',
    ranks: 'Major General|Brigadier General|Colonel',
  },
  {
    name: 'Poland',
    adjective: 'Polish',
    capital: 'Warsaw',
    given: 'Marek Agnieszka Tomasz Zofia Piotr',
    surnames: 'Kowalczykowski Nowicka Zalewski Wróblewski Jabłońska',
    ranks: 'General|Lieutenant General|Major General|Colonel',
  },
  {
    name: 'the United States',
    adjective: 'American',
    capital: 'Washington',
    given: 'Daniel Laura Marcus Helen Victor Joan',
    surnames: 'Hartwell Brennan Whitcombe Lindqvist Okafor Delacroix',
    ranks: 'General|Lieutenant General|Major General|Colonel',
  },
  {
    name: 'Egypt',
    adjective: 'Egyptian',
    capital: 'Cairo',
    given: 'Mahmoud Samira Tarek Hala Youssef Nadia',
    surnames: 'El-Shennawy Abdelhadi Mansour Farahat al-Badri',
    ranks: 'General|Lieutenant General|Major General|Colonel',
  },
  {
    name: 'Israel',
    adjective: 'Israeli',
    capital: 'Jerusalem',
    given: 'Yael Amir Noa Gideon Tamir',
    surnames: 'Ben-Haroush Shalevi Peretzky Almogi',
    ranks: 'Lieutenant General|Major General|Brigadier General|Colonel',
  },
];
const offices = [
  'chief of the General Staff',
  'deputy minister of transport',
  'commander of the Land Forces',
  'head of the border guard',
  'spokesman for the ministry',
  'mayor',
  'director of the institute',
];
const bodies = [
  'the ministry',
  'the parliament',
  'the coast guard',
  'the central bank',
  'the commission',
  'the city council',
];
const themes = [
  'air defense',
  'grain exports',
  'border crossings',
  'the new railway',
  'flood relief',
  'search and rescue',
  'mine clearance',
  'student exchanges',
];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/**
 * Clean news stories of our own making, the same at every call: people are introduced in full and named by surname after,
 * ranks, offices and places keep one form, spelling is American throughout. Namesakes and gendered surnames are among them.
 */
export function writeStories(count: number): string[] {
  const random = createRandom(20_261_124);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, () => writeStory(pick, random));
}

function writeStory(pick: <T>(list: readonly T[]) => T, random: () => number): string {
  const host = pick(countries);
  const guest = pick(countries.filter((country) => country !== host));
  const draw = (country: Country, taken: readonly string[]): Figure => {
    const free = country.surnames.split(' ').filter((surname) => !taken.includes(surname));
    return {
      given: pick(country.given.split(' ')),
      surname: pick(free),
      rank: pick(country.ranks.split('|')),
      office: pick(offices),
      country,
    };
  };
  const officer = draw(host, []);
  const visitor = draw(guest, [officer.surname]);
  const aide = draw(host, [officer.surname, visitor.surname]);
  const [theme, second] = [pick(themes), pick(themes)];
  const full = ({ rank, given, surname }: Figure) => `${rank} ${given} ${surname}`;
  const paragraphs = [
    pick([
      `${capital(host.adjective)} and ${guest.adjective} officers discuss ${theme}`,
      `${officer.surname} hosts ${guest.adjective} delegation in ${host.capital}`,
    ]),
    `${host.capital.toUpperCase()} — ${full(officer)}, the ${host.adjective} ${officer.office}, received a delegation led by ${full(visitor)} on ${pick(days)}, ${pick(bodies)} said.`,
    `${officer.surname} and ${visitor.surname} talked about ${theme} and ${second}. They visited a depot near ${host.capital} and laid a wreath there.`,
    `“We value the work of our neighbors in ${guest.capital},” ${officer.surname} said. “${capital(theme)} comes first, and the General Staff will report in spring.”`,
    `${visitor.surname}, who was promoted to ${visitor.rank.toLowerCase()} last year, invited ${host.adjective} cadets to ${guest.capital}. ${capital(pick(bodies))} will pay for the program.`,
    `${aide.given} ${aide.surname}, an economist at the National University of ${host.capital}, said trade between ${host.name} and ${guest.name} grew by ${Math.floor(random() * 40) + 2} percent. “The figures are honest,” ${aide.surname} said.`,
    pick([
      `Generals from both armies took part. The minister of defense did not attend, and General Electric declined to comment.`,
      `The ${guest.adjective} embassy thanked ${aide.surname} and the Red Crescent. Attorney General Laura Pennyfeather opened the conference.`,
      `Two lieutenants and a sergeant major were honored. The Defense University in ${guest.capital} will organize the next meeting.`,
    ]),
  ];
  return paragraphs.join('\n\n');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
