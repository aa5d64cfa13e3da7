/** Reviews for tests: small, named by role, every part open to change. */
import type { Identity } from '../../src/jira/model';
import type {
  BestPractice,
  ChoiceUpdate,
  LensReview,
  Pillar,
  PracticeState,
  Question,
  Review,
  Risk,
  RiskCounts,
  Workload,
} from '../../src/wellarchitected/model';

export const WORKLOAD_ARN =
  'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef';

const UPDATED_AT = Date.UTC(2026, 0, 1);

export function workload(overrides: Partial<Workload> = {}): Workload {
  return {
    arn: WORKLOAD_ARN,
    id: '0123456789abcdef0123456789abcdef',
    name: 'Web shop',
    region: 'eu-west-1',
    owner: '111122223333',
    environment: 'PRODUCTION',
    awsRegions: ['eu-west-1'],
    nonAwsRegions: [],
    accountIds: ['111122223333'],
    reviewOwner: 'review owner',
    updatedAt: UPDATED_AT,
    riskCounts: undefined,
    awsConnector: undefined,
    ...overrides,
  };
}

export function practice(
  id: string,
  state: PracticeState = 'open',
  overrides: Partial<BestPractice> = {},
): BestPractice {
  return { id, title: `Practice ${id}`, description: `What ${id} means.`, state, guidance: [], ...overrides };
}

export function question(
  id: string,
  risk: Risk,
  practices: readonly BestPractice[] = [],
  overrides: Partial<Question> = {},
): Question {
  const applicable = risk !== 'NOT_APPLICABLE';
  return { id, title: `Question ${id}`, risk, applicable, guidance: [], practices, ...overrides };
}

export function pillar(
  name: string,
  questions: readonly Question[],
  overrides: Partial<Pillar> = {},
): Pillar {
  return { id: name.toLowerCase(), name, riskCounts: riskCounts(questions), questions, ...overrides };
}

export function lens(
  alias: string,
  pillars: readonly Pillar[],
  overrides: Partial<LensReview> = {},
): LensReview {
  return {
    identity: lensIdentity(alias),
    alias,
    version: '1.0',
    name: `Lens ${alias}`,
    status: 'CURRENT',
    updatedAt: UPDATED_AT,
    riskCounts: riskCounts(pillars.flatMap(({ questions }) => questions)),
    pillars,
    ...overrides,
  };
}

export function lensIdentity(alias: string): string {
  return `arn:aws:wellarchitected::aws:lens/${alias}`;
}

export function review(lenses: readonly LensReview[], overrides: Partial<Workload> = {}): Review {
  return { workload: workload(overrides), lenses };
}

/** One lens with one pillar of these questions. */
export function smallReview(...questions: readonly Question[]): Review {
  return review([lens('main', [pillar('Security', questions)])]);
}

/** The review after a question changed, wherever it stands. */
export function withQuestion(before: Review, id: string, change: (question: Question) => Question): Review {
  return mapPillars(before, (each) => {
    const questions = each.questions.map((one) => (one.id === id ? change(one) : one));
    return { ...each, questions, riskCounts: riskCounts(questions) };
  });
}

export function withRisk(before: Review, questionId: string, risk: Risk): Review {
  const applicable = risk !== 'NOT_APPLICABLE';
  return withQuestion(before, questionId, (one) => ({ ...one, risk, applicable }));
}

/** The review after best practices were answered, in whatever question they stand. */
export function withPractices(before: Review, states: Readonly<Record<string, PracticeState>>): Review {
  return mapPillars(before, (each) => ({
    ...each,
    questions: each.questions.map((one) => ({
      ...one,
      practices: one.practices.map((each) => ({ ...each, state: states[each.id] ?? each.state })),
    })),
  }));
}

/** The review after AWS took a change of one choice. */
export function withChoice(
  before: Review,
  { lens, question, choice }: Identity,
  { status }: ChoiceUpdate,
): Review {
  const states = { SELECTED: 'selected', UNSELECTED: 'open', NOT_APPLICABLE: 'notApplicable' } as const;
  const lenses = before.lenses.map((each) => {
    if (each.identity !== lens || question === undefined || choice === undefined) return each;
    const alone = { ...before, lenses: [each] };
    const change = (one: Question) => ({
      ...one,
      practices: one.practices.map((it) => (it.id === choice ? { ...it, state: states[status] } : it)),
    });
    return withQuestion(alone, question, change).lenses[0] ?? each;
  });
  return { ...before, lenses };
}

function mapPillars(before: Review, change: (pillar: Pillar) => Pillar): Review {
  const lenses = before.lenses.map((each) => {
    const pillars = each.pillars.map(change);
    return { ...each, pillars, riskCounts: riskCounts(pillars.flatMap(({ questions }) => questions)) };
  });
  return { ...before, lenses };
}

function riskCounts(questions: readonly Question[]): RiskCounts {
  const count = (risk: Risk) => questions.filter((each) => each.risk === risk).length;
  return {
    UNANSWERED: count('UNANSWERED'),
    HIGH: count('HIGH'),
    MEDIUM: count('MEDIUM'),
    NONE: count('NONE'),
    NOT_APPLICABLE: count('NOT_APPLICABLE'),
  };
}

/** `LensReview.updatedAt` by identity. */
export function lensTimesOf({ lenses }: Review): ReadonlyMap<string, number> {
  return new Map(lenses.map(({ identity, updatedAt }) => [identity, updatedAt]));
}
