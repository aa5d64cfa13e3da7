/** The answers of one workload in memory, changed as AWS's UpdateAnswer changes them. */
import { UpstreamError } from '../../src/upstream-error';
import type {
  Answer,
  AnswerChange,
  AnswerRef,
  Answers,
  ChoiceDetail,
} from '../../src/wellarchitected/answers';
import type { ChoiceUpdate, Review, Workload } from '../../src/wellarchitected/model';
import { asReason } from '../../src/reason';

export class MemoryAnswers implements Answers {
  /** Each call in words: `read main/q1`, `update main/q1: notes, p1 SELECTED`, `workload`. */
  readonly asked: string[] = [];
  updatedAt = Date.UTC(2026, 0, 1);
  /** How AWS rates an answer after a change; by default as before. */
  rate: (answer: Answer) => Answer['risk'] = ({ risk }) => risk;
  /** What a call is refused with, where it is. */
  refusal: (call: string) => UpstreamError | undefined = () => undefined;
  /** Whether a note of a choice stays where a write names none. */
  keepsNotes = true;
  private readonly stored = new Map<string, Answer>();
  private writtenAt: number | undefined;

  private constructor(private readonly ofWorkload: Workload) {}

  /** Every question of the review, its practices as they are there, without notes. */
  static of({ workload, lenses }: Review): MemoryAnswers {
    const answers = new MemoryAnswers(workload);
    for (const { alias, pillars } of lenses)
      for (const { id, applicable, risk, practices } of pillars.flatMap(({ questions }) => questions)) {
        const ids = (state: string) =>
          practices.filter((each) => each.state === state).map((each) => each.id);
        const selected = new Set(ids('selected'));
        const notApplicable = new Set(ids('notApplicable'));
        answers.stored.set(`${alias}/${id}`, {
          ...{
            notes: '',
            choiceDetails: new Map(),
            selected,
            notApplicable,
            applicable,
            risk,
            noneOfThese: [`${id}_no`],
          },
          practices: new Set(practices.map((each) => each.id)),
        });
      }
    return answers;
  }

  /** A person's change; tells nobody. */
  set(name: string, change: Partial<Answer>): void {
    this.stored.set(name, { ...this.at(name), ...change });
  }

  /** By `alias/question`. */
  at(name: string): Answer {
    const found = this.stored.get(name);
    if (!found) throw new Error(`no answer ${name}`);
    return found;
  }

  calls(): number {
    return this.asked.length;
  }

  lastWriteAt(): number | undefined {
    return this.writtenAt;
  }

  async workload(): Promise<Workload> {
    await this.hear('workload');
    return { ...this.ofWorkload, updatedAt: this.updatedAt };
  }

  async read(ref: AnswerRef): Promise<Answer> {
    await this.hear(`read ${nameOf(ref)}`);
    return this.at(nameOf(ref));
  }

  ready(): Promise<void> {
    return Promise.resolve();
  }

  async update(ref: AnswerRef, { notes, choices = new Map() }: AnswerChange): Promise<Answer> {
    const name = nameOf(ref);
    const words = [...choices].map(([id, { status }]) => `${id} ${status}`);
    await this.hear(`update ${name}: ${[...(notes === undefined ? [] : ['notes']), ...words].join(', ')}`);
    const selected = new Set(this.at(name).selected);
    const notApplicable = new Set(this.at(name).notApplicable);
    const choiceDetails = new Map(this.at(name).choiceDetails);
    for (const [id, update] of choices) {
      const { status } = update;
      choiceDetails.set(id, detailAfter(this.keepsNotes ? choiceDetails.get(id) : undefined, update));
      selected.delete(id);
      notApplicable.delete(id);
      if (status === 'SELECTED') selected.add(id);
      if (status === 'NOT_APPLICABLE') notApplicable.add(id);
    }
    this.set(name, { selected, notApplicable, choiceDetails, ...(notes === undefined ? {} : { notes }) });
    this.set(name, { risk: this.rate(this.at(name)) });
    this.updatedAt += 1000;
    this.writtenAt = this.updatedAt;
    return this.at(name);
  }

  private hear(call: string): Promise<void> {
    this.asked.push(call);
    const refusal = this.refusal(call);
    return refusal ? Promise.reject(refusal) : Promise.resolve();
  }
}

/** A reason goes with the state. */
function detailAfter(before: ChoiceDetail | undefined, update: ChoiceUpdate): ChoiceDetail {
  const { notes = before?.notes ?? '' } = update;
  const reason = update.status === 'NOT_APPLICABLE' ? update.reason : 'NONE';
  return { ...(reason === 'NONE' ? {} : { reason }), ...(notes === '' ? {} : { notes }) };
}

function nameOf({ lensAlias, questionId }: AnswerRef): string {
  return `${lensAlias}/${questionId}`;
}

/** A refusal in AWS's words. */
export function awsRefusal(code: string, retryable = false): UpstreamError {
  return new UpstreamError(asReason(`AWS answered ${code}`), { service: 'aws', code, retryable });
}
