import type { Operation } from '../operation';
import { jiraTime } from '../views/dates';

export const getServerInfo: Operation = {
  method: 'GET',
  path: '/rest/api/3/serverInfo',
  anonymous: true,
  example: () => ({}),
  handle({ site }) {
    const body = {
      baseUrl: site.baseUrl,
      displayUrl: site.baseUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100_000,
      buildDate: jiraTime(0),
      serverTime: jiraTime(site.clock.now()),
      scmInfo: 'local-stand-in',
      serverTitle: 'Local Jira stand-in',
      serverTimeZone: 'Etc/UTC',
    };
    return { status: 200, body };
  },
};
