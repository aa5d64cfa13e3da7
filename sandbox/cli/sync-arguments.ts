/** The command line of `npm run sync`, parsed. */
import { DEFAULT_SITE, parseOptions, PROJECT_ADMIN, required, siteAddress } from './command-line';
import { UsageError } from './usage-error';

export interface SyncArguments {
  readonly site: string;
  readonly workload: string;
  readonly project: string;
  readonly preview: boolean;
  /** A workload that is not linked yet is linked, for a preview too. */
  readonly link: boolean;
  readonly unlink: boolean;
  /** End the run that is under way. */
  readonly end: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly recreate: boolean;
  readonly removeBlocks: boolean;
  readonly putBack: boolean;
  readonly confirm: boolean;
  /** What becomes of issues that an earlier installation of the app may have made. */
  readonly adoption: 'adopt' | 'make-new' | undefined;
  readonly scope: string | undefined;
  readonly lensAliases: readonly string[];
  readonly pillars: readonly string[];
  readonly questions: readonly string[];
  readonly settle: readonly Settled[];
  readonly proposals: readonly Decided[];
  readonly atOnce: readonly AtOnce[];
  /** Account id of the person who syncs. */
  readonly as: string;
}

/** A conflict that a person settles: whose side stays. */
export interface Settled {
  readonly issueKey: string;
  readonly keep: 'aws' | 'jira';
}

/** What a person decided of a proposal. */
export interface Decided {
  readonly kind: string;
  readonly issueKey: string;
  readonly take: boolean;
}

/** The same of all proposals of a kind, or of every kind. */
export interface AtOnce {
  readonly kind: string | undefined;
  readonly take: boolean;
}

const PROPOSALS = ['below-epic', 'renamed', 'twin'];

const SCOPES = ['risks', 'answered', 'all'];

export const SYNC_USAGE = `npm run sync -- --workload NAME-or-ARN --project KEY [options]
  --preview              show the plan and stop; needs a linked workload, or --link
  --link                 link the workload to the space first; a sync does so anyway, and says it
  --unlink               end the link and stop; the work items stay
  --end                  end the run that is under way, and stop; what it did stays
  --scope S              risks (default), answered, or all
  --lens-alias A         only this lens; repeatable, for this run alone
  --pillar P             only this pillar; repeatable, for this run alone
  --question Q           only this question; repeatable, for this run alone
  --settle KEY=SIDE      settle the conflict of this work item: what aws or jira says stays; repeatable
  --take KIND:KEY        do what the preview proposes of this work item; repeatable; KIND:all or all for many
  --leave KIND:KEY       leave that out; likewise
  --recreate             make work items again that were deleted in Jira
  --remove-blocks        take the Jira status of work items that are not found out of the notes in AWS
  --put-back             list what runs changed within 24 hours and put it back; with --preview only list it
  --confirm              apply even a plan that the safety check refuses; --put-back cannot undo that
  --adopt                adopt the work items that an earlier installation of the app made
  --make-new             leave those work items as they are, and make new ones
  --json                 print the plan and the result as JSON
  --verbose              list every item, however many
  --site URL             default ${DEFAULT_SITE}
  --as ACCOUNT           account id of the person who syncs; default: the space admin`;

/** Reads the arguments. Throws UsageError that names what is wrong. */
export function readSyncArguments(argv: readonly string[]): SyncArguments {
  const parsed = parse(argv);
  const { scope, site, settle, take, leave, pillar, question, 'lens-alias': lensAliases, ...others } = parsed;
  const {
    adopt,
    'make-new': makeNew,
    'remove-blocks': removeBlocks,
    'put-back': putBack,
    ...values
  } = others;
  if (removeBlocks && lensAliases.length + pillar.length + question.length > 0) {
    throw new UsageError(
      '--remove-blocks is for the whole workload: leave out --lens-alias, --pillar, --question.',
    );
  }
  if (putBack && lensAliases.length + pillar.length + question.length > 0) {
    throw new UsageError(
      '--put-back is for the whole workload: leave out --lens-alias, --pillar, --question.',
    );
  }
  if (values.link && values.unlink) throw new UsageError('--link and --unlink exclude each other.');
  if (values.end && (values.unlink || values.preview || putBack)) {
    throw new UsageError('--end goes with no other thing to do: leave out --unlink, --preview, --put-back.');
  }
  if (adopt && makeNew) throw new UsageError('--adopt and --make-new exclude each other.');
  if (scope !== undefined && !SCOPES.includes(scope)) {
    throw new UsageError(`--scope is "${scope}"; it must be one of ${SCOPES.join(', ')}.`);
  }
  return {
    ...values,
    workload: required('--workload', values.workload, 'the name or the ARN of a workload'),
    project: required('--project', values.project, 'the key of a Jira space, such as WA'),
    site: siteAddress(site),
    scope,
    lensAliases,
    pillars: pillar.map(pillarId),
    questions: question,
    settle: settle.map(settled),
    ...decisionsIn(take, leave),
    removeBlocks,
    putBack,
    adoption: adopt ? 'adopt' : makeNew ? 'make-new' : undefined,
  };
}

/** As AWS names it, also of the name that labels and JQL have of it: `cost-optimization` is `costOptimization`. */
function pillarId(name: string): string {
  return name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function settled(text: string): Settled {
  const [, issueKey, keep] = /^(\S+)=(aws|jira)$/.exec(text) ?? [];
  if (issueKey !== undefined && (keep === 'aws' || keep === 'jira')) return { issueKey, keep };
  throw new UsageError(`--settle is "${text}"; it must be KEY=aws or KEY=jira, such as WA-12=jira.`);
}

function decisionsIn(
  take: readonly string[],
  leave: readonly string[],
): Pick<SyncArguments, 'proposals' | 'atOnce'> {
  const all = [...take.map((text) => decided('take', text)), ...leave.map((text) => decided('leave', text))];
  const isOne = (each: Decided | AtOnce): each is Decided => 'issueKey' in each;
  return { proposals: all.filter(isOne), atOnce: all.filter((each) => !isOne(each)) };
}

function decided(option: 'take' | 'leave', text: string): Decided | AtOnce {
  const isTaken = option === 'take';
  if (text === 'all') return { kind: undefined, take: isTaken };
  const [, kind = '', issueKey] = /^([a-z-]+):(\S+)$/.exec(text) ?? [];
  if (issueKey !== undefined && PROPOSALS.includes(kind))
    return issueKey === 'all' ? { kind, take: isTaken } : { kind, issueKey, take: isTaken };
  const kinds = PROPOSALS.join(' or ');
  throw new UsageError(
    `--${option} is "${text}"; it must be all, or KIND:KEY with ${kinds} as KIND, such as below-epic:WA-12 or below-epic:all.`,
  );
}

function parse(argv: readonly string[]) {
  return parseOptions(argv, {
    workload: { type: 'string' },
    project: { type: 'string' },
    preview: { type: 'boolean', default: false },
    link: { type: 'boolean', default: false },
    unlink: { type: 'boolean', default: false },
    end: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    recreate: { type: 'boolean', default: false },
    'remove-blocks': { type: 'boolean', default: false },
    'put-back': { type: 'boolean', default: false },
    confirm: { type: 'boolean', default: false },
    adopt: { type: 'boolean', default: false },
    'make-new': { type: 'boolean', default: false },
    scope: { type: 'string' },
    'lens-alias': { type: 'string', multiple: true, default: [] },
    pillar: { type: 'string', multiple: true, default: [] },
    question: { type: 'string', multiple: true, default: [] },
    settle: { type: 'string', multiple: true, default: [] },
    take: { type: 'string', multiple: true, default: [] },
    leave: { type: 'string', multiple: true, default: [] },
    site: { type: 'string', default: DEFAULT_SITE },
    as: { type: 'string', default: PROJECT_ADMIN },
  });
}

/** The run's selection in the words of the app's contract; undefined for everything. */
export function selectionOf({ lensAliases, pillars, questions }: SyncArguments): object | undefined {
  if (lensAliases.length + pillars.length + questions.length === 0) return undefined;
  return {
    ...(lensAliases.length ? { lensAliases } : {}),
    ...(pillars.length ? { selectedPillars: pillars.map((PillarId) => ({ PillarId })) } : {}),
    ...(questions.length ? { questionIds: questions } : {}),
  };
}
