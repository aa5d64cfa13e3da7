/** Settings in words. Pure. */
import type { SettingsView } from './api';

/** These two are taken from the site together. */
const INHERITED: readonly string[] = ['issueManagementStatus', 'issueManagementType'];

/** What holds, a line for each setting, with where it comes from. */
export function renderSettings({ settings, effective }: SettingsView): readonly string[] {
  const isOwn = (name: string) =>
    INHERITED.includes(name) ? settings.issueManagementStatus !== 'INHERIT' : name in settings;
  const width = Math.max(...Object.keys(effective).map((name) => name.length));
  return Object.entries(effective).map(([name, value]) => {
    return `  ${name.padEnd(width)}  ${JSON.stringify(value)} (${isOwn(name) ? 'its own' : 'of the site'})`;
  });
}
