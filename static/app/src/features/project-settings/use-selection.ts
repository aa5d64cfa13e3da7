import { useState } from 'react';
import { tell } from '../../bridge/flags';
import { call } from '../../bridge/invoke';
import { useProjectKey } from '../../bridge/use-page-context';
import { type Action, useAction } from '../../data/use-action';
import { projectSettingsTexts } from '../../texts/project-settings';
import type { Reason, WorkloadView } from '../../../../../src/contract';
import { keepLink } from './keep-link';

/** As many as one call takes. */
const BATCH = 25;

type Ref = Pick<WorkloadView, 'arn' | 'connectionId'>;

export interface Selection {
  /** The connection through which each selected workload is to be linked, by its ARN. */
  readonly selected: ReadonlyMap<string, string>;
  readonly isSelected: (workload: Ref) => boolean;
  /** A workload that two connections show is selected through one of them. */
  readonly toggle: (workload: Ref) => void;
  readonly select: (workloads: readonly Ref[]) => void;
  /** Why a workload was not linked the last time, by its ARN. */
  readonly failures: ReadonlyMap<string, Reason>;
  /** How many the calls have answered by now; undefined where none is under way. */
  readonly done: number | undefined;
  /** Links those that are selected; those that could not be linked stay selected. */
  readonly link: Action<[]>;
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** Which workloads a person has chosen, and what became of them. */
export function useSelection(): Selection {
  const projectKey = useProjectKey();
  const [selected, setSelected] = useState<ReadonlyMap<string, string>>(NONE);
  const [failures, setFailures] = useState<ReadonlyMap<string, Reason>>(NONE);
  const [done, setDone] = useState<number>();
  const own = projectSettingsTexts.linkable;
  const link = useAction(async () => {
    setFailures(NONE);
    const asked = [...selected].map(([workloadArn, connectionId]) => ({ workloadArn, connectionId }));
    let count = 0;
    try {
      for (let from = 0; from < asked.length; from += BATCH) {
        setDone(from);
        const workloads = asked.slice(from, from + BATCH);
        const { links } = await call('workload.linkMany', { projectKey, workloads });
        const failed = links.flatMap((each) =>
          'why' in each ? [[each.workloadArn, each.why] as const] : [],
        );
        setFailures((before) => new Map([...before, ...failed]));
        for (const each of links) if ('linked' in each) await keepLink(projectKey, each.linked);
        const linked = new Set(links.flatMap((each) => ('linked' in each ? [each.workloadArn] : [])));
        setSelected((before) => new Map([...before].filter(([arn]) => !linked.has(arn))));
        count += linked.size;
      }
    } finally {
      setDone(undefined);
      if (count > 0) tell(own.linkedMany({ count }), own.linkedHint);
    }
  });
  return {
    ...{ selected, failures, done, link },
    isSelected: ({ arn, connectionId }) => selected.get(arn) === connectionId,
    toggle: ({ arn, connectionId }) => {
      const after = new Map(selected);
      if (!after.delete(arn) || selected.get(arn) !== connectionId) after.set(arn, connectionId);
      setSelected(after);
    },
    select: (workloads) => setSelected(new Map(workloads.map((each) => [each.arn, each.connectionId]))),
  };
}
