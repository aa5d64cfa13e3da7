/** The command line of `npm run links`, parsed. */
import { DEFAULT_SITE, JIRA_ADMIN, parseOptions, siteAddress } from './command-line';

export interface LinksArguments {
  readonly site: string;
  /** ARN of a workload whose link is to be ended. */
  readonly unlink: string | undefined;
  readonly as: string;
}

export const LINKS_USAGE = `npm run links -- [options]
  --unlink ARN           end the link of that workload, whichever space has it; its work items stay
  --site URL             default ${DEFAULT_SITE}
  --as ACCOUNT           account id of a Jira admin
  Without --unlink it lists which space links which workload.`;

/** Reads the arguments. Throws UsageError that names what is wrong. */
export function readLinksArguments(argv: readonly string[]): LinksArguments {
  const values = parseOptions(argv, {
    unlink: { type: 'string' },
    site: { type: 'string', default: DEFAULT_SITE },
    as: { type: 'string', default: JIRA_ADMIN },
  });
  return { site: siteAddress(values.site), unlink: values.unlink, as: values.as };
}
