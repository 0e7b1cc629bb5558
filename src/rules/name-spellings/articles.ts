import type { OddSpelling, PlacedMention, WordUse } from '../../people/index.ts';
import { foldWord } from '../../text/index.ts';
import type { ArticleContext } from '../rule.ts';

interface ArticleUse extends WordUse {
  /** The article with its hyphen or space: «Al-», «Al », «al-». */
  shape: string;
  /** At the head of a sentence or in a headline, where a capital is nobody’s choice. */
  opens: boolean;
}

/**
 * «Al-Marri» where most mentions of the person have «Al Marri»: the Arabic article before a surname; and «van den Berg»
 * where most have van der Berg.
 */
export function findOddArticles(article: ArticleContext, mentions: readonly PlacedMention[]): OddSpelling[] {
  const uses: ArticleUse[] = [];
  for (const mention of mentions) {
    const use = mayHoldArticle(mention) ? readArticle(article, mention) : undefined;
    if (use) uses.push(use);
  }
  if (uses.length < 2 || new Set(uses.map(({ shape }) => shape)).size < 2) return [];
  const chosen = uses.filter(({ opens }) => !opens);
  const voters = chosen.length > 0 ? chosen : uses;
  const votes = (shape: string) => voters.filter((use) => use.shape === shape).length;
  const model = voters.reduce((best, use) => (votes(use.shape) > votes(best.shape) ? use : best));
  return uses
    .filter(({ shape, opens }) => (opens ? shape.toLowerCase() !== model.shape.toLowerCase() : shape !== model.shape))
    .map((use) => {
      const right = use.opens ? model.shape.charAt(0).toUpperCase() + model.shape.slice(1) : model.shape;
      return { ...use, preferred: right + use.mention.surname, likeness: 'transliteration', model };
    });
}

/** Most names have no particles, and a given name that is neither short nor of several words. */
const mayHoldArticle = ({ particles, given }: PlacedMention): boolean =>
  particles !== undefined || (given !== undefined && (given.length < 4 || given.includes(' ')));

function readArticle({ lexicon, at }: ArticleContext, mention: PlacedMention): ArticleUse | undefined {
  const { surname, surnameSpan, name, text, role } = mention;
  const { articles, particles: known } = lexicon.nameWords;
  // «Al Marri left», «Van den Berg left»: at the head of a name the article looks like a given name.
  const isAtHead = mention.particles && mention.given && known.has(foldWord(mention.given)) && mention.given.length < 4;
  const particles = isAtHead ? `${mention.given} ${mention.particles}` : (mention.particles ?? mention.given ?? '');
  const words = particles.replace(/-$/, '').split(' ').map(foldWord);
  if (words.length > 1 ? !words.every((word) => known.has(word)) : !articles.has(words[0] ?? '')) return undefined;
  const start = surnameSpan.start - particles.length - (particles.endsWith('-') ? 0 : 1);
  const whole = text.slice(start - name.start, surnameSpan.end - name.start);
  const opens =
    role === 'headline' || (at(mention.block)?.parsed.sentences.some((sentence) => sentence.start === start) ?? false);
  return {
    mention,
    start,
    end: surnameSpan.end,
    text: whole,
    shape: whole.slice(0, whole.length - surname.length),
    opens,
  };
}
