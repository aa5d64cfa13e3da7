/** How hard a run presses a service, and when it takes failures for an outage. */

/** Writes in flight at once: well under Jira's burst limits, and each is on another issue. */
export const IN_FLIGHT = 4;

/** This many failures of a service in a row are not about single issues or questions any more. */
export const OUTAGE = 5;
