/** What `npm run settings` changes of a link's settings. Pure. */
import type { LinkSettings } from './api';

export interface SettingsChange {
  readonly mode: 'AUTO' | 'MANUAL' | undefined;
  /** Ids of statuses. */
  readonly implemented: readonly string[];
  readonly quietSeconds: number | undefined;
}

/** Whether anything is to be saved. */
export function isChange({ mode, implemented, quietSeconds }: SettingsChange): boolean {
  return mode !== undefined || implemented.length > 0 || quietSeconds !== undefined;
}

/** The link's own settings with the change; a mode of its own ends what was inherited. */
export function changeSettings(
  own: LinkSettings,
  { mode, implemented, quietSeconds }: SettingsChange,
): LinkSettings {
  const resolveSelects = {
    implemented: implemented.map((statusId) => ({ statusId })),
    notApplicable: own.resolveSelects?.notApplicable ?? [],
  };
  return {
    ...own,
    ...(mode === undefined ? {} : { issueManagementStatus: 'ENABLED', issueManagementType: mode }),
    ...(implemented.length === 0 ? {} : { resolveSelects }),
    ...(quietSeconds === undefined ? {} : { quietSeconds }),
  };
}
