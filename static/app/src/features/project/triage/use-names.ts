import { useMemo } from 'react';
import type { LensOverview, TriageRow } from '../../../../../../src/contract';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswer, useAnswers } from '../../../data/use-answer';
import { lensIdOf } from '../workload-arn';
import type { Names } from './triage-rows';

/** What rows' lenses, pillars and workloads are called; ids, until that is known and where nobody can say it. */
export function useNames(rows: readonly TriageRow[]): Names {
  const projectKey = useProjectKey();
  const linked = useAnswer('workload.linked', { projectKey });
  const workloads = linked.isSuccess ? linked.data.workloads : undefined;
  const arns = useMemo(() => {
    const used = new Set(rows.map(({ workloadArn }) => workloadArn));
    return (workloads ?? [])
      .filter(({ workloadArn, state }) => used.has(workloadArn) && state.code === 'active')
      .map(({ workloadArn }) => workloadArn);
  }, [rows, workloads]);
  const reviews = useAnswers(
    'workload.review',
    arns.map((workloadArn) => ({ projectKey, workloadArn })),
  );
  const lenses = reviews.flatMap((review) => (review.isSuccess ? review.data.lenses : []));
  // Lens overviews are as many as reviews have lenses: their names decide whether anything is called otherwise.
  const known = JSON.stringify(namesOf(lenses));
  return useMemo(() => {
    const names = new Map(JSON.parse(known) as readonly Named[]);
    const byArn = new Map(workloads?.map(({ workloadArn, name }) => [workloadArn, name]));
    return {
      lens: ({ lens }) => names.get(lens) ?? lensIdOf(lens),
      pillar: ({ lens, pillar = '' }) => names.get(`${lens}\n${pillar}`) ?? pillar,
      workload: ({ workloadArn }) => byArn.get(workloadArn) ?? workloadArn,
    };
  }, [known, workloads]);
}

type Named = readonly [id: string, name: string];

function namesOf(lenses: readonly LensOverview[]): readonly Named[] {
  return lenses.flatMap(({ identity, name, pillars }): readonly Named[] => [
    [identity, name],
    ...pillars.map((pillar): Named => [`${identity}\n${pillar.label}`, pillar.name]),
  ]);
}
