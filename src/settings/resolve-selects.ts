/** What a done Sub-task says of its best practice. */
import { z } from 'zod';
import { CHOICE_REASONS, type ChoiceReason } from '../wellarchitected/model';

/** How a Sub-task was done: with this status, or with this resolution. */
export type DoneAs = { readonly statusId: string } | { readonly resolutionId: string };

/** A resolution that is named here decides before a status. */
export interface ResolveSelects {
  /** The best practice is selected in AWS. */
  readonly implemented: readonly DoneAs[];
  /** It is marked not applicable, with AWS's reason. */
  readonly notApplicable: readonly (DoneAs & { readonly reason: ChoiceReason })[];
}

const reason = z.enum(CHOICE_REASONS);

/** Jira's ids of statuses and resolutions. */
export const jiraId = z.string().regex(/^\d+$/).max(20);
const byStatus = z.strictObject({ statusId: jiraId });
const byResolution = z.strictObject({ resolutionId: jiraId });

export const resolveSelectsSchema: z.ZodType<ResolveSelects> = z.strictObject({
  implemented: z.array(z.union([byStatus, byResolution])).max(100),
  notApplicable: z.array(z.union([byStatus.extend({ reason }), byResolution.extend({ reason })])).max(100),
});

const storedStatus = z.object({ statusId: z.string() });
const storedResolution = z.object({ resolutionId: z.string() });

export const storedResolveSelects: z.ZodType<ResolveSelects> = z.object({
  implemented: z.array(z.union([storedStatus, storedResolution])).default([]),
  notApplicable: z
    .array(z.union([storedStatus.extend({ reason }), storedResolution.extend({ reason })]))
    .default([]),
});
