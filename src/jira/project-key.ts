/**
 * Jira's form of a project key: a capital letter, then capitals, digits and underscores. Whether there is such
 * a project only Jira knows.
 */
export const PROJECT_KEY = /^[A-Z][A-Z0-9_]{0,254}$/;
