import { useDraft } from '../../../data/use-draft';
import type { Settlement } from '../contract-types';

export type Keep = Settlement['keep'];

export interface Decisions {
  readonly of: (issueKey: string) => Keep | undefined;
  /** The same decision again takes it back. */
  readonly decide: (issueKey: string, keep: Keep) => void;
  readonly settle: readonly Settlement[];
}

/** Whose side stays in a run's conflicts, as far as a person has said so. Survives a reload. */
export function useDecisions(runId: string): Decisions {
  const draft = useDraft<readonly Settlement[]>(`decisions:${runId}`, []);
  const of = (issueKey: string) => draft.value.find((each) => each.issueKey === issueKey)?.keep;
  return {
    of,
    settle: draft.value,
    decide(issueKey, keep) {
      const others = draft.value.filter((each) => each.issueKey !== issueKey);
      draft.set(of(issueKey) === keep ? others : [...others, { issueKey, keep }]);
    },
  };
}
