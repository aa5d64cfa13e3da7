import type { OurIssue } from '../jira/model';
import type { DoneAs } from '../settings/model';
import type { NewState } from './entry';

/** What of an issue says how it was done. */
export type HowDone = Pick<OurIssue, 'status' | 'resolution'>;

/** What a done issue says of its item. A resolution that is named here decides before a status. */
export interface DoneMeanings {
  readonly implemented: readonly DoneAs[];
  /** With the reason to give the source, in its own terms. */
  readonly notApplicable: readonly (DoneAs & { readonly reason: string })[];
}

interface Meaning {
  readonly as: DoneAs;
  readonly says: NewState;
}

/** Whether what is done in Jira may change the source at all: settings that name nothing are off. */
export function isOn(settings: DoneMeanings | undefined): settings is DoneMeanings {
  return settings !== undefined && settings.implemented.length + settings.notApplicable.length > 0;
}

/**
 * What a done issue says of its item; undefined where the settings do not say, and for an issue that is not done.
 * In this order:
 * 1. A resolution that the settings name decides, whatever the status.
 * 2. Settings that name some resolution tell work by it, so that another resolution means nothing they know
 *    of: Done as Won't Do implements nothing, although the status Done is named. Admins who name statuses alone
 *    do not look at resolutions, and then neither does this.
 * 3. The status decides; so it does for an issue without a resolution.
 * What is named with two meanings has none.
 */
export function doneMeaning(
  settings: DoneMeanings | undefined,
  { status, resolution }: HowDone,
): NewState | undefined {
  if (!isOn(settings) || status.category !== 'done') return undefined;
  const meanings = meaningsOf(settings);
  const byResolution = meanings.filter(({ as }) => 'resolutionId' in as);
  const named = byResolution.filter(({ as }) => 'resolutionId' in as && as.resolutionId === resolution?.id);
  if (named.length > 0) return only(named);
  if (resolution && byResolution.length > 0) return undefined;
  return only(meanings.filter(({ as }) => 'statusId' in as && as.statusId === status.id));
}

function meaningsOf({ implemented, notApplicable }: DoneMeanings): readonly Meaning[] {
  return [
    ...implemented.map((as): Meaning => ({ as, says: { is: 'implemented' } })),
    ...notApplicable.map((as): Meaning => ({ as, says: { is: 'notApplicable', reason: as.reason } })),
  ];
}

function only(meanings: readonly Meaning[]): NewState | undefined {
  const [first, ...others] = meanings.map(({ says }) => says);
  return first && others.every((says) => isSame(says, first)) ? first : undefined;
}

function isSame(a: NewState, b: NewState): boolean {
  return a.is === b.is && ('reason' in a ? a.reason : '') === ('reason' in b ? b.reason : '');
}
