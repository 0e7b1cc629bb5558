import type { Lexicon } from '../lexicon/index.ts';
import type { Circle, Person, PlacedMention } from '../people/index.ts';
import { fitsScheme, knownForms } from '../people/index.ts';
import { foldWord } from '../text/index.ts';
import { countNames, findOdd, groupsOf, hasStyle } from './name-spellings/index.ts';
import type { ArticleContext } from './rule.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  id: 'name-consistency',
  category: 'name',
  severity: 'warning',
  scope: 'circle',
  languages: ['en'],
  about: 'Finds one person whose name is spelt in two ways in a story. Most mentions decide which one is offered.',
  what: '“{actual}” here, “{other}” on line {line}: one person, two spellings',
  why: 'A story spells a name in one way; most mentions of {person} have “{other}”.',
  how: 'Change to “{expected}”',
  inQuotes: 'suggest',
  options: {
    diacritics: {
      type: 'boolean',
      default: true,
      description: 'Flag a name that has its special letters in one place and plain ones in another.',
    },
  },
  examples: [
    {
      bad: 'Defence Minister Rustam Kelmurov arrived on Monday.\n\nMinister Rustam Kelmuvrov met reporters. Kelmurov left at noon.',
      good: 'Defence Minister Rustam Kelmurov arrived on Monday.\n\nMinister Rustam Kelmurov met reporters. Kelmurov left at noon.',
    },
    {
      bad: 'General Oleh Barovskyi resigned.\n\nThe president thanked General Barovsky. Barovskyi had asked for it.',
      good: 'General Oleh Barovskyi resigned.\n\nThe president thanked General Barovskyi. Barovskyi had asked for it.',
    },
    {
      bad: 'Mayor Ayşe Çakmak spoke first.\n\nMayor Ayse Çakmak then opened the bridge. Ayşe Çakmak was born nearby.',
      good: 'Mayor Ayşe Çakmak spoke first.\n\nMayor Ayşe Çakmak then opened the bridge. Ayşe Çakmak was born nearby.',
    },
    {
      bad: 'The company’s founder is Orven Malkovar. Malkovar made rope.\n\nNeighbours knew Malkovra well.',
      good: 'The company’s founder is Orven Malkovar. Malkovar made rope.\n\nNeighbours knew Malkovar well.',
    },
    {
      bad: 'Prime Minister Juan Sánchez Ovelar met voters. Sánchez won.\n\nReporters asked Sanchez about rent.',
      good: 'Prime Minister Juan Sánchez Ovelar met voters. Sánchez won.\n\nReporters asked Sánchez about rent.',
    },
    {
      bad: 'Colonel Hikmat Kelmurov spoke. Colonel Hikmat Kelmurov left.\n\nHikmet Kelmurov returned at noon.',
      good: 'Colonel Hikmat Kelmurov spoke. Colonel Hikmat Kelmurov left.\n\nHikmat Kelmurov returned at noon.',
    },
    {
      bad: 'General Rafał Sobczak spoke first. At noon General Sobczyk left.',
      good: 'General Rafał Sobczak spoke first. At noon General Sobczak left.',
    },
    {
      bad: 'General Hamad Al Marri spoke. Al Marri was calm. Al-Marri left at noon.',
      good: 'General Hamad Al Marri spoke. Al Marri was calm. Al Marri left at noon.',
    },
    {
      bad: 'Minister Rostyslav Hrytsenko spoke. Hrytsenko was calm. Rostyslav Gritsenko left at noon.',
      good: 'Minister Rostyslav Hrytsenko spoke. Hrytsenko was calm. Rostyslav Hrytsenko left at noon.',
    },
    {
      bad: 'Minister Majid Takht-Pakdel spoke. Takht Pakdel left at noon.',
      good: 'Minister Majid Takht-Pakdel spoke. Takht-Pakdel left at noon.',
    },
    {
      bad: 'Sir Ian Alder Moss spoke. Alder-Moss left. Admiral Alder-Moss slept. Sir Ian Alder-Moss rose.',
      good: 'Sir Ian Alder-Moss spoke. Alder-Moss left. Admiral Alder-Moss slept. Sir Ian Alder-Moss rose.',
    },
    {
      bad: 'Minister Badr Alkandari spoke. Al Kandari left at noon.',
      good: 'Minister Badr Alkandari spoke. Alkandari left at noon.',
    },
    {
      bad: 'Ambassador MaryLou Roe spoke. Mary Lou Roe left.',
      good: 'Ambassador MaryLou Roe spoke. MaryLou Roe left.',
    },
    {
      bad: 'Sheikh Mohammed bin Hamad Al Kandari spoke. Sheikh Mohammad bin Hamad left.',
      good: 'Sheikh Mohammed bin Hamad Al Kandari spoke. Sheikh Mohammed bin Hamad left.',
    },
    {
      bad: 'General Kwon Sung-ho spoke first. General Kwon Seong-ho left. General Kwon Sung-ho returned.',
      good: 'General Kwon Sung-ho spoke first. General Kwon Sung-ho left. General Kwon Sung-ho returned.',
    },
    { bad: 'Prince Turki bin Saud spoke. Prince Turky left.', good: 'Prince Turki bin Saud spoke. Prince Turki left.' },
    {
      bad: 'Minister Tahir Alakbarli spoke. Alabkarrli was calm. Alakbarli left.',
      good: 'Minister Tahir Alakbarli spoke. Alakbarli was calm. Alakbarli left.',
      note: 'Two slips, the same consonants.',
    },
    {
      bad: 'Colonel Anar Eyvazli spoke. Eyvazov said little. Eyvazli left at noon.',
      good: 'Colonel Anar Eyvazli spoke. Eyvazli said little. Eyvazli left at noon.',
    },
    { good: 'Colonel Anar Eyvazli spoke. The engineer Rauf Eyvazov was calm. Eyvazov left, and Eyvazli stayed.' },
    { good: 'Minister Tahir Karimli spoke. Kerimoli Street was quiet. Karimli left.' },
    {
      bad: 'Minister Karin van der Linden spoke to the farmers. Van den Linden was calm. Van der Linden left at noon.',
      good: 'Minister Karin van der Linden spoke to the farmers. Van der Linden was calm. Van der Linden left at noon.',
    },
    {
      bad: 'Minister Chung Hyun-woo spoke. Minister Jung Hyun-woo left. Chung Hyun-woo returned.',
      good: 'Minister Chung Hyun-woo spoke. Minister Chung Hyun-woo left. Chung Hyun-woo returned.',
    },
    { good: 'Floor leader Kim Min-su spoke. A lawmaker of the ruling party, Kim Min-soo, laughed.' },
    {
      bad: 'Sheikh Fahad Al Mansouri spoke. Sheik Fahad left. Sheikh Fahad returned.',
      good: 'Sheikh Fahad Al Mansouri spoke. Sheikh Fahad left. Sheikh Fahad returned.',
    },
    { good: 'Sheikh Fahad Al Mansouri met Sheikha Noura Al Mansouri.' },
    { good: 'Minister Vitor dos Santos spoke. Dos Santos left.', note: 'A sentence begins.' },
    { good: 'Kim Ji-young paints. Kim Ji-yong, who is no relation, welds. Kim Ji-young met him.' },
    {
      bad: 'General Marek Kowalik spoke first. At noon Kowalick said that the road was open.',
      good: 'General Marek Kowalik spoke first. At noon Kowalik said that the road was open.',
    },
    {
      bad: 'General Abdel Rahman al-Marri spoke first. Abdul Rahman al-Marri left at noon.',
      good: 'General Abdel Rahman al-Marri spoke first. Abdel Rahman al-Marri left at noon.',
    },
    { good: 'The picture by Hans Holbein is old. The copy is by a pupil called Hans Holbeyn.' },
    { good: 'We misspelt the name of a judge. She is Karin van der Linden, not Karin van den Linden.' },
    { good: 'General Marek Kowalik spoke first. The village of Kowalick is near.' },
    { good: 'Ida Holmen, who leads the union, spoke. Ida Holmer, an adviser, drafted the letter.' },
    {
      bad: 'Minister José Soler Mendez spoke. Soler Mendes left.',
      good: 'Minister José Soler Mendez spoke. Soler Mendez left.',
    },
    {
      bad: 'General Khaled Sharvan spoke. Khalid Sharvan left.',
      good: 'General Khaled Sharvan spoke. Khaled Sharvan left.',
    },
    {
      bad: 'The economist, Rosalind Holm, spoke. Rosalyn Holm said that the road was open. Rosalind Holm left.',
      good: 'The economist, Rosalind Holm, spoke. Rosalind Holm said that the road was open. Rosalind Holm left.',
      note: 'Nobody is brought in by a name that speaks at once.',
    },
    { good: 'The economist, Martina Holm, spoke. Her sister, Martine Holm, said that the road was open.' },
    {
      bad: 'The judge, Aliya Kenzhebekova, spoke. Kenzhebekov said that the road was open.',
      good: 'The judge, Aliya Kenzhebekova, spoke. Kenzhebekova said that the road was open.',
    },
    {
      bad: 'Mayor Ulan Toktosunov spoke. Mayor Toktosunov was calm. Toktosunov Ulan left at noon.',
      good: 'Mayor Ulan Toktosunov spoke. Mayor Toktosunov was calm. Ulan Toktosunov left at noon.',
    },
    {
      bad: 'Mayor Ángela Prado Ibarra spoke. Angela Prado left at noon.',
      good: 'Mayor Ángela Prado Ibarra spoke. Ángela Prado left at noon.',
    },
    { bad: 'Lady Rosamunda Holm spoke. Lady Rosamonda left.', good: 'Lady Rosamunda Holm spoke. Lady Rosamunda left.' },
    {
      bad: 'Deputy Corey Standerfer spoke first. Standerford was calm. Corey Standerfer left at noon.',
      good: 'Deputy Corey Standerfer spoke first. Standerfer was calm. Corey Standerfer left at noon.',
    },
    {
      bad: 'Jeremy Hardcastles spoke. Mr Hardcastle’s sister left with Hardcastles.',
      good: 'Jeremy Hardcastles spoke. Mr Hardcastles’s sister left with Hardcastles.',
    },
    {
      bad: 'Robert Calloway spoke. Callaway was calm. An inspector, Neil Callaway, left.',
      good: 'Robert Calloway spoke. Calloway was calm. An inspector, Neil Callaway, left.',
    },
    {
      bad: 'Queen Margreta spoke. Queen Margrete left. Queen Margrete returned.',
      good: 'Queen Margrete spoke. Queen Margrete left. Queen Margrete returned.',
    },
    { good: 'General Hamad al-Marri spoke. Al-Marri left at noon.', note: 'A sentence begins.' },
    { good: 'Minister Parviz Shirinli (Pərviz Şirinli in Azerbaijani) spoke. Shirinli left.', note: 'A gloss.' },
    { good: 'Yerlan Nurgaliyev, whose passport says “Erlan Nurgaliev”, signed. Nurgaliyev left.' },
    { good: 'The name is spelled Quliyeva in Baku. Minister Leyla Guliyeva spoke. Guliyeva left.' },
    { good: 'Mayor Ida Holm spoke to Holm-a good deed, she said. America thanked America-a nation.' },
    { good: 'Donate by Paypal. Many use PayPal. Others wait.' },
    { good: 'President Ilham Aliyev met historian Zarifa Aliyeva.' },
    { good: 'Sergei Petrov and Sergey Ivanov came with Davit Babayan and David Balayan.' },
    { good: 'Nasir Aliyev spoke before Nasib Aliyev. Abdel Karimi thanked Abdul Karimi.' },
    { good: 'Police questioned Leon Barden and his brother. The Bardens denied it, and Leon Barden left.' },
    { good: 'Winners are Mohamed Hassan, Muhammad Hassan and Mohammed Hassan, all from Cairo.', note: 'A list.' },
    { good: 'MAYOR ÇAKMAK WINS\n\nMayor Ayşe Çakmak won.' },
    { good: 'Judge - Iain McALLISTER\n\nJudge Iain McAllister is sixty.' },
  ],
  check(circle, options, report, article) {
    // Most stories write each name in one way, and nobody else's is near it.
    if (isUniformCircle(circle, article)) return;
    const read = knownForms(article.lexicon);
    let own: ReadonlySet<PlacedMention> | undefined;
    const isOwn = (mention: PlacedMention) => {
      own ??= new Set(circle.people.flatMap(({ mentions }) => mentions));
      return own.has(mention);
    };
    // Most stories write every name in one way and need no vote.
    let others: ReadonlyMap<string, number> | undefined;
    let weighed = false;
    const weigh = (spelling: string) => {
      weighed = true;
      others ??= countNames(article);
      return fitsScheme(spelling, others, read);
    };
    for (const group of groupsOf(circle, article)) {
      const { name, surname, team, person } = group;
      if (person && !group.adopted && uniform.has(person)) continue;
      if (!team && areUniform(group.mentions, article)) continue;
      // What the cast has of people on the team's list is name-team-list's; here only what matched nobody.
      const checked = team ? group.mentions.filter((mention) => !isOwn(mention)) : group.mentions;
      weighed = false;
      const found = findOdd(article, { mentions: checked, surname }, team?.name.split(/\s+/).at(-1), weigh);
      if (person && !group.adopted && !weighed && found.length === 0) uniform.add(person);
      for (const odd of found) {
        if (odd.likeness === 'diacritics' && options.diacritics !== true) continue;
        report({
          block: odd.mention.block,
          start: odd.start,
          end: odd.end,
          expected: [odd.preferred],
          data: { other: odd.preferred, person: name },
          ...(!odd.model && { what: '“{actual}”: the team’s list has “{other}”' }),
          related: odd.model ? [{ block: odd.model.mention.block, span: odd.model, message: '“{other}” here' }] : [],
          group: name,
        });
      }
    }
  },
});

/** Whether each person is written in one way, and no words beside might be one's name. */
function isUniformCircle({ people, loose }: Circle, article: ArticleContext): boolean {
  if (loose.length > 0) return people.length === 0 && (loose.length === 1 || areUniform(loose, article));
  return people.every(({ team, mentions }) => !team && areUniform(mentions, article));
}

/** Whether all mentions have one surname and at most one given name, of one word each, as they are written. */
function areUniform(mentions: readonly PlacedMention[], { lexicon }: ArticleContext): boolean {
  const surname = mentions[0]?.surname;
  let given: string | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    if (!mention || mention.surname !== surname || mention.particles !== undefined) return false;
    if (hasStyle(mention, lexicon)) return false;
    if (mention.given === undefined) continue;
    if (given === undefined) given = mention.given;
    else if (given !== mention.given) return false;
  }
  return given === undefined || (!/\s/.test(given) && !isArticle(given, lexicon));
}

/** «Al» of Al Marri. */
const isArticle = (word: string, { nameWords }: Lexicon): boolean =>
  word.length < 4 && nameWords.articles.has(foldWord(word));

// People with one spelling throughout, whatever the rest of the story writes; a person who is named anew is another.
const uniform = new WeakSet<Person>();
