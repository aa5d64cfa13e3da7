/** `npm run settings`: shows and changes the settings of a linked workload, as the app's pages do. */
import type { SettingsView, Workload } from './api';
import { type App, AppError, openApp } from './app';
import { chooseWorkload } from './choose-workload';
import { runCommand } from './command-line';
import { isLinked, linkFirst } from './linking';
import { renderSettings } from './render-settings';
import { readSettingsArguments, SETTINGS_USAGE } from './settings-arguments';
import { changeSettings, isChange, type SettingsChange } from './settings-change';

async function main(argv: readonly string[]): Promise<number> {
  const { site, as, workload: asked, project, change } = readSettingsArguments(argv);
  const app = openApp(site, as);
  const workload = chooseWorkload(await app.workloads(project), asked);
  const view = isChange(change)
    ? await saveChange(app, { workload, project, change })
    : await app.settings(workload, project);
  const lines = [`Settings of ${workload.name} in space ${project}:`, ...renderSettings(view)];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

interface Wanted {
  readonly workload: Workload;
  readonly project: string;
  readonly change: SettingsChange;
}

/**
 * Links the workload where it is not linked yet. A change that the app refuses leaves no link behind.
 *
 * @throws AppError that says that nothing was saved, where the app refuses
 */
async function saveChange(app: App, { workload, project, change }: Wanted): Promise<SettingsView> {
  if (!(await isLinked(app, workload, project))) await requireValid(app, { workload, project, change });
  const linked = await linkFirst(app, workload, { project, needsLink: false, link: true });
  try {
    const { settings } = await app.settings(workload, project);
    const view = await app.saveSettings(workload, project, changeSettings(settings, change));
    if (linked !== undefined) process.stdout.write(`${linked}\n`);
    return view;
  } catch (error) {
    if (linked !== undefined) await app.unlink(workload, project);
    throw nothingSaved(error);
  }
}

/** What a link has of its own when it is made. */
const AS_LINKED = { issueManagementStatus: 'INHERIT' } as const;

/** The app looks at settings before it looks whether the workload is linked: those of one that is not it only checks. */
async function requireValid(app: App, { workload, project, change }: Wanted): Promise<void> {
  try {
    await app.saveSettings(workload, project, changeSettings(AS_LINKED, change));
  } catch (error) {
    if (error instanceof AppError && error.code === 'payload-invalid') throw nothingSaved(error);
  }
}

function nothingSaved(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  return new AppError(`${error.message}\nNothing was saved.`, { cause: error });
}

runCommand(SETTINGS_USAGE, main);
