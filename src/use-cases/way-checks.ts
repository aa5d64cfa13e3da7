/** By which way issues are closed in a project, as far as any was. Pure. */
import type { PreflightCheck } from '../contract/preflight';
import type { LevelScreen } from '../jira/client/examine-project';
import type { Way } from '../jira/ways';
import { because } from './preflight-reasons';

/**
 * A check a level: the newest way that worked, else where an issue got stuck, else that none was tried. No workflow is
 * read for it: that needs a right to administer Jira, which the app does not ask for.
 */
export function wayChecks(screens: readonly LevelScreen[], ways: readonly Way[]): readonly PreflightCheck[] {
  return screens.map(({ type }) => {
    const own = ways.filter(({ issueTypeId, to }) => issueTypeId === type.id && to !== 'open');
    const worked = own.find(({ stuckAt }) => stuckAt === undefined);
    if (worked) return { ...OK, reason: because('way-worked', { type: type.name, steps: namesOf(worked) }) };
    const [stuck] = own;
    if (stuck === undefined) return { ...OK, reason: because('way-not-tried-yet', { type: type.name }) };
    const reason = because('way-got-stuck', { type: type.name, steps: namesOf(stuck) });
    return { what: 'way-to-done', result: 'warning', reason };
  });
}

const OK = { what: 'way-to-done', result: 'ok' } as const;

function namesOf({ steps }: Way): readonly string[] {
  return steps.map(({ name }) => name);
}
