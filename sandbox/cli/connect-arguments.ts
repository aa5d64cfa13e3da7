/** The command line of `npm run connect`, parsed. */
import { DEFAULT_SITE, parseOptions, siteAddress } from './command-line';
import { UsageError } from './usage-error';

export interface ConnectArguments {
  readonly site: string;
  readonly account: string;
  readonly region: string;
  readonly project: string | undefined;
  readonly access: 'read-only' | 'read-write';
  /** Actions that the role is deployed without, to see what the test says. */
  readonly without: readonly string[];
}

export const CONNECT_USAGE = `npm run connect -- --account 12-DIGITS [options]
  --region R             default us-east-1
  --project KEY          lets the connection serve this space
  --access A             read-write (default) or read-only
  --without ACTION       deploys the role without this action, such as wellarchitected:ListAnswers; repeatable
  --site URL             default ${DEFAULT_SITE}`;

/** Reads the arguments. Throws UsageError that names what is wrong. */
export function readConnectArguments(argv: readonly string[]): ConnectArguments {
  const { account, access, site, ...rest } = parse(argv);
  if (account === undefined || !/^\d{12}$/.test(account)) {
    throw new UsageError('--account is the number of an AWS account: 12 digits.');
  }
  if (access !== 'read-only' && access !== 'read-write') {
    throw new UsageError(`--access is "${access}"; it must be read-only or read-write.`);
  }
  for (const action of rest.without) {
    if (!/^\w+:\w+$/.test(action))
      throw new UsageError(`--without is "${action}"; it must be an action of IAM.`);
  }
  return { ...rest, project: rest.project, account, access, site: siteAddress(site) };
}

function parse(argv: readonly string[]) {
  return parseOptions(argv, {
    account: { type: 'string' },
    region: { type: 'string', default: 'us-east-1' },
    project: { type: 'string' },
    access: { type: 'string', default: 'read-write' },
    without: { type: 'string', multiple: true, default: [] },
    site: { type: 'string', default: DEFAULT_SITE },
  });
}
