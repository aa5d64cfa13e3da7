import type { RunView } from '../../../../../src/contract';

import { projectTexts } from '../../texts/project';

const { run: words } = projectTexts.sync;

/** How a run that was not done is told: that somebody ended it is no failure. */
export function stopOf({ message }: Pick<RunView, 'message'>) {
  return message?.code === 'run-ended-by-person'
    ? ({ appearance: 'information', title: words.ended, heading: words.endedOf } as const)
    : ({ appearance: 'error', title: words.failed, heading: words.failedOf } as const);
}
