import type { OurIssue } from '../jira/model';
import type { DoneAs } from '../settings/model';
import type { ItemStatus, NewState } from './entry';
import type { ClosedAs } from './link';

/** What of an issue says how it was done. */
export type HowDone = Pick<OurIssue, 'status' | 'resolution'>;

/** Of that, what the settings name. */
interface DoneIds {
  readonly status: Pick<OurIssue['status'], 'id' | 'category'>;
  readonly resolution: { readonly id: string } | undefined;
}

/** How a finished item was finished. */
export type Way = Exclude<ItemStatus, 'open'>;

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
  { status, resolution }: DoneIds,
): NewState | undefined {
  if (!isOn(settings) || status.category !== 'done') return undefined;
  const meanings = meaningsOf(settings);
  const byResolution = meanings.filter(({ as }) => 'resolutionId' in as);
  const named = byResolution.filter(({ as }) => 'resolutionId' in as && as.resolutionId === resolution?.id);
  if (named.length > 0) return only(named);
  if (resolution && byResolution.length > 0) return undefined;
  return only(meanings.filter(({ as }) => 'statusId' in as && as.statusId === status.id));
}

/** What an issue that was done so said of its item; undefined where the settings do not say. */
export function wayOf(
  settings: DoneMeanings | undefined,
  { statusId, resolutionId }: ClosedAs,
): Way | undefined {
  const meaning = doneMeaning(settings, {
    status: { id: statusId, category: 'done' },
    resolution: resolutionId === undefined ? undefined : { id: resolutionId },
  });
  return meaning === undefined || meaning.is === 'open' ? undefined : meaning.is;
}

/** How an issue is done; undefined for one that is not. */
export function closedAs({ status, resolution }: DoneIds): ClosedAs | undefined {
  if (status.category !== 'done') return undefined;
  return { statusId: status.id, ...(resolution ? { resolutionId: resolution.id } : {}) };
}

/** How an issue may be done, by ids, to say that its item is finished in a way. */
export interface DoneBy {
  readonly resolutionIds: readonly string[];
  /** Each says so of an issue without a resolution. */
  readonly statusIds: readonly string[];
  /** Resolutions that say something else. */
  readonly otherResolutionIds: readonly string[];
}

/** What the settings name for a way, in their order; undefined where they name nothing that means it alone. */
export function doneBy(settings: DoneMeanings | undefined, way: Way): DoneBy | undefined {
  if (!isOn(settings)) return undefined;
  const named = [...settings.implemented, ...settings.notApplicable];
  const resolutions = new Set(named.flatMap((as) => ('resolutionId' in as ? [as.resolutionId] : [])));
  const statuses = new Set(named.flatMap((as) => ('statusId' in as ? [as.statusId] : [])));
  const means = (as: ClosedAs) => wayOf(settings, as);
  const says = (resolutionId: string) => means({ statusId: '', resolutionId });
  const by = {
    resolutionIds: [...resolutions].filter((id) => says(id) === way),
    statusIds: [...statuses].filter((statusId) => means({ statusId }) === way),
    otherResolutionIds: [...resolutions].filter((id) => says(id) !== way),
  };
  return by.resolutionIds.length + by.statusIds.length > 0 ? by : undefined;
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
