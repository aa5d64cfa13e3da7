/** What is kept of one change: of what, what it became and what it was before, as far as it takes that to put it back. */
import { z } from 'zod';
import { KINDS } from './kinds';

const side = z.enum(['open', 'done']);

/** A choice of an answer; of reason and note `null`: there is none, absent: it is not known. */
export const choiceStateSchema = z.object({
  state: z.enum(['open', 'selected', 'notApplicable']),
  /** Why it does not apply, in AWS's terms. */
  reason: z.string().nullable().exactOptional(),
  /** People's words on the choice. */
  notes: z.string().nullable().exactOptional(),
});

const named = z.object({ id: z.string(), name: z.string() });

/** How far an issue is; of its resolution `null`: there is none, absent: it is not known. */
export const issueStateSchema = z.object({
  /** Earlier versions kept no name. */
  status: z.object({ id: z.string(), name: z.string().exactOptional() }),
  resolution: named.nullable().exactOptional(),
});

export const recentChangeSchema = z.object({
  kind: z.enum(KINDS),
  /** Milliseconds since the epoch: shortly before it was sent. */
  at: z.number(),
  runId: z.string(),
  lens: z.string().exactOptional(),
  question: z.string().exactOptional(),
  choice: z.string().exactOptional(),
  /** Absent for a block whose Task is gone. */
  issueId: z.string().exactOptional(),
  issueKey: z.string().exactOptional(),
  title: z.string(),
  /** Of a choice. What it is: as AWS had it after the write, or as it was to be where that is not known. */
  practice: z
    .object({
      was: choiceStateSchema,
      is: choiceStateSchema,
      /** Ids of "None of these" choices that the same write unselected. */
      cleared: z.array(z.string()).readonly().exactOptional(),
    })
    .exactOptional(),
  /** Of an issue. What it is: absent where the run that moved it did not live to say. */
  moved: z.object({ was: issueStateSchema, is: issueStateSchema.exactOptional() }).exactOptional(),
  /** The state that both sides had at the last sync before it: what the link remembers once it is put back. */
  synced: z
    .object({
      ...{ review: side, jira: side, practice: z.enum(['selected', 'notApplicable']).exactOptional() },
      closedAs: z.object({ statusId: z.string(), resolutionId: z.string().exactOptional() }).exactOptional(),
    })
    .exactOptional(),
});

export type RecentChange = Readonly<z.infer<typeof recentChangeSchema>>;
export type ChoiceState = Readonly<z.infer<typeof choiceStateSchema>>;
export type IssueState = Readonly<z.infer<typeof issueStateSchema>>;

const list = z.object({ changes: z.array(z.record(z.string(), z.unknown())) });
const names = z.object({ was: z.string(), is: z.string() });

/** Version 1 kept the state of a choice alone, and the id of an issue's status. */
export function withStates(stored: unknown): unknown {
  const { data } = list.safeParse(stored);
  return data && { ...(stored as object), changes: data.changes.map(withState) };
}

function withState({ practice, statusId, ...change }: Readonly<Record<string, unknown>>): unknown {
  const known = names.safeParse(practice).data;
  return {
    ...change,
    ...(known ? { practice: { was: { state: known.was }, is: { state: known.is } } } : {}),
    ...(typeof statusId === 'string' ? { moved: { was: { status: { id: statusId } } } } : {}),
  };
}
