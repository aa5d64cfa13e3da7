/** Options that keep an AWS SDK client to what it is given. */
import type { Egress } from './egress';

/** First try included. */
const MAX_ATTEMPTS = 4;

export interface SdkOptions {
  readonly region: string;
  readonly egress: Egress;
  /** 1 to 4 tries of each request, the first included; 4 unless said otherwise. */
  readonly maxAttempts?: number;
}

/**
 * Every setting that the SDK would otherwise look up in the environment or in `~/.aws` is given here: on
 * Forge there is neither, and elsewhere a developer's profile must not steer the app. The endpoint is the
 * regional default host of the commercial partition, because Forge's egress list names exact hosts.
 */
export function sdkOptions(service: 'wellarchitected' | 'sts', options: SdkOptions) {
  return {
    region: options.region,
    endpoint: `https://${service}.${options.region}.amazonaws.com`,
    requestHandler: options.egress.handler,
    maxAttempts: options.maxAttempts ?? MAX_ATTEMPTS,
    retryMode: 'adaptive',
    defaultsMode: 'standard' as const,
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    authSchemePreference: ['sigv4'],
    disableClockSkewCorrection: false,
    userAgentAppId: 'well-architected-backlog',
  };
}
