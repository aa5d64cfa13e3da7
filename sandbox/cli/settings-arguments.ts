/** The command line of `npm run settings`, parsed. */
import { DEFAULT_SITE, parseOptions, PROJECT_ADMIN, required, siteAddress } from './command-line';
import { readField } from './field-option';
import { readSetting } from './set-option';
import { isChange, type SettingsChange } from './settings-change';
import { UsageError } from './usage-error';

export interface SettingsArguments {
  readonly site: string;
  readonly workload: string;
  readonly project: string;
  /** What the command line says; everything else stays as it is. */
  readonly change: SettingsChange;
  /** Account id of the person who saves. */
  readonly as: string;
}

export const SETTINGS_USAGE = `npm run settings -- --workload NAME-or-ARN --project KEY [options]
  --automatic            changes are synced both ways with nobody starting a run
  --manual               nothing changes outside a run that a person starts
  --resolve-selects ID   a Sub-task that is done with the status of this ID selects its best practice in AWS;
                         repeatable (the site tells IDs at /jira/rest/api/3/project/KEY/statuses)
  --quiet SECONDS        how long a question must be unchanged before automatic mode syncs it: 30 to 3600
  --field TYPE.FIELD=VALUE
                         what new work items of the type with the ID TYPE get in a field that the app does not
                         fill, such as 10002.customfield_10100=10007; repeatable. VALUE is a text, the ID of an option, or a JSON list;
                         without one the field gets none any more.
  --set NAME=VALUE       any setting by its name, such as scope=all; repeatable. VALUE is JSON, a word or an
                         ID, such as doneStatusId=10003. NAME= leaves the setting to the site.
  --show                 show the settings and change nothing; so does a line without any of the above
  --site URL             default ${DEFAULT_SITE}
  --as ACCOUNT           account id of the person who saves; default: the space admin`;

/** Reads the arguments. Throws UsageError that names what is wrong. */
export function readSettingsArguments(argv: readonly string[]): SettingsArguments {
  const values = parseOptions(argv, {
    workload: { type: 'string' },
    project: { type: 'string' },
    automatic: { type: 'boolean', default: false },
    manual: { type: 'boolean', default: false },
    'resolve-selects': { type: 'string', multiple: true, default: [] },
    quiet: { type: 'string' },
    field: { type: 'string', multiple: true, default: [] },
    set: { type: 'string', multiple: true, default: [] },
    show: { type: 'boolean', default: false },
    site: { type: 'string', default: DEFAULT_SITE },
    as: { type: 'string', default: PROJECT_ADMIN },
  });
  const change = {
    set: { ...modeOf(values), ...quietOf(values), ...Object.fromEntries(values.set.map(readSetting)) },
    implemented: values['resolve-selects'].map(statusId),
    fields: values.field.map(readField),
  };
  if (values.show && isChange(change))
    throw new UsageError('--show changes nothing; leave it out, or what changes the settings.');
  return {
    workload: required('--workload', values.workload, 'the name or the ARN of a workload'),
    project: required('--project', values.project, 'the key of a Jira space, such as WA'),
    site: siteAddress(values.site),
    as: values.as,
    change,
  };
}

/** A mode of its own ends what was inherited. */
function modeOf({ automatic, manual }: { automatic: boolean; manual: boolean }): object {
  if (automatic && manual) throw new UsageError('--automatic and --manual exclude each other.');
  if (!automatic && !manual) return {};
  return { issueManagementStatus: 'ENABLED', issueManagementType: automatic ? 'AUTO' : 'MANUAL' };
}

function statusId(id: string): string {
  if (/^\d+$/.test(id)) return id;
  throw new UsageError(`--resolve-selects is "${id}"; it must be the ID of a status, a number.`);
}

function quietOf({ quiet }: { quiet?: string }): object {
  if (quiet === undefined) return {};
  if (/^\d{1,9}$/.test(quiet)) return { quietSeconds: Number(quiet) };
  throw new UsageError(`--quiet is "${quiet}"; it must be a whole number of seconds.`);
}
