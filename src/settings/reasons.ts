/** What audit entries before version 3 tell of settings; `words/en/settings.ts` has the words. */
import { reasonsOf, type None, type Reason } from '../reason';

export interface SettingsReasons {
  'settings-changed': { readonly changes: readonly Reason[] };
  /** Values as JSON. */
  'setting-changed': { readonly name: string; readonly old: string | Reason; readonly new: string | Reason };
  'setting-none': None;
}

export const because = reasonsOf<SettingsReasons>();
