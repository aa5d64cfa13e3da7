/** What `npm run settings` changes of a link's settings. Pure. */
import type { LinkSettings } from './api';

export interface SettingsChange {
  /** Settings by name, whatever the app makes of them; of `undefined` the link has none of its own any more. */
  readonly set: Readonly<Record<string, unknown>>;
  /** Ids of statuses. */
  readonly implemented: readonly string[];
}

/** Whether anything is to be saved. */
export function isChange({ set, implemented }: SettingsChange): boolean {
  return Object.keys(set).length > 0 || implemented.length > 0;
}

/** The link's own settings with the change. */
export function changeSettings(own: LinkSettings, { set, implemented }: SettingsChange): object {
  const resolveSelects = {
    implemented: implemented.map((statusId) => ({ statusId })),
    notApplicable: own.resolveSelects?.notApplicable ?? [],
  };
  return { ...own, ...(implemented.length === 0 ? {} : { resolveSelects }), ...set };
}
