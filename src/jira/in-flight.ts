/** Requests of one run to Jira at a time: well under its burst limits, 50 writes and 100 reads a second. */
export const JIRA_IN_FLIGHT = 4;
