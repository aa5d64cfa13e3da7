/** The command line of `npm run audit`, parsed. */
import { DEFAULT_SITE, JIRA_ADMIN, parseOptions, PROJECT_ADMIN, siteAddress } from './command-line';

export interface AuditArguments {
  readonly site: string;
  /** Absent: the whole site. */
  readonly project: string | undefined;
  /** A file to write; `-`: standard output. */
  readonly export: string | undefined;
  readonly as: string;
}

export const AUDIT_USAGE = `npm run audit -- [options]
  --project KEY          of one space, as its admin; without it of the whole site, as a Jira admin
  --export FILE          write every entry as a line of JSON, newest first, and last who the references are;
                         - writes to standard output
  --site URL             default ${DEFAULT_SITE}
  --as ACCOUNT           account id of the person who asks
  Without --export it says what was done last, and whether the chains of entries are complete.`;

/** Reads the arguments. Throws UsageError that names what is wrong. */
export function readAuditArguments(argv: readonly string[]): AuditArguments {
  const values = parseOptions(argv, {
    project: { type: 'string' },
    export: { type: 'string' },
    site: { type: 'string', default: DEFAULT_SITE },
    as: { type: 'string' },
  });
  return {
    site: siteAddress(values.site),
    project: values.project,
    export: values.export,
    as: values.as ?? (values.project === undefined ? JIRA_ADMIN : PROJECT_ADMIN),
  };
}
