/**
 * The way most tools go that make Jira issues of findings: for each finding one search for an issue of it and, where
 * there is none, one create, one after the other, with a client library.
 */
import { Version3Client } from 'jira.js';
import type { Site } from '../sandbox/site/site';

export interface Findings {
  readonly projectKey: string;
  readonly count: number;
}

/** Milliseconds that it takes to make an issue of each finding in a project that has none of them. */
export async function timeOfPeers(site: Site, { projectKey, count }: Findings): Promise<number> {
  const client = new Version3Client({
    host: `${site.url}/jira`,
    authentication: { basic: { email: 'project-admin@example.invalid', apiToken: site.jira.apiToken } },
  });
  const { issueTypes = [] } = await client.issues.getCreateIssueMetaIssueTypes({
    projectIdOrKey: projectKey,
  });
  const id = issueTypes.find(({ hierarchyLevel }) => hierarchyLevel === 0)?.id ?? '';
  const begin = performance.now();
  for (let nth = 1; nth <= count; nth += 1) {
    const summary = `Finding ${nth}`;
    const jql = `project = ${projectKey} AND summary ~ "\\"${summary}\\""`;
    await client.issueSearch.searchForIssuesUsingJqlEnhancedSearchPost({
      jql,
      maxResults: 1,
      fields: ['id'],
    });
    await client.issues.createIssue({ fields: { project: { key: projectKey }, issuetype: { id }, summary } });
  }
  return performance.now() - begin;
}
