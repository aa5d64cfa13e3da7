/** How far a connection is, as the server knows it: a guide that was left is taken up where it ended. */
import type { ConnectionView } from '../../../../../src/contract';

export const STEPS = ['details', 'role', 'arn', 'test', 'serves'] as const;

export type Step = (typeof STEPS)[number];

/** `attention`: something was found that a person has to mend. */
export type Progress = 'done' | 'attention' | 'next' | 'later';

/** Of a project's own connection nobody asks whom it serves. @param connection undefined: it does not exist yet */
export function stepsOf(
  connection: ConnectionView | undefined,
  ownerKind: ConnectionView['owner']['kind'],
): readonly { readonly step: Step; readonly progress: Progress }[] {
  const steps = STEPS.filter((step) => step !== 'serves' || ownerKind === 'site');
  const known = steps.map((step) => ({ step, progress: connection && reached(connection, step) }));
  const next = known.find(({ progress }) => progress === undefined)?.step;
  return known.map(({ step, progress }) => ({
    step,
    progress: progress ?? (step === next ? 'next' : 'later'),
  }));
}

/** Which step a person should see first: what is wrong, then what is next, and nothing where all is done. */
export function stepToOpen(steps: ReturnType<typeof stepsOf>): Step | undefined {
  const wanted =
    steps.find(({ progress }) => progress === 'attention') ??
    steps.find(({ progress }) => progress === 'next');
  return wanted?.step;
}

/** `undefined`: not done. */
function reached(connection: ConnectionView, step: Step): 'done' | 'attention' | undefined {
  const { roleArn, tests, regions, state, serves } = connection;
  switch (step) {
    case 'details':
      return 'done';
    case 'role':
    case 'arn':
      return roleArn === undefined ? undefined : 'done';
    case 'test':
      if (tests.some(({ ok }) => !ok) || state.code === 'open-role') return 'attention';
      return state.code === 'ready' && tests.length === regions.length ? 'done' : undefined;
    case 'serves':
      return serves.length === 0 ? undefined : 'done';
  }
}
