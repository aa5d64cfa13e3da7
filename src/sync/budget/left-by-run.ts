/** What a run's own writes made of issues and answers, so that what people do after them can be told from it. */
import type { Jira } from '../../jira/jira';
import type { Answer, AnswerRef, Answers } from '../../wellarchitected/answers';
import type { Review } from '../../wellarchitected/model';
import { UpstreamError } from '../../upstream-error';
import type { SyncPorts } from '../ports';
import { isIn } from '../write-back/choice-state';
import { aliasOf } from '../write-back/plan-notes';
import type { IssueState } from './change-shape';
import { issueState, practiceBetween } from './recent-change';
import { itemOf, type RecentChange } from './recent-changes';
import { replacing } from './replacing';

/** Hears what Jira and AWS answer the run. */
export class LeftByRun {
  /** By issue id. */
  private readonly issues = new Map<string, IssueState>();
  /** By question, as last read. */
  private readonly read = new Map<string, Answer>();
  private readonly choices = new Map<RecentChange, Required<RecentChange>['practice']>();
  /** What was asked for, by the answer that it was decided on; until AWS is seen to have it. */
  private readonly asked = new Map<RecentChange, Answer>();

  constructor(
    private readonly reserved: readonly RecentChange[],
    private readonly review: Review,
  ) {}

  over(ports: SyncPorts): SyncPorts {
    const { jira, writeBack } = ports;
    return {
      ...ports,
      jira: this.overJira(jira),
      ...(writeBack ? { writeBack: { ...writeBack, answers: this.overAnswers(writeBack.answers) } } : {}),
    };
  }

  /** A change that was reserved, with what is known by now of how it left things; any other one as it is. */
  told(change: RecentChange): RecentChange {
    if (!this.reserved.includes(change)) return change;
    const is = this.issues.get(change.issueId ?? '');
    const practice = this.choices.get(change);
    if (practice) return { ...change, practice };
    return change.moved && is ? { ...change, moved: { ...change.moved, is } } : change;
  }

  /** Reads the issues whose resolution no answer showed; where Jira does not answer it stays unknown. */
  async complete(jira: Pick<Jira, 'fetch'>): Promise<void> {
    const ids = [...this.issues].filter(([, { resolution }]) => resolution === undefined).map(([id]) => id);
    try {
      if (ids.length > 0) this.see(await jira.fetch(ids));
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
    }
  }

  private overJira(jira: Jira): Jira {
    const move: Jira['move'] = async (issue, to, guide) => {
      const answer = await jira.move(issue, to, guide);
      const status = answer.kind === 'applied' ? answer.walked.at(-1) : undefined;
      const now = answer.kind === 'applied' ? answer.now : undefined;
      if (now) this.issues.set(issue.id, issueState(now));
      else if (status) this.issues.set(issue.id, { status: { id: status.id, name: status.name } });
      return answer;
    };
    const fetch: Jira['fetch'] = async (ids) => {
      const issues = await jira.fetch(ids);
      this.see(issues);
      return issues;
    };
    return replacing(jira, { move, fetch });
  }

  private see(issues: Awaited<ReturnType<Jira['fetch']>>): void {
    for (const issue of issues) {
      const known = this.issues.get(issue.id);
      if (known?.resolution === undefined && known?.status.id === issue.status.id)
        this.issues.set(issue.id, issueState(issue));
    }
  }

  private overAnswers(answers: Answers): Answers {
    const read: Answers['read'] = async (ref) => {
      const answer = await answers.read(ref);
      this.read.set(nameOf(ref), answer);
      this.hear(ref, answer);
      return answer;
    };
    const update: Answers['update'] = async (ref, change) => {
      const before = this.read.get(nameOf(ref));
      for (const each of this.of(ref))
        if (before && change.choices?.has(each.choice ?? '') && !this.asked.has(each))
          this.asked.set(each, before);
      const after = await answers.update(ref, change);
      this.hear(ref, after);
      return after;
    };
    return replacing(answers, { read, update });
  }

  /** AWS has what was asked for: an answer that was lost shows at the next read. */
  private hear(ref: AnswerRef, answer: Answer): void {
    for (const change of this.of(ref)) {
      const { choice = '', practice } = change;
      const before = this.asked.get(change);
      if (
        before === undefined ||
        practice === undefined ||
        !isIn(answer, choice, { state: practice.is.state })
      )
        continue;
      if (!this.choices.has(change)) this.choices.set(change, practiceBetween(before, answer, choice));
    }
  }

  private of({ lensAlias, questionId }: AnswerRef): readonly RecentChange[] {
    return this.reserved.filter(
      (change) => change.question === questionId && aliasOf(this.review, itemOf('', change)) === lensAlias,
    );
  }
}

function nameOf({ lensAlias, questionId }: AnswerRef): string {
  return JSON.stringify([lensAlias, questionId]);
}
