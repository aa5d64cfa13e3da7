import type { RunOutcome } from '../../../../../src/contract';
import { issueTexts } from '../../texts/issue';

/** What a plan does, a line for each kind of change that there is. */
export function plannedLines({ create, ...others }: RunOutcome['planned']): readonly string[] {
  const words = issueTexts.planned;
  const counts = { ...others, create: create.epics + create.tasks + create.subtasks };
  const kinds = ['create', 'update', 'close', 'reopen', 'resolve', 'choose', 'notes'] as const;
  return kinds.flatMap((kind) => (counts[kind] === 0 ? [] : [words[kind]({ count: counts[kind] })]));
}
