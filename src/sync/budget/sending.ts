/** Which of the changes that a run reserved were sent, as far as it can be told. */
import type { Jira, MoveAnswer } from '../../jira/jira';
import type { Answer, AnswerChange, Answers } from '../../wellarchitected/answers';
import type { Review } from '../../wellarchitected/model';
import { UpstreamError } from '../../upstream-error';
import type { SyncPorts } from '../ports';
import { practiceIn } from '../question-review';
import { aliasOf } from '../write-back/plan-notes';
import { itemOf, type RecentChange } from './recent-changes';
import { replacing } from './replacing';

/**
 * Hears what a run asks Jira and AWS for. A change counts as sent from before it is asked for until the answer says
 * that it was not made: one whose answer is lost stays sent.
 */
export class Sending {
  private readonly sent = new Set<RecentChange>();

  constructor(
    private readonly reserved: readonly RecentChange[],
    private readonly review: Review,
  ) {}

  /** What was reserved and certainly not made. */
  unsent(): ReadonlySet<RecentChange> {
    return new Set(this.reserved.filter((change) => !this.sent.has(change)));
  }

  /** The ports through which the run has to send what it reserved. */
  over(ports: SyncPorts): SyncPorts {
    const { jira, writeBack } = ports;
    const answers = writeBack && this.overAnswers(writeBack.answers);
    return {
      ...ports,
      jira: this.overJira(jira),
      ...(writeBack && answers ? { writeBack: { ...writeBack, answers } } : {}),
    };
  }

  private overJira(jira: Jira): Jira {
    const move: Jira['move'] = (issue, to, guide) => {
      const kind = to.to === 'done' ? 'issuesClosed' : 'issuesReopened';
      const asked = this.reserved.filter((change) => change.kind === kind && change.issueId === issue.id);
      return this.hear(asked, () => jira.move(issue, to, guide), {
        madeOf: (answer) => (mayHaveMoved(answer) ? asked : []),
        // A walk whose step's answer was lost can end by any later failure.
        mayBeMade: () => true,
      });
    };
    return replacing(jira, { move });
  }

  private overAnswers(answers: Answers): Answers {
    const update: Answers['update'] = (ref, change) => {
      const asked = this.reserved.filter((reserved) => {
        const isOf =
          reserved.question === ref.questionId &&
          aliasOf(this.review, itemOf('', reserved)) === ref.lensAlias;
        return isOf && isPartOf(reserved, change);
      });
      return this.hear(asked, () => answers.update(ref, change), {
        madeOf: (answer) => asked.filter((reserved) => isIn(answer, reserved)),
        mayBeMade: mayHaveArrived,
      });
    };
    return replacing(answers, { update });
  }

  /** What an earlier call may have sent stays sent, whatever becomes of this one. */
  private async hear<T>(
    asked: readonly RecentChange[],
    ask: () => Promise<T>,
    { madeOf, mayBeMade }: Told<T>,
  ): Promise<T> {
    const first = asked.filter((change) => !this.sent.has(change));
    for (const change of first) this.sent.add(change);
    try {
      const answer = await ask();
      const made = new Set(madeOf(answer));
      for (const change of first) if (!made.has(change)) this.sent.delete(change);
      return answer;
    } catch (error) {
      if (!mayBeMade(error)) for (const change of first) this.sent.delete(change);
      throw error;
    }
  }
}

interface Told<T> {
  readonly madeOf: (answer: T) => readonly RecentChange[];
  /** Whether what failed so may have been made all the same. */
  readonly mayBeMade: (error: unknown) => boolean;
}

/**
 * One that was there already nobody moved here, and one that is stuck on the way is not there. Where something else
 * ended a walk, its last step may have been made.
 */
function mayHaveMoved(answer: MoveAnswer): boolean {
  return answer.kind === 'interrupted' || (answer.kind === 'applied' && answer.walked.length > 1);
}

/** A block leaves by new notes. */
function isPartOf({ kind, choice = '' }: RecentChange, { notes, choices }: AnswerChange): boolean {
  return kind === 'blocksRemoved' ? notes !== undefined : choices?.has(choice) === true;
}

function isIn(answer: Answer, { practice, choice = '' }: RecentChange): boolean {
  return practice === undefined || practiceIn(answer, choice) === practice.is.state;
}

/** AWS has made nothing of what it refuses; any other failure leaves it open. */
function mayHaveArrived(error: unknown): boolean {
  return !(error instanceof UpstreamError) || error.details.retryable;
}
