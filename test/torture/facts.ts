/** What stands in Jira and in AWS, as people see it. */
import type { Answer } from '@aws-sdk/client-wellarchitected';
import { APP_ACCOUNT_ID } from '../../sandbox/jira/seed/users';
import type { Question, TortureSite } from './site';

/** An issue as Jira answers it. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly properties: { readonly 'well-architected'?: Identity };
  readonly fields: {
    readonly summary: string;
    readonly description: unknown;
    readonly creator?: { readonly accountId: string };
    readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
    readonly resolution: { readonly id: string; readonly name: string } | null;
    readonly issuetype: { readonly hierarchyLevel: number };
    readonly parent?: { readonly id: string; readonly key: string };
    readonly project: { readonly key: string };
  };
}

/** Of the property that the app writes. */
export interface Identity {
  readonly workload: string;
  readonly lens?: string;
  readonly question?: string;
  readonly choice?: string;
}

const FIRST_ID = 10_000;
const AT_ONCE = 100;
const FIELDS = [
  'summary',
  'description',
  'creator',
  'status',
  'resolution',
  'issuetype',
  'parent',
  'project',
];

/** Every issue of the site, by id: read one by one, because a search may lag behind. */
export async function allIssues({ jira }: Pick<TortureSite, 'jira'>): Promise<readonly Issue[]> {
  const found: Issue[] = [];
  for (let first = FIRST_ID; ; first += AT_ONCE) {
    const ids = Array.from({ length: AT_ONCE }, (_, nth) => String(first + nth));
    const request = { issueIdsOrKeys: ids, fields: FIELDS, properties: ['well-architected'] };
    const { issues } = (await jira('POST', 'issue/bulkfetch', request)).body as { issues: Issue[] };
    found.push(...issues);
    if (issues.length === 0) return found;
  }
}

/** Made by the app: a person's clone of it bears the property too. */
export function isAppMade({ fields, properties }: Issue): boolean {
  return fields.creator?.accountId === APP_ACCOUNT_ID && properties['well-architected'] !== undefined;
}

export function isDone({ fields }: Issue): boolean {
  return fields.status.statusCategory.key === 'done';
}

export function identityOf({ properties }: Issue): Identity | undefined {
  return properties['well-architected'];
}

export type PracticeState = 'open' | 'implemented' | 'notApplicable';

/** What the answer says of a best practice. */
export function stateIn(answer: Answer, choiceId: string): PracticeState {
  if (answer.IsApplicable === false) return 'notApplicable';
  const status = answer.ChoiceAnswers?.find(({ ChoiceId }) => ChoiceId === choiceId)?.Status;
  if (status === 'NOT_APPLICABLE') return 'notApplicable';
  return answer.SelectedChoices?.includes(choiceId) || status === 'SELECTED' ? 'implemented' : 'open';
}

export interface Facts {
  readonly issues: readonly Issue[];
  readonly answers: ReadonlyMap<string, Answer>;
  readonly questions: readonly Question[];
}

export async function factsOf(site: TortureSite): Promise<Facts> {
  const answers = new Map<string, Answer>();
  for (const { id } of site.questions()) answers.set(id, await site.answerOf(id));
  return { issues: await allIssues(site), answers, questions: site.questions() };
}
