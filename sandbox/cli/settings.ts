/** `npm run settings`: shows and changes the settings of a linked workload, as the app's pages do. */
import type { SettingsView } from './api';
import { AppError, openApp } from './app';
import { chooseWorkload } from './choose-workload';
import { runCommand } from './command-line';
import { linkFirst } from './linking';
import { renderSettings } from './render-settings';
import { readSettingsArguments, SETTINGS_USAGE } from './settings-arguments';
import { changeSettings, isChange } from './settings-change';

async function main(argv: readonly string[]): Promise<number> {
  const { site, as, workload: asked, project, change } = readSettingsArguments(argv);
  const app = openApp(site, as);
  const workload = chooseWorkload(await app.workloads(project), asked);
  if (isChange(change)) {
    const linked = await linkFirst(app, workload, { project, needsLink: false, link: true });
    if (linked !== undefined) process.stdout.write(`${linked}\n`);
  }
  let view = await app.settings(workload, project);
  if (isChange(change)) {
    view = await saved(app.saveSettings(workload, project, changeSettings(view.settings, change)));
  }
  const lines = [`Settings of ${workload.name} in space ${project}:`, ...renderSettings(view)];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** Throws AppError that says that nothing was saved, where the app refuses. */
async function saved(saving: Promise<SettingsView>): Promise<SettingsView> {
  try {
    return await saving;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(`${error.message}\nNothing was saved.`, { cause: error });
  }
}

runCommand(SETTINGS_USAGE, main);
