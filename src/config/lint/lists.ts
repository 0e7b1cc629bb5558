import type { Lexicon, TeamPerson, TeamTerm } from '../../lexicon/index.ts';
import type { Said } from '../../text/index.ts';
import { said } from '../../text/index.ts';
import type { ConfigProblem } from '../place.ts';
import { problemAt } from '../place.ts';
import type { Rows } from './rows.ts';

type Source = TeamPerson['source'];

/** Rows of a team's lists that repeat or contradict rows of other lists, or other rows of their own. */
export async function findListConflicts({ people, terms }: Lexicon, rows: Rows): Promise<ConfigProblem[]> {
  const problems: ConfigProblem[] = [];
  const complain = async (source: Source, text: string, message: Said) => {
    problems.push(problemAt(await rows.findText(source, text), message, 'warning'));
  };
  const where = (from: Source, to: Source) =>
    from.file === to.file ? said`line ${to.line}` : `${to.file.slice(to.file.lastIndexOf('/') + 1)}:${to.line}`;
  const names = new Map<string, TeamPerson>();
  for (const person of people) {
    for (const name of new Set([person.name, ...person.aliases])) {
      const other = names.get(name);
      if (!other) names.set(name, person);
      else if (other.source.file !== person.source.file || name !== person.name || name !== other.name)
        await complain(person.source, name, said`“${name}” stands in ${where(person.source, other.source)} too`);
    }
  }
  for (const person of people)
    for (const wrong of person.wrong) {
      const other = names.get(wrong);
      if (!other) continue;
      await complain(
        person.source,
        wrong,
        other === person
          ? said`“${wrong}” is wrong here, and the name of ${other.name} here too`
          : said`“${wrong}” is wrong here, and the name of ${other.name} in ${where(person.source, other.source)}`,
      );
    }
  const preferred = new Map<string, TeamTerm>();
  for (const term of terms) {
    const other = preferred.get(term.preferred);
    if (term.preferred === '') continue;
    if (!other) preferred.set(term.preferred, term);
    else if (other.source.file !== term.source.file)
      await complain(
        term.source,
        term.preferred,
        said`“${term.preferred}” stands in ${where(term.source, other.source)} too`,
      );
  }
  const banned = new Map<string, TeamTerm>();
  for (const term of terms)
    for (const form of term.banned) {
      const other = preferred.get(form);
      // Within one list this is said where the list is read.
      if (other && other.source.file !== term.source.file)
        await complain(
          term.source,
          form,
          said`“${form}” is banned here and preferred in ${where(term.source, other.source)}`,
        );
      const rival = banned.get(form);
      if (rival && rival.preferred !== term.preferred)
        await complain(
          term.source,
          form,
          said`“${form}” becomes “${term.preferred}” here and “${rival.preferred}” in ${where(term.source, rival.source)}`,
        );
      else banned.set(form, term);
    }
  return problems;
}
