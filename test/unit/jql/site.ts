import type { JqlContext, JqlIssue } from '../../../sandbox/jira/jql/types';

/** 2026-03-10, a Tuesday, 12:00 UTC. */
export const NOW = Date.UTC(2026, 2, 10, 12);
export const DAY = 24 * 60 * 60 * 1000;
export const MEMBER = '557058:00000000-0000-4000-8000-0000000000a3';
export const ADMIN = '557058:00000000-0000-4000-8000-0000000000a1';

const WORKLOAD =
  'arn:aws:wellarchitected:eu-central-1:000000000000:workload/0123456789abcdef0123456789abcdef';

/** An Epic, its Task, the Task's Sub-task, and an issue of another project that is not ours. */
export const ISSUES: readonly JqlIssue[] = [
  issue(1, {
    issueTypeName: 'Epic',
    issueTypeId: '10001',
    level: 1,
    summary: 'Webshop review',
    labels: ['well-architected'],
    created: NOW - 9 * DAY,
    updated: NOW - 9 * DAY,
    properties: { 'well-architected': { workload: WORKLOAD } },
  }),
  issue(2, {
    summary: 'How do you manage identities for people and machines?',
    text: 'Risk: HIGH. Use a well-architected identity provider.',
    labels: ['well-architected', 'security'],
    parentId: '10001',
    parentKey: 'WA-1',
    priorityName: 'High',
    priorityId: '2',
    priorityRank: 1,
    assignee: MEMBER,
    dueDate: '2026-03-09',
    statusName: 'In Progress',
    statusId: '3',
    statusCategory: 'indeterminate',
    statusCategoryChanged: NOW - 2 * DAY,
    created: NOW - 2 * DAY,
    updated: NOW - DAY,
    properties: {
      'well-architected': { workload: WORKLOAD, risk: 'HIGH', pillar: 'security' },
      review: {
        owner: { account: MEMBER },
        count: 7,
        tags: ['iam', 'mfa'],
        due: '2026-03-20',
        words: 'Least privilege',
      },
    },
  }),
  issue(10, {
    issueTypeName: 'Sub-task',
    issueTypeId: '10003',
    level: -1,
    summary: 'Use strong sign-in mechanisms',
    labels: ['well-architected', 'Security'],
    parentId: '10002',
    parentKey: 'WA-2',
    priorityName: 'Medium',
    priorityId: '3',
    priorityRank: 2,
    statusName: 'Done',
    statusId: '10002',
    statusCategory: 'done',
    statusCategoryChanged: NOW - 30 * 60 * 1000,
    resolution: 'Done',
    created: NOW - 60 * 60 * 1000,
    updated: NOW,
    properties: { 'well-architected': { workload: WORKLOAD, risk: 'MEDIUM', pillar: 'security' } },
  }),
  {
    ...issue(3, {
      summary: 'Order new chairs',
      assignee: ADMIN,
      created: NOW - 100 * DAY,
      updated: NOW - 100 * DAY,
    }),
    key: 'KAN-3',
    projectKey: 'KAN',
    projectId: '10001',
  },
];

/** Issue n of project WA: a Task to do, without anything optional. */
function issue(number: number, own: Partial<JqlIssue>): JqlIssue {
  return {
    id: String(10_000 + number),
    key: `WA-${number}`,
    projectKey: 'WA',
    projectId: '10000',
    issueTypeName: 'Task',
    issueTypeId: '10002',
    level: 0,
    statusName: 'To Do',
    statusId: '10000',
    statusCategory: 'new',
    statusCategoryChanged: NOW - 100 * DAY,
    labels: [],
    summary: '',
    text: '',
    created: NOW,
    updated: NOW,
    properties: {},
    ...own,
  };
}

export const CONTEXT: JqlContext = {
  now: NOW,
  accountId: MEMBER,
  aliases: [
    { propertyKey: 'well-architected', path: 'risk', type: 'string', alias: 'waRisk' },
    { propertyKey: 'well-architected', path: 'workload', type: 'string', alias: 'waWorkload' },
    { propertyKey: 'review', path: 'owner.account', type: 'user', alias: 'reviewOwner' },
    { propertyKey: 'review', path: 'count', type: 'number', alias: 'reviewCount' },
    { propertyKey: 'review', path: 'tags', type: 'string' },
    { propertyKey: 'review', path: 'due', type: 'date' },
    { propertyKey: 'review', path: 'words', type: 'text' },
  ],
  projects: [
    { id: '10000', key: 'WA', name: 'Well-Architected' },
    { id: '10001', key: 'KAN', name: 'Kanban' },
  ],
  issueTypes: [
    { id: '10001', name: 'Epic' },
    { id: '10002', name: 'Task' },
    { id: '10003', name: 'Sub-task' },
  ],
  statuses: [
    { id: '10000', name: 'To Do' },
    { id: '3', name: 'In Progress' },
    { id: '10002', name: 'Done' },
  ],
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, index) => ({
    id: String(index + 1),
    name,
  })),
  resolutions: [{ id: '10000', name: 'Done' }],
  users: [
    { id: MEMBER, name: 'Member', key: 'member@example.invalid' },
    { id: ADMIN, name: 'Jira admin', key: 'jira-admin@example.invalid' },
  ],
  findIssue: (idOrKey) => ISSUES.find(({ id, key }) => id === idOrKey || key === idOrKey.toUpperCase()),
};
