import { z } from 'zod';
import { operation } from '../operation';
import type { AccountJiraConfiguration } from '../shapes';

/** What an account answers that never heard of AWS's connector (unverified, A24). */
const NO_CONNECTOR: AccountJiraConfiguration = {
  IntegrationStatus: 'NOT_CONFIGURED',
  IssueManagementStatus: 'DISABLED',
};

/** An account without organization sharing and discovery; AWS's own Jira connector is what administration set. */
export const getGlobalSettings = operation({
  name: 'GetGlobalSettings',
  method: 'GET',
  uri: '/global-settings',
  resource: 'none',
  input: z.object({}),
  example: () => ({}),
  run: ({ records, account, region }) => ({
    OrganizationSharingStatus: 'DISABLED',
    DiscoveryIntegrationStatus: 'DISABLED',
    JiraConfiguration: records.jiraConnectors.get(`${account} ${region}`) ?? NO_CONNECTOR,
  }),
});
