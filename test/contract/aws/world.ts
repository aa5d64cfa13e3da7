/** A stand-in with the default world, in memory, and SDK clients that call it in this process. */
import { STSClient } from '@aws-sdk/client-sts';
import { WellArchitectedClient } from '@aws-sdk/client-wellarchitected';
import {
  ADMIN_USER,
  type Aws,
  type AwsOptions,
  createAws,
  DEFAULT_USER,
  seedDefaultWorld,
} from '../../../sandbox/aws/index';
import { manualClock, type SiteClock } from '../../../sandbox/clock';
import { openStore } from '../../../sandbox/store/store';
import { type RecordingHandler, sandboxHandler } from './recording';

export interface SandboxAws {
  readonly aws: Aws;
  readonly clock: SiteClock;
  /** Id of the default workload. */
  readonly workloadId: string;
  readonly handler: RecordingHandler;
  /** The administrator's, who may do everything. */
  readonly client: WellArchitectedClient;
  /** The app's user's, who may only assume roles. */
  readonly sts: STSClient;
}

interface KeyPair {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
}

export interface ClientOptions extends KeyPair {
  readonly sessionToken?: string;
  readonly region?: string;
  readonly endpoint?: string;
}

/** The clock stands at the machine's time: the SDK signs with that. */
export function sandboxAws(options: Partial<AwsOptions> = {}): SandboxAws {
  const clock = manualClock(Date.now());
  const aws = createAws({ store: openStore(), clock, ...options });
  const workloadId = seedDefaultWorld(aws).id;
  const handler = sandboxHandler(aws);
  return { aws, clock, workloadId, handler, client: clientOf(handler), sts: stsOf(handler) };
}

/** Signs as the administrator unless told otherwise. */
export function clientOf(handler: RecordingHandler, options: ClientOptions = {}): WellArchitectedClient {
  return new WellArchitectedClient(configOf(handler, options, ADMIN_USER));
}

/** Signs as the app's user unless told otherwise. */
export function stsOf(handler: RecordingHandler, options: ClientOptions = {}): STSClient {
  return new STSClient(configOf(handler, options, DEFAULT_USER));
}

function configOf(handler: RecordingHandler, options: ClientOptions, user: Required<KeyPair>) {
  const { region = 'us-east-1', endpoint, sessionToken } = options;
  return {
    region,
    maxAttempts: 1,
    requestHandler: handler,
    credentials: {
      accessKeyId: options.accessKeyId ?? user.accessKeyId,
      secretAccessKey: options.secretAccessKey ?? user.secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}
