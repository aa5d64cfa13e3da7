/** What people do to answers. */
import type { Answer } from '@aws-sdk/client-wellarchitected';
import { stateIn } from '../facts';
import { blocksIn, textOfPeople } from '../notes';
import type { Question } from '../site';
import { type Action, type Actor, picked, pickQuestion } from './actor';

export const writeNotes: Action = (actor, pick) =>
  changeNotes(actor, pick, (notes, line) => {
    const [block] = blocksIn(notes);
    if (pick % 3 === 0) return { notes: `${line}\n${notes}`, as: `writes "${line}" above` };
    if (pick % 3 === 1 || block === undefined)
      return { notes: `${notes}\n${line}`, as: `writes "${line}" below` };
    return {
      notes: `${block}\n${line}${notes.replace(block, '')}`,
      as: `writes "${line}" and moves the block to the top`,
    };
  });

export const editBlock: Action = (actor, pick) =>
  changeNotes(actor, pick, (notes) => {
    const [block] = blocksIn(notes);
    if (block === undefined) return undefined;
    return {
      notes: notes.replace(block, block.replace(/Sub-tasks done/, 'of them done')),
      as: 'edits the block',
    };
  });

export const removeBlock: Action = (actor, pick) =>
  changeNotes(actor, pick, (notes) =>
    blocksIn(notes).length === 0 ? undefined : { notes: textOfPeople(notes), as: 'takes the block away' },
  );

interface Change {
  readonly notes: string;
  readonly as: string;
}

async function changeNotes(
  actor: Actor,
  pick: number,
  change: (notes: string, line: string) => Change | undefined,
): Promise<string | undefined> {
  const { site, written, now } = actor;
  const question = pickQuestion(actor, pick);
  const line = `Note of people ${actor.words()}`;
  const changed = change((await site.answerOf(question.id)).Notes ?? '', line);
  if (changed === undefined) return undefined;
  await site.updateAnswer(question.id, { Notes: changed.notes });
  if (blocksIn(changed.notes).length === 0) written.blocksThen.delete(question.id);
  const isBroken = changed.as === 'edits the block' || written.notes.get(question.id)?.isBroken === true;
  written.notes.set(question.id, { text: changed.notes, at: now(), isBroken });
  if (changed.notes.includes(line)) {
    const lines = written.lines.get(question.id) ?? [];
    written.lines.set(question.id, [...lines, { text: line, line, at: now() }]);
  }
  return `${changed.as} in the notes of "${question.title}"`;
}

const STATES = [
  { Status: 'SELECTED' },
  { Status: 'UNSELECTED' },
  { Status: 'NOT_APPLICABLE', Reason: 'OUT_OF_SCOPE' },
] as const;

export const changeChoice: Action = async (actor, pick) => {
  const question = pickQuestion(actor, pick);
  const practice = picked(question.practices, pick >> 4);
  const to = picked(STATES, pick >> 8);
  if (!practice || !to) return undefined;
  const answer = await actor.site.updateAnswer(question.id, { ChoiceUpdates: { [practice.id]: to } });
  remember(actor, question, answer, [practice.id]);
  return `answers "${practice.title}" with ${to.Status}`;
};

export const changeApplicable: Action = async (actor, pick) => {
  const question = pickQuestion(actor, pick);
  const { IsApplicable = true } = await actor.site.answerOf(question.id);
  const answer = await actor.site.updateAnswer(question.id, { IsApplicable: !IsApplicable });
  actor.written.applicable.set(question.id, !IsApplicable);
  remember(
    actor,
    question,
    answer,
    question.practices.map(({ id }) => id),
  );
  return `says that "${question.title}" is ${IsApplicable ? 'not applicable' : 'applicable again'}`;
};

/** AWS publishes the lens with other words, and the workload is upgraded: most issues are to be written anew. */
export const rewordLens: Action = ({ site, words }) => {
  const edition = `(${words()})`;
  const titled = <T extends { readonly title: string }>(each: T): T => ({
    ...each,
    title: `${each.title.replace(/ \(.*\)$/, '')} ${edition}`,
  });
  site.site.aws.admin.upgradeLens(site.lensAlias, (lens) => ({
    ...lens,
    pillars: lens.pillars.map((pillar) => ({
      ...pillar,
      questions: pillar.questions.map((question) => ({
        ...titled(question),
        choices: question.choices.map((choice) => (choice.id === question.none ? choice : titled(choice))),
      })),
    })),
  }));
  return Promise.resolve(`publishes the lens with ${edition} in every title, and upgrades the workload`);
};

function remember(
  { written, now }: Actor,
  { id }: Question,
  answer: Answer,
  choices: readonly string[],
): void {
  for (const choice of choices) {
    const state = stateIn(answer, choice);
    written.choices.set(`${id} ${choice}`, { state, text: state, at: now() });
  }
}
