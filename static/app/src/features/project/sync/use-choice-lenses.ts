import { useMemo } from 'react';
import type { LensOverview } from '../../../../../../src/contract';
import type { CallFailure } from '../../../bridge/call-failure';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswers } from '../../../data/use-answer';
import type { ChoiceLens, LeftOut } from './choice';
import { toSelection } from './selection';

export interface ChoiceLenses {
  readonly lenses: readonly ChoiceLens[];
  /** By lens alias: why its questions are not there. */
  readonly failures: ReadonlyMap<string, CallFailure>;
}

/** The review's lenses with those questions that are shown, or that the choice cannot be said without. */
export function useChoiceLenses(
  workloadArn: string,
  overview: readonly LensOverview[],
  opened: readonly string[],
  leftOut: LeftOut,
): ChoiceLenses {
  const projectKey = useProjectKey();
  const wanted = useMemo(() => {
    const bare = overview.map(({ alias, name, pillars }) => ({ alias, name, pillars }));
    const needed = new Set([...opened, ...toSelection(bare, leftOut).needs]);
    return bare.filter(({ alias }) => needed.has(alias)).map(({ alias }) => alias);
  }, [overview, opened, leftOut]);
  const answers = useAnswers(
    'workload.questions',
    wanted.map((lensAlias) => ({ projectKey, workloadArn, lensAlias })),
  );
  const failures = new Map<string, CallFailure>();
  const lenses = overview.map(({ alias, name, pillars }): ChoiceLens => {
    const answer = answers[wanted.indexOf(alias)];
    if (answer?.isError) failures.set(alias, answer.error);
    return {
      alias,
      name,
      pillars,
      ...(answer?.isSuccess ? { questions: answer.data.questions } : {}),
    };
  });
  return { lenses, failures };
}
