/** `timeoutSeconds` of the consumer's function in manifest.yml. */
export const CONSUMER_SECONDS = 900;
