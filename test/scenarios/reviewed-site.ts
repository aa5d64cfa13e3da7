/** The small site with what people do on both sides: move cards, answer questions, write notes. */
import {
  GetAnswerCommand,
  UpdateAnswerCommand,
  WellArchitectedClient,
  type Answer,
  type UpdateAnswerCommandInput,
} from '@aws-sdk/client-wellarchitected';
import { ADMIN_USER, REGION } from '../../sandbox/aws';
import type { Contract, LinkSettings } from '../../src/contract';
import { asPerson } from './open-site';
import { openSmallSite, type SmallSite } from './small-site';

export interface ReviewedSite extends SmallSite {
  readonly workloadArn: string;
  /** A person at the console; what is not named stays. */
  readonly answerInAws: (questionId: string, change: AnswerChange) => Promise<Answer>;
  readonly answerOf: (questionId: string) => Promise<Answer>;
  /** A person on the board. */
  readonly moveCard: (title: string, status: string) => Promise<void>;
  readonly statusOf: (title: string) => Promise<string>;
  readonly save: (settings: Partial<LinkSettings>) => Promise<Contract['settings.save']['result']>;
  readonly linked: () => Promise<Contract['workload.linked']['result']['workloads'][number]>;
  /** Lets time pass until everything that was set off is done. */
  readonly rest: () => Promise<void>;
  /** Jira and AWS calls of the app since `clearRequests`, those for credentials left out. */
  readonly appCalls: () => readonly string[];
}

type AnswerChange = Omit<UpdateAnswerCommandInput, 'WorkloadId' | 'LensAlias' | 'QuestionId'>;

export async function openReviewedSite(): Promise<ReviewedSite> {
  const small = await openSmallSite();
  const { site, workloadId, lensAlias } = small;
  const client = new WellArchitectedClient({
    region: REGION,
    endpoint: `${site.url}/aws`,
    credentials: ADMIN_USER,
    maxAttempts: 1,
  });
  const at = (QuestionId: string) => ({ WorkloadId: workloadId, LensAlias: lensAlias, QuestionId });
  const workloadArn = site.aws.admin.workloads().find(({ id }) => id === workloadId)?.arn ?? '';
  return {
    ...small,
    workloadArn,
    answerInAws: async (questionId, change) =>
      (await client.send(new UpdateAnswerCommand({ ...at(questionId), ...change }))).Answer ?? {},
    answerOf: async (questionId) => (await client.send(new GetAnswerCommand(at(questionId)))).Answer ?? {},
    async moveCard(title, status) {
      const { key } = await small.issue(title);
      const { body } = await asPerson(site, 'GET', `issue/${key}/transitions`);
      const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
      const id = transitions.find(({ to }) => to.name === status)?.id;
      const moved = await asPerson(site, 'POST', `issue/${key}/transitions`, { transition: { id } });
      if (moved.status !== 204)
        throw new Error(`${key} did not move to ${status}: ${JSON.stringify(moved.body)}`);
    },
    statusOf: async (title) => (await small.issue(title)).fields.status.name,
    save: (settings) =>
      small.call('settings.save', {
        projectKey: 'WA',
        workloadArn,
        settings: { issueManagementStatus: 'INHERIT', ...settings },
      }),
    async linked() {
      const { workloads } = await small.call('workload.linked', { projectKey: 'WA' });
      const found = workloads.find((each) => each.workloadArn === workloadArn);
      if (!found) throw new Error('the workload is not linked');
      return found;
    },
    async rest() {
      if (!(await site.idle(60_000))) throw new Error('the site does not come to rest');
    },
    appCalls: () =>
      site
        .requests()
        .filter(({ via, operation }) => via === 'app' && operation !== 'AssumeRole')
        .map(({ operation }) => operation),
  };
}

/** Settings of automatic mode. */
export const AUTO = { issueManagementStatus: 'ENABLED', issueManagementType: 'AUTO' } as const;
