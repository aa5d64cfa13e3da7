/** What waits in the account when the site starts. */
import type { NewWorkload } from './admin';
import type { Aws } from './aws';
import {
  ACCOUNT,
  ADMIN_USER,
  ADMIN_USER_ARN,
  DEFAULT_USER,
  DEFAULT_USER_ARN,
  DEMONSTRATION_ACCOUNT,
  OTHER_ACCOUNT,
} from './account';
import { type Answered, answerLens } from './answering';
import { ADMINISTRATOR_ACCESS } from './iam/managed-policies';
import { LensFileError, parseLensFile } from './lens/lens-file';
import { type Lens, practicesOf, type Question } from './lens/lens';
import { seededRandom } from '../random';
import { userTemplate } from './templates';
import type { AnswerUpdate } from './wellarchitected/answers';
import type { PublishedLens, WorkloadRecord } from './wellarchitected/records';
import frameworkFacts from './lenses/wellarchitected.json';

/** Code points (service model, WorkloadName); a lens's name may be longer. */
const MAX_WORKLOAD_NAME = 100;

/** The stack of `aws/user.yaml`. */
const USER_STACK = 'jira-user';

export const DEFAULT_WORKLOAD_NAME = 'Sample workload';
export const DEMONSTRATION_WORKLOAD_NAME = 'Orders';

/** Of the framework lens; `seedDefaultWorld` publishes it. */
const FRAMEWORK_ALIAS = 'wellarchitected';

const NOTES = [
  'Reviewed with the team; the next step is on the roadmap.',
  'Covered for the customer-facing part. The batch jobs are still open.',
  'See the runbook in the team space.',
] as const;

/** The framework lens as it ships with the project: ids, titles and levels of risk, no descriptions. */
export function frameworkLens(): Lens {
  const result = parseLensFile('wellarchitected.json', JSON.stringify(frameworkFacts));
  if (!result.ok) throw new LensFileError('wellarchitected.json', result.problems);
  return result.lens;
}

/**
 * The app's user and an administrator, each with an access key, the framework lens and one workload, partly
 * answered and with notes. What is there already stays as it is, a key that was taken away too.
 */
export function seedDefaultWorld(aws: Aws): WorkloadRecord {
  addUsers(aws);
  const lens = aws.admin.publishLens(frameworkLens());
  const sample: NewWorkload = {
    name: DEFAULT_WORKLOAD_NAME,
    identity: 'default',
    lenses: [lens.alias],
    details: {
      Environment: 'PRODUCTION',
      AwsRegions: ['us-east-1', 'eu-central-1'],
      AccountIds: [OTHER_ACCOUNT],
    },
  };
  return ensureWorkload(aws, sample, (workload) => answerPartly(aws, workload, lens));
}

/** A third account with a review of its own: nobody has connected it yet, and a test has something to try there. */
export function seedDemonstrationAccount(aws: Aws): WorkloadRecord {
  return aws.admin.addWorkload({
    name: DEMONSTRATION_WORKLOAD_NAME,
    identity: 'demonstration',
    lenses: [FRAMEWORK_ALIAS],
    account: DEMONSTRATION_ACCOUNT,
  });
}

function addUsers({ admin }: Aws): void {
  const known = admin.users().map(({ arn }) => arn);
  if (!known.includes(DEFAULT_USER_ARN)) {
    const { name, ...key } = DEFAULT_USER;
    admin.batch(() => {
      admin.deployStack({ template: userTemplate(), parameters: { UserName: name }, stackName: USER_STACK });
      admin.createAccessKey(DEFAULT_USER_ARN, key);
    });
  }
  if (!known.includes(ADMIN_USER_ARN)) {
    const { accessKeyId, secretAccessKey } = ADMIN_USER;
    const policies = { AdministratorAccess: ADMINISTRATOR_ACCESS };
    admin.putUser({ arn: ADMIN_USER_ARN, policies, accessKeyId, secretAccessKey });
  }
}

/**
 * Gives each lens a workload of its own, named as the lens. Two lenses of one name get two workloads of that
 * name, the second shared by another account, since a name is unique within an account. Workloads that are
 * there already stay as they are.
 *
 * @returns the workloads, in the order of the lenses.
 */
export function addLensWorkloads(
  aws: Aws,
  lenses: readonly Lens[],
  answered: Answered,
): readonly WorkloadRecord[] {
  return lenses.map((lens, index) => {
    const twins = lenses.slice(0, index).filter(({ name }) => name === lens.name).length;
    return addLensWorkload(
      aws,
      lens,
      `${lens.name}/${twins}`,
      twins === 0 ? {} : { account: OTHER_ACCOUNT, sharedWith: [ACCOUNT] },
      answered,
    );
  });
}

function addLensWorkload(
  aws: Aws,
  lens: Lens,
  identity: string,
  ownership: Pick<NewWorkload, 'account' | 'sharedWith'>,
  answered: Answered,
): WorkloadRecord {
  const published = aws.admin.publishLens(lens, identity);
  const workload: NewWorkload = {
    name: Array.from(lens.name).slice(0, MAX_WORKLOAD_NAME).join(''),
    identity: `lens/${identity}`,
    lenses: [published.alias],
    ...ownership,
  };
  return ensureWorkload(aws, workload, ({ id }) => answerLens(aws.admin, id, published, answered));
}

/** A workload is filled when it is made, in the same commit, and never again. */
function ensureWorkload(
  aws: Aws,
  workload: NewWorkload,
  fill: (made: WorkloadRecord) => void,
): WorkloadRecord {
  return aws.admin.batch(() => {
    const before = aws.admin.workloads().length;
    const record = aws.admin.addWorkload(workload);
    if (aws.admin.workloads().length > before) fill(record);
    return record;
  });
}

/** About two thirds answered, some not applicable, notes here and there: the same on every machine. */
function answerPartly(aws: Aws, { id }: WorkloadRecord, lens: PublishedLens): void {
  const questions = lens.pillars.flatMap((pillar) => pillar.questions);
  for (const [index, question] of questions.entries()) {
    const notes = index % 6 === 1 ? { Notes: NOTES[index % NOTES.length] } : {};
    const update = { ...sampleAnswer(question, index), ...notes };
    if (Object.keys(update).length > 0) aws.admin.setAnswer(id, lens.alias, question.id, update);
  }
}

function sampleAnswer(question: Question, index: number): AnswerUpdate {
  const random = seededRandom(`default/${question.id}`);
  const [draw, share] = [random(), random()];
  if (index % 19 === 9) return { IsApplicable: false, Reason: 'OUT_OF_SCOPE' };
  if (draw < 0.3) return {};
  const selected = practicesOf(question).filter(() => random() < share);
  const none = question.none === undefined ? [] : [question.none];
  return { SelectedChoices: selected.length === 0 ? none : selected.map((choice) => choice.id) };
}
