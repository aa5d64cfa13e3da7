import { mapInFlight } from '../in-flight';
import type { Identity } from '../jira/model';
import type { Change } from '../review-entries/entry';
import type { NotesPlan } from './write-back/plan-notes';
import { questionKey } from './write-back/question-status';
import type { SyncPorts } from './ports';

/** Questions that are asked about at a time. */
const IN_FLIGHT = 10;

export interface QuietPart {
  readonly changes: readonly Change[];
  readonly notes: NotesPlan;
  /** Something waits until people leave its question alone. */
  readonly heldBack: boolean;
}

/** The plan without questions at which people are working; whole where nobody asks whether they do. */
export async function quietOnly(
  { changes, notes }: Pick<QuietPart, 'changes' | 'notes'>,
  { isQuiet }: SyncPorts,
): Promise<QuietPart> {
  if (isQuiet === undefined) return { changes, notes, heldBack: false };
  const questions = new Map<string, Identity>();
  for (const { entry } of changes)
    if (entry.identity.question !== undefined) questions.set(questionKey(entry.identity), entry.identity);
  for (const [key, { question }] of notes.planned) questions.set(key, question);
  const asked = await mapInFlight([...questions], IN_FLIGHT, async ([key, identity]) =>
    (await isQuiet(identity)) ? [] : [key],
  );
  const restless = new Set(asked.flat());
  return {
    changes: changes.filter(({ entry }) => !restless.has(questionKey(entry.identity))),
    notes: { ...notes, planned: new Map([...notes.planned].filter(([key]) => !restless.has(key))) },
    heldBack: restless.size > 0,
  };
}
