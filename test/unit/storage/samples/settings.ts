import { DEFAULT_LINK_SETTINGS, DEFAULT_SITE_SETTINGS } from '../../../../src/settings/model';
import { settingsOn, siteSettingsOn } from '../../../builders/settings-stores';
import { WORKLOAD_ARN } from '../../../builders/review';
import { SELECTION } from './facts';
import { sample, type Sample } from './sample';

const RESOLVE = {
  implemented: [{ statusId: '10002' }, { resolutionId: '10000' }],
  notApplicable: [{ statusId: '10003', reason: 'OUT_OF_SCOPE' as const }],
};

export const SETTINGS: readonly Sample[] = [
  sample('site-settings', 'minimal', ({ kvs }) => siteSettingsOn(kvs).save(DEFAULT_SITE_SETTINGS)),
  sample('site-settings', 'full', ({ kvs }) =>
    siteSettingsOn(kvs).save({
      ...DEFAULT_SITE_SETTINGS,
      projectConnections: false,
      issueManagementStatus: 'DISABLED',
      issueManagementType: 'AUTO',
      scope: 'all',
      selection: SELECTION,
      quietSeconds: 3600,
      parentsFollow: true,
      resolveSelects: RESOLVE,
    }),
  ),
  sample('link-settings', 'minimal', ({ kvs }) =>
    settingsOn(kvs).save('10000', WORKLOAD_ARN, DEFAULT_LINK_SETTINGS),
  ),
  sample('link-settings', 'full', ({ kvs }) =>
    settingsOn(kvs).save('10000', WORKLOAD_ARN, {
      ...DEFAULT_LINK_SETTINGS,
      issueManagementStatus: 'ENABLED',
      issueManagementType: 'AUTO',
      scope: 'answered',
      selection: SELECTION,
      quietSeconds: 30,
      parentsFollow: true,
      resolveSelects: RESOLVE,
      doneStatusId: '10002',
      besideAwsConnector: true,
    }),
  ),
];
