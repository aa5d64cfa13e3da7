/** The command line and what it says about where to look. */
import { ADMIN_USER, REGION } from '../../sandbox/aws';
import { parseOptions, siteAddress } from '../../sandbox/cli/command-line';
import { UsageError } from '../../sandbox/cli/usage-error';
import type { JiraAccess } from './jira';
import type { AwsAccess } from './scratch-workload';

export const LIVE_CHECK_USAGE = `npm run live-check -- --jira URL --aws REGION [options]
  --jira URL           a Jira site on which the app is installed: https://SITE.atlassian.net, with the
                       e-mail address and API token of a Jira admin in JIRA_EMAIL and JIRA_TOKEN
  --aws REGION         an account, by the credentials that the AWS SDK finds, in a Region such as us-east-1
  --local URL          both on a local site (npm start): http://127.0.0.1:8620
  --scratch-project    make a project, look at what issues do in it, delete it
  --scratch-workload   make a workload, look at what answers do in it, delete it
Without the scratch flags nothing is made or changed.`;

export interface LiveCheckArguments {
  readonly jira?: JiraAccess;
  readonly aws?: AwsAccess;
  /** Where the app itself can be asked. */
  readonly local?: string;
  readonly scratchProject: boolean;
  readonly scratchWorkload: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws UsageError */
export function readLiveCheckArguments(argv: readonly string[], env: Environment): LiveCheckArguments {
  const options = parseOptions(argv, {
    jira: { type: 'string' },
    aws: { type: 'string' },
    local: { type: 'string' },
    'scratch-project': { type: 'boolean', default: false },
    'scratch-workload': { type: 'boolean', default: false },
  });
  const scratch = {
    scratchProject: options['scratch-project'],
    scratchWorkload: options['scratch-workload'],
  };
  if (options.local !== undefined) return { ...localSite(siteAddress(options.local)), ...scratch };
  const { jira, aws } = options;
  if (jira === undefined && aws === undefined)
    throw new UsageError('Say where to look: --jira, --aws, or both; or --local for a local site.');
  if (scratch.scratchProject && jira === undefined) throw new UsageError('--scratch-project needs --jira.');
  if (scratch.scratchWorkload && aws === undefined) throw new UsageError('--scratch-workload needs --aws.');
  return {
    ...(jira === undefined ? {} : { jira: { url: siteAddress(jira), ...credentials(env) } }),
    ...(aws === undefined ? {} : { aws: { region: aws } }),
    ...scratch,
  };
}

function credentials({ JIRA_EMAIL: email, JIRA_TOKEN: token }: Environment) {
  if (!email || !token)
    throw new UsageError(
      'Set JIRA_EMAIL and JIRA_TOKEN: https://id.atlassian.com/manage-profile/security/api-tokens',
    );
  return { email, token };
}

/** The accounts that every local site has. */
function localSite(local: string) {
  const { accessKeyId, secretAccessKey } = ADMIN_USER;
  return {
    local,
    jira: { url: `${local}/jira`, email: 'jira-admin@example.invalid', token: 'local-api-token' },
    aws: { region: REGION, endpoint: `${local}/aws`, credentials: { accessKeyId, secretAccessKey } },
  };
}
