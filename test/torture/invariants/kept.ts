/** What people wrote last stands. */
import { stateIn } from '../facts';
import { textOfPeople } from '../notes';
import type { Judged } from './judged';

export function textsKept({ facts, actor: { written } }: Judged): readonly string[] {
  return facts.issues.flatMap(({ id, key, fields }) => {
    const title = written.titles.get(id);
    const description = written.descriptions.get(id);
    return [
      ...(title && !title.excused && title.text !== fields.summary
        ? [`the title of ${key} is "${fields.summary}", not "${title.text}"`]
        : []),
      ...(description &&
      !description.excused &&
      !JSON.stringify(fields.description).includes(description.text)
        ? [`the description of ${key} is not "${description.text}"`]
        : []),
    ];
  });
}

export function notesKept({ facts, actor: { written } }: Judged): readonly string[] {
  return facts.questions.flatMap(({ id, title }) => {
    const notes = facts.answers.get(id)?.Notes ?? '';
    const last = written.notes.get(id);
    const lines = (written.lines.get(id) ?? []).filter(({ excused }) => !excused);
    const lost = lines.filter(({ line }) => !notes.includes(line));
    if (lost.length > 0) return [`"${title}" lost ${lost.map(({ line }) => `"${line}"`).join(', ')}`];
    if (last === undefined || last.excused) return [];
    if (last.isBroken) return [];
    const [was, is] = [textOfPeople(last.text), textOfPeople(notes)];
    return was === is
      ? []
      : [`"${title}": the text of people is ${JSON.stringify(is)}, not ${JSON.stringify(was)}`];
  });
}

/** Where nobody moved the card, or moved cards say nothing of AWS, the answer is as somebody last gave it. */
export function choicesKept({ facts, actor }: Judged): readonly string[] {
  const { written, mayChoose } = actor;
  return facts.questions.flatMap(({ id, practices }) =>
    practices.flatMap((practice) => {
      const key = `${id} ${practice.id}`;
      const answer = facts.answers.get(id);
      const said = written.choices.get(key);
      if (answer === undefined || said?.excused || (mayChoose && written.moved.has(key))) return [];
      const [was, is] = [said?.state ?? 'open', stateIn(answer, practice.id)];
      return was === is ? [] : [`"${practice.title}" is ${is} in AWS, and people said ${was}`];
    }),
  );
}
