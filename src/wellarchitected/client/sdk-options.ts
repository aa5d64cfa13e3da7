/** Options that keep an AWS SDK client to what it is given. */
import type { Egress } from './egress';

/** First try included. */
const MAX_ATTEMPTS = 4;

export interface SdkOptions {
  readonly region: string;
  readonly egress: Egress;
  /** 1 to 4 tries of each request, the first included; 4 unless said otherwise. */
  readonly maxAttempts?: number;
  /** `adaptive`, which slows down all that follows a throttled request, unless said otherwise. */
  readonly retryMode?: 'adaptive' | 'standard';
}

export type AwsService = 'wellarchitected' | 'sts';

/** What AWS calls Regions: letters and digits between hyphens, never a dot. */
const REGION = /^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/;

/**
 * The regional host, named alike in the commercial partition and in GovCloud (AWS General Reference, service
 * endpoints); Forge's egress list names exact hosts. Throws a RangeError for what has not the form of a Region:
 * nothing else becomes part of a host name.
 */
export function hostOf(service: AwsService, region: string): string {
  if (!REGION.test(region)) throw new RangeError('not the name of an AWS Region');
  return `${service}.${region}.amazonaws.com`;
}

/**
 * Every setting that the SDK would otherwise look up in the environment or in `~/.aws` is given here: on
 * Forge there is neither, and elsewhere a developer's profile must not steer the app.
 */
export function sdkOptions(service: AwsService, options: SdkOptions) {
  return {
    region: options.region,
    endpoint: `https://${hostOf(service, options.region)}`,
    requestHandler: options.egress.handler,
    maxAttempts: options.maxAttempts ?? MAX_ATTEMPTS,
    retryMode: options.retryMode ?? 'adaptive',
    defaultsMode: 'standard' as const,
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    authSchemePreference: ['sigv4'],
    disableClockSkewCorrection: false,
    userAgentAppId: 'well-architected-backlog',
  };
}
