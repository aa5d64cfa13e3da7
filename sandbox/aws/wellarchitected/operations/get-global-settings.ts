import { z } from 'zod';
import { operation } from '../operation';

/** An account without organization sharing, discovery or AWS's own Jira connector. */
export const getGlobalSettings = operation({
  name: 'GetGlobalSettings',
  method: 'GET',
  uri: '/global-settings',
  input: z.object({}),
  run: () => ({
    OrganizationSharingStatus: 'DISABLED',
    DiscoveryIntegrationStatus: 'DISABLED',
    JiraConfiguration: { IntegrationStatus: 'NOT_CONFIGURED', IssueManagementStatus: 'DISABLED' },
  }),
});
