import { describe, expect, test } from '@jest/globals';
import type { OurIssue } from '../../../src/jira/model';
import type { QuestionRef } from '../../../src/links/issue-index';
import {
  aliasOf,
  isBelievable,
  positionFromIssue,
  placeFromReview,
} from '../../../src/use-cases/issue-position';
import type { KnownReview } from '../../../src/reviews/review-memory';
import { parseWorkloadArn } from '../../../src/wellarchitected/arn';
import type { AnsweredQuestion } from '../../../src/wellarchitected/page-reads';

const ID = '0123456789abcdef0123456789abcdef';
const ARN = `arn:aws:wellarchitected:eu-west-1:111122223333:workload/${ID}`;
const WORKLOAD = parseWorkloadArn(ARN)!;
const LENS = 'arn:aws:wellarchitected::aws:lens/serverless';
const CUSTOM = 'arn:aws:wellarchitected:eu-west-1:111122223333:lens/fedcba9876543210fedcba9876543210';
const TASK = {
  v: 1,
  workload: ARN,
  lens: LENS,
  question: 'keys',
  pillar: 'security',
  risk: 'HIGH',
  hash: 'h',
};
const PLACE: QuestionRef = { workloadArn: ARN, lens: LENS, question: 'keys' };
const CONSOLE = `https://eu-west-1.console.aws.amazon.com/wellarchitected/home?region=eu-west-1#/workload/${ID}`;

function issue(level: OurIssue['level'], property: object): OurIssue {
  return {
    id: '10002',
    key: 'WA-2',
    projectId: '10000',
    projectKey: 'WA',
    level,
    issueType: { id: level, name: level },
    summary: 'As the team calls it',
    description: undefined,
    labels: [],
    status: { id: '1', name: 'To Do', category: 'new' },
    statusChangedAt: undefined,
    resolution: undefined,
    parentId: undefined,
    creator: undefined,
    subtasks: [],
    property: property as OurIssue['property'],
  };
}
const SUBTASK = issue('subtask', { ...TASK, choice: 'keys_rotated' });

describe('an issue is what its property says', () => {
  test.each<[words: string, believed: boolean, of: OurIssue, place: QuestionRef | undefined]>([
    [
      'an Epic of the workload',
      true,
      issue('epic', { v: 1, workload: ARN, hash: 'h' }),
      { workloadArn: ARN },
    ],
    ['a Task of the question', true, issue('task', TASK), PLACE],
    ['a Sub-task of it', true, SUBTASK, PLACE],
    ['an issue that the app does not know', false, issue('task', TASK), undefined],
    ['a Task of another question', false, issue('task', TASK), { ...PLACE, question: 'doors' }],
    ['a Task of another lens', false, issue('task', TASK), { ...PLACE, lens: CUSTOM }],
    ['a Task of another workload', false, issue('task', TASK), { ...PLACE, workloadArn: 'arn:other' }],
    ['a Task that calls itself the Epic', false, issue('task', { v: 1, workload: ARN, hash: 'h' }), PLACE],
    ['an Epic that calls itself a Task', false, issue('epic', TASK), { workloadArn: ARN }],
    ['a Task that calls itself a Sub-task', false, issue('task', SUBTASK.property), PLACE],
    ['a Sub-task that calls itself the Task', false, issue('subtask', TASK), PLACE],
  ])('%s: %s', (_words, believed, of, place) => {
    expect(isBelievable(of, place)).toBe(believed);
  });
});

describe('without AWS', () => {
  test('an Epic has its workload in the console, and nothing else', () => {
    expect(positionFromIssue(issue('epic', { v: 1, workload: ARN, hash: 'h' }), WORKLOAD)).toEqual({
      guidance: [],
      consoleUrl: `${CONSOLE}/overview?owner=111122223333`,
    });
  });

  test('a Task is its question, a Sub-task its best practice, in the words of the issue', () => {
    const question = { id: 'keys', title: 'As the team calls it', risk: 'HIGH' };
    expect(positionFromIssue(issue('task', TASK), WORKLOAD)).toMatchObject({
      question,
      lens: LENS,
      pillar: 'security',
    });
    const place = positionFromIssue(SUBTASK, WORKLOAD);
    expect(place.question).toEqual({ ...question, title: 'keys' });
    expect(place.practice).toEqual({ id: 'keys_rotated', title: 'As the team calls it' });
    expect(place).not.toHaveProperty('notes');
  });

  test('a risk that AWS does not have is none', () => {
    expect(positionFromIssue(issue('task', { ...TASK, risk: 'x' }), WORKLOAD)).not.toHaveProperty('question');
  });
});

describe('with AWS', () => {
  const counts = { UNANSWERED: 0, HIGH: 1, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };
  const review: KnownReview = {
    readAt: 0,
    lenses: [
      {
        identity: LENS,
        alias: 'serverless',
        version: '1',
        name: 'Serverless Lens',
        status: 'CURRENT',
        riskCounts: counts,
        pillars: [{ id: 'SEC', name: 'Security', riskCounts: counts }],
      },
    ],
  };
  const plan = { text: 'Improvement plan', url: 'https://docs.example/plan' };
  const page = { text: 'AWS guidance', url: 'https://docs.example/rotate' };
  const question: AnsweredQuestion = {
    id: 'keys',
    title: 'How do you keep keys?',
    risk: 'MEDIUM',
    applicable: true,
    pillarId: 'SEC',
    guidance: [plan],
    practices: [
      {
        id: 'keys_rotated',
        title: 'Rotate keys',
        description: undefined,
        state: 'open',
        guidance: [page, plan],
      },
    ],
    notes: 'Mine.\u202e',
  };

  const OWN = { installation: '0a1b2c3d', siteUrl: 'https://site.example' };

  test('names, risk and state are those that AWS has now; each link is there once', () => {
    expect(placeFromReview(SUBTASK, WORKLOAD, review, question, OWN)).toEqual({
      lens: 'Serverless Lens',
      lensAlias: 'serverless',
      pillar: 'Security',
      question: { id: 'keys', title: 'How do you keep keys?', risk: 'MEDIUM' },
      practice: { id: 'keys_rotated', title: 'Rotate keys', state: 'open' },
      guidance: [page, plan],
      consoleUrl: `${CONSOLE}/lens/serverless/pillar/SEC/question/keys?owner=111122223333`,
      notes: { people: 'Mine.' },
    });
  });

  test('a Task has no best practice, and the guidance of its question', () => {
    const place = placeFromReview(issue('task', TASK), WORKLOAD, review, question, OWN);
    expect(place).not.toHaveProperty('practice');
    expect(place.guidance).toEqual([plan]);
  });

  test('a best practice that AWS has withdrawn keeps its name on the board and has no state', () => {
    const place = placeFromReview(SUBTASK, WORKLOAD, review, { ...question, practices: [] }, OWN);
    expect(place.practice).toEqual({ id: 'keys_rotated', title: 'As the team calls it' });
  });

  test('without notes to read there are none', () => {
    const { notes, ...listed } = question;
    expect(placeFromReview(SUBTASK, WORKLOAD, review, listed, OWN)).not.toHaveProperty('notes');
  });
});

test.each([
  [LENS, 'serverless'],
  [CUSTOM, CUSTOM],
])('AWS takes the lens %s as %s', (lens, alias) => expect(aliasOf(lens)).toBe(alias));
