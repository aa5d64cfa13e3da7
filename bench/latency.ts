/** Milliseconds that a call takes of a local site as slow as the real services. */
export const LATENCY = { jira: 150, aws: 60, kvs: 20 };
