/** A connection to the AWS stand-in: its user, its role, and the app's requests going there. */
import {
  type Aws,
  createAws,
  DEFAULT_USER,
  frameworkLens,
  HostNotFound,
  userTemplate,
} from '../../../sandbox/aws';
import { openStore } from '../../../sandbox/store/store';
import type { AccessKey } from '../../../src/connection/access-key';
import type { Connection } from '../../../src/connection/model';
import { partitionOf, type Region } from '../../../src/connection/regions';
import { roleSetup } from '../../../src/connection/setup';
import { CONNECTION } from './a-connection';
import { AWS_PORTS } from './aws-ports';

export const ACCOUNT = '111122223333';
const CLOCK = { now: () => Date.now() };

/** The stand-in's clock is the SDK's, which signs with the machine's. */
export const ON_THE_STAND_IN = { ...AWS_PORTS, clock: CLOCK };

export interface StandIn {
  readonly aws: Aws;
  /** What was asked, in order. */
  readonly operations: string[];
  /** Called before each request is answered, with the action of STS or the path of the tool, and the body. */
  before: (asked: string, body: URLSearchParams) => void;
  close(): void;
}

export function openStandIn(options: { readonly versionedLensArns?: boolean } = {}): StandIn {
  const original = globalThis.fetch;
  const aws = createAws({ store: openStore(), clock: CLOCK, ...options });
  const site: StandIn = {
    aws,
    operations: [],
    before: () => undefined,
    close: () => {
      globalThis.fetch = original;
    },
  };
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const body = new URLSearchParams(await request.clone().text());
    site.before(body.get('Action') ?? new URL(request.url).pathname, body);
    try {
      const { response, operation } = await aws.handle(request);
      site.operations.push(operation);
      return response;
    } catch (error) {
      if (error instanceof HostNotFound) throw new TypeError('fetch failed', { cause: error });
      throw error;
    }
  };
  return site;
}

export interface Connected extends StandIn {
  readonly connection: Connection & { readonly roleArn: string };
  readonly key: AccessKey;
  readonly region: Region;
}

export interface Wanted {
  readonly region?: Region;
  readonly access?: Connection['access'];
  /** `any`: may assume any role in any way, unlike the user of aws/user.yaml, which never does without an ID. */
  readonly user?: 'template' | 'any';
  /** In place of what the app asks for. */
  readonly trustPolicy?: object;
  readonly permissions?: (statements: readonly Statement[]) => readonly object[];
  /** Names of workloads of the account, each with the framework lens. */
  readonly workloads?: readonly string[];
}

export interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** The user and the role exist as the app's own instructions for the console say. */
export function connect({ region = 'eu-west-1', user = 'template', ...wanted }: Wanted = {}): Connected {
  const site = openStandIn();
  const partition = partitionOf(region);
  const principalArn = addUser(site.aws, partition, user);
  const connection = {
    ...CONNECTION,
    roleArn: `arn:${partition}:iam::${ACCOUNT}:role/WellArchitectedBacklog`,
    regions: [region],
    access: wanted.access ?? 'read-write',
  };
  const setup = roleSetup(connection, principalArn);
  const document = JSON.parse(setup.permissions) as { Version: string; Statement: Statement[] };
  const change = wanted.permissions ?? ((statements: readonly Statement[]) => statements);
  site.aws.admin.putRole({
    arn: connection.roleArn,
    trustPolicy: wanted.trustPolicy ?? (JSON.parse(setup.trustPolicy ?? '') as object),
    policies: { Pasted: { ...document, Statement: change(document.Statement) } },
  });
  const lens = site.aws.admin.publishLens(frameworkLens());
  for (const name of wanted.workloads ?? ['Shop']) {
    site.aws.admin.addWorkload({ name, lenses: [lens.alias], region });
  }
  const { accessKeyId, secretAccessKey } = DEFAULT_USER;
  return Object.assign(site, {
    connection,
    region,
    key: { partition, from: 'site', accessKeyId, secretAccessKey, principalArn } as const,
  });
}

function addUser({ admin }: Aws, partition: string, kind: 'template' | 'any'): string {
  const { name, accessKeyId, secretAccessKey } = DEFAULT_USER;
  const arn = `arn:${partition}:iam::${ACCOUNT}:user/${name}`;
  if (kind === 'template') {
    admin.deployStack({ template: userTemplate(), parameters: { UserName: name }, partition });
    admin.createAccessKey(arn, { accessKeyId, secretAccessKey });
    return arn;
  }
  const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }];
  const policies = { Any: { Version: '2012-10-17', Statement } };
  admin.putUser({ arn, accessKeyId, secretAccessKey, policies });
  return arn;
}
