/** A stand-in with the default world, in memory, and SDK clients that call it in this process. */
import { STSClient } from '@aws-sdk/client-sts';
import { WellArchitectedClient } from '@aws-sdk/client-wellarchitected';
import {
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
  readonly client: WellArchitectedClient;
  readonly sts: STSClient;
}

export interface ClientOptions {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
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

export function clientOf(handler: RecordingHandler, options: ClientOptions = {}): WellArchitectedClient {
  return new WellArchitectedClient(configOf(handler, options));
}

export function stsOf(handler: RecordingHandler, options: ClientOptions = {}): STSClient {
  return new STSClient(configOf(handler, options));
}

function configOf(handler: RecordingHandler, options: ClientOptions) {
  const { region = 'us-east-1', endpoint, sessionToken } = options;
  return {
    region,
    maxAttempts: 1,
    requestHandler: handler,
    credentials: {
      accessKeyId: options.accessKeyId ?? DEFAULT_USER.accessKeyId,
      secretAccessKey: options.secretAccessKey ?? DEFAULT_USER.secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
    ...(endpoint === undefined ? {} : { endpoint }),
  };
}
