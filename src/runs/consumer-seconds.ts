/** `timeoutSeconds` of the consumer's function in manifest.yml. */
export const CONSUMER_SECONDS = 900;

/**
 * Requests that one invocation of the consumer may send to AWS: Forge allows 100 for each minute of the function's
 * time limit, rounded up, however fast (Forge limits, "Egress").
 */
export const CONSUMER_REQUESTS = 100 * Math.ceil(CONSUMER_SECONDS / 60);
