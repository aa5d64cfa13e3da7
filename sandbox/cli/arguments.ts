/** The command line of `npm run sync`, parsed. */
import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

export interface Arguments {
  readonly site: string;
  readonly workload: string;
  readonly project: string;
  readonly preview: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
  readonly recreate: boolean;
  readonly confirm: boolean;
  readonly scope: string | undefined;
  readonly lensAliases: readonly string[];
  readonly pillars: readonly string[];
  readonly questions: readonly string[];
  /** Account id of the person who syncs. */
  readonly as: string;
}

const DEFAULT_SITE = 'http://127.0.0.1:8620';
/** The local site's project admin. */
const PROJECT_ADMIN = '557058:00000000-0000-4000-8000-0000000000a2';
const SCOPES = ['risks', 'answered', 'all'];

export const USAGE = `npm run sync -- --workload NAME-or-ARN --project KEY [options]
  --preview              show the plan and stop
  --scope S              risks (default), answered, or all
  --lens-alias A         only this lens; repeatable, for this run alone
  --pillar P             only this pillar; repeatable, for this run alone
  --question Q           only this question; repeatable, for this run alone
  --recreate             make issues again that were deleted in Jira
  --confirm              apply even a plan that the safety check refuses
  --json                 print the plan and the result as JSON
  --verbose              list every item, however many
  --site URL             default ${DEFAULT_SITE}
  --as ACCOUNT           account id of the person who syncs; default: the project admin`;

/** Reads the arguments. Throws UsageError that names what is wrong. */
export function readArguments(argv: readonly string[]): Arguments {
  const values = parse(argv);
  const { workload, project, scope } = values;
  if (workload === undefined)
    throw new UsageError('--workload is missing: the name or the ARN of a workload.');
  if (project === undefined)
    throw new UsageError('--project is missing: the key of a Jira project, such as WA.');
  if (scope !== undefined && !SCOPES.includes(scope)) {
    throw new UsageError(`--scope is "${scope}"; it must be one of ${SCOPES.join(', ')}.`);
  }
  if (!URL.canParse(values.site)) throw new UsageError(`--site is "${values.site}"; it must be a URL.`);
  return {
    ...values,
    site: values.site.replace(/\/+$/, ''),
    workload,
    project,
    scope,
    lensAliases: values['lens-alias'],
    pillars: values.pillar,
    questions: values.question,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        workload: { type: 'string' },
        project: { type: 'string' },
        preview: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        verbose: { type: 'boolean', default: false },
        recreate: { type: 'boolean', default: false },
        confirm: { type: 'boolean', default: false },
        scope: { type: 'string' },
        'lens-alias': { type: 'string', multiple: true, default: [] },
        pillar: { type: 'string', multiple: true, default: [] },
        question: { type: 'string', multiple: true, default: [] },
        site: { type: 'string', default: DEFAULT_SITE },
        as: { type: 'string', default: PROJECT_ADMIN },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The run's selection in the words of the app's contract; undefined for everything. */
export function selectionOf({ lensAliases, pillars, questions }: Arguments): object | undefined {
  if (lensAliases.length + pillars.length + questions.length === 0) return undefined;
  return {
    ...(lensAliases.length ? { lensAliases } : {}),
    ...(pillars.length ? { selectedPillars: pillars.map((PillarId) => ({ PillarId })) } : {}),
    ...(questions.length ? { questionIds: questions } : {}),
  };
}
