/** The small site with what people do on both sides: move cards, answer questions, write notes. */
import type { Answer } from '@aws-sdk/client-wellarchitected';
import { type SiteClock, systemClock } from '../../sandbox/clock';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import type { SiteOptions } from '../../sandbox/site/site';
import type { EventSetup, LinkSettings } from '../../src/contract';
import type { LinkedWorkloadView, SettingsView } from './worded';
import { awsClient, type AnswerChange } from '../torture/clients';
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
  readonly save: (settings: Partial<LinkSettings>) => Promise<SettingsView>;
  readonly linked: () => Promise<LinkedWorkloadView>;
  /** Lets time pass until everything that was set off is done. */
  readonly rest: () => Promise<void>;
  /** On a site that does not fast-forward: so much time passes, and what has become due by then is done. */
  readonly pass: (ms: number) => Promise<void>;
  /** A Jira admin makes a key, and the account's administrator deploys aws/events.yaml with it. */
  readonly deployEvents: () => Promise<EventSetup['parameters']>;
  /** Jira and AWS calls of the app since `clearRequests`, those for credentials left out. */
  readonly appCalls: () => readonly string[];
}

/**
 * The site opens at midnight (UTC), at whatever time the test is run: schedules begin with the site, and the daily
 * read of the workload is due at a time that its ARN decides, some 17 hours later. What is counted before is
 * without it.
 */
export async function openReviewedSite(options: SiteOptions = {}): Promise<ReviewedSite> {
  const small = await openSmallSite('none', { clock: atMidnight(), ...options });
  const { site, workloadId, lensAlias } = small;
  const inAws = awsClient(site, workloadId, lensAlias);
  const workloadArn = site.aws.admin.workloads().find(({ id }) => id === workloadId)?.arn ?? '';
  return {
    ...small,
    workloadArn,
    answerInAws: (questionId, change) => inAws.updateAnswer(questionId, change),
    answerOf: (questionId) => inAws.answerOf(questionId),
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
    async pass(ms) {
      site.host.advanceClock(ms);
      if (!(await site.caughtUp())) throw new Error('the site does not come to rest');
    },
    async deployEvents() {
      const { connections } = await small.call('connection.list', {}, JIRA_ADMIN);
      const connectionId = connections[0]?.id;
      const { parameters } = await small.call('connection.enableEvents', { connectionId }, JIRA_ADMIN);
      const { WebTriggerUrl: webTriggerUrl, WebTriggerKey: key, RoleArn: roleArn } = parameters;
      site.aws.admin.deployEvents({ webTriggerUrl, key, roleArn });
      return parameters;
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

const DAY_MS = 24 * 3_600_000;

/** Runs as the machine's own does, from the coming midnight on. */
function atMidnight(): SiteClock {
  const clock = systemClock();
  clock.advance(DAY_MS - (clock.now() % DAY_MS));
  return clock;
}
