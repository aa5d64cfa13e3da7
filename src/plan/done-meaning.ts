import type { OurIssue } from '../jira/model';
import type { DoneAs, ResolveSelects } from '../settings/model';
import type { ChoiceUpdate } from '../wellarchitected/model';

/** What of an issue says how it was done. */
export type HowDone = Pick<OurIssue, 'status' | 'resolution'>;

interface Meaning {
  readonly as: DoneAs;
  readonly says: ChoiceUpdate;
}

/** Whether what is done in Jira may change AWS at all: settings that name nothing are off. */
export function isOn(settings: ResolveSelects | undefined): settings is ResolveSelects {
  return settings !== undefined && settings.implemented.length + settings.notApplicable.length > 0;
}

/**
 * What a done Sub-task says of its best practice; undefined where the settings do not say, and for an issue
 * that is not done. In this order:
 * 1. A resolution that the settings name decides, whatever the status.
 * 2. Settings that name some resolution tell work by it, so that another resolution means nothing they know
 *    of: Done as Won't Do selects nothing, although the status Done is named. Admins who name statuses alone
 *    do not look at resolutions, and then neither does this.
 * 3. The status decides; so it does for an issue without a resolution.
 * What is named with two meanings has none.
 */
export function doneMeaning(
  settings: ResolveSelects | undefined,
  { status, resolution }: HowDone,
): ChoiceUpdate | undefined {
  if (!isOn(settings) || status.category !== 'done') return undefined;
  const meanings = meaningsOf(settings);
  const byResolution = meanings.filter(({ as }) => 'resolutionId' in as);
  const named = byResolution.filter(({ as }) => 'resolutionId' in as && as.resolutionId === resolution?.id);
  if (named.length > 0) return only(named);
  if (resolution && byResolution.length > 0) return undefined;
  return only(meanings.filter(({ as }) => 'statusId' in as && as.statusId === status.id));
}

function meaningsOf({ implemented, notApplicable }: ResolveSelects): readonly Meaning[] {
  return [
    ...implemented.map((as): Meaning => ({ as, says: { status: 'SELECTED' } })),
    ...notApplicable.map((as): Meaning => ({ as, says: { status: 'NOT_APPLICABLE', reason: as.reason } })),
  ];
}

function only(meanings: readonly Meaning[]): ChoiceUpdate | undefined {
  const [first, ...others] = meanings.map(({ says }) => says);
  return first && others.every((says) => isSame(says, first)) ? first : undefined;
}

function isSame(a: ChoiceUpdate, b: ChoiceUpdate): boolean {
  return a.status === b.status && ('reason' in a ? a.reason : '') === ('reason' in b ? b.reason : '');
}
