import type { Paragraph, Root, Sentence, SentenceContent } from 'nlcst';
import { toString as nlcstToString } from 'nlcst-to-string';
import { ParseEnglish } from 'parse-english';
import { readAbbreviation } from './abbreviations.ts';

/** Parses a block with retext's English parser, which is then taught the abbreviations that it lacks. */
export function parseTree(text: string): Root {
  const root = new ParseEnglish().parse(text) as Root;
  for (const paragraph of root.children) if (paragraph.type === 'ParagraphNode') joinSentences(paragraph);
  return root;
}

/** Joins a sentence that ends in a title's abbreviation («Adm.», «Lt. Cmdr.», «No.» before a figure) to the next. */
function joinSentences(paragraph: Paragraph): void {
  const { children } = paragraph;
  for (let i = 0; i < children.length; i++) {
    const sentence = children[i];
    const space = children[i + 1];
    const next = children[i + 2];
    if (sentence?.type !== 'SentenceNode' || space?.type !== 'WhiteSpaceNode' || next?.type !== 'SentenceNode')
      continue;
    if (!endsInAbbreviation(sentence, next)) continue;
    const stop = sentence.children.pop();
    const word = sentence.children.at(-1);
    if (stop?.type === 'PunctuationNode' && word?.type === 'WordNode') {
      word.children.push(stop);
      if (word.position && stop.position) word.position.end = stop.position.end;
    }
    sentence.children.push(space as SentenceContent, ...next.children);
    if (sentence.position && next.position) sentence.position.end = next.position.end;
    children.splice(i + 1, 2);
    i--;
  }
}

function endsInAbbreviation(sentence: Sentence, next: Sentence): boolean {
  const stop = sentence.children.at(-1);
  const word = sentence.children.at(-2);
  if (stop?.type !== 'PunctuationNode' || word?.type !== 'WordNode' || nlcstToString(stop) !== '.') return false;
  const abbreviation = readAbbreviation(nlcstToString(word));
  if (abbreviation === 'numbered') return /^\d/.test(nlcstToString(next));
  return abbreviation === 'leading';
}
