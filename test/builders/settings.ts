import { effectiveSettings } from '../../src/settings/effective';
import {
  DEFAULT_LINK_SETTINGS,
  DEFAULT_SITE_SETTINGS,
  type EffectiveSettings,
  type LinkSettings,
} from '../../src/settings/model';

/** What holds for a link where nobody has set anything. */
export const DEFAULT_SETTINGS: EffectiveSettings = effectiveSettings(
  DEFAULT_SITE_SETTINGS,
  DEFAULT_LINK_SETTINGS,
);

export const AUTOMATIC: LinkSettings = {
  ...DEFAULT_LINK_SETTINGS,
  issueManagementStatus: 'ENABLED',
  issueManagementType: 'AUTO',
};
