import { searchUrl } from '../triage/search-link';

/** Jira's search for the issues of a workload, the Epic first: it shows each reader what they may see. Pure. */
export function searchOf(siteUrl: string, workloadArn: string): string {
  return searchUrl(
    siteUrl,
    `issue.property[well-architected].workload = "${workloadArn}" ORDER BY created ASC`,
  );
}
