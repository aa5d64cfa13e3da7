/** Settings as forms edit them. Pure. */
import type { LinkSettings, SiteSettings } from '../../../../../src/contract';

/** What a link may leave to the site, each by itself. For a link an absent setting is the site's. */
export type SharedSettings = Omit<
  Pick<SiteSettings, keyof SiteSettings & keyof LinkSettings>,
  'issueManagementStatus' | 'issueManagementType'
>;

export type Selection = SiteSettings['selection'];
export type ResolveSelects = NonNullable<SiteSettings['resolveSelects']>;
export type Reason = ResolveSelects['notApplicable'][number]['reason'];

/** What a field of the form needs. */
export interface SettingProps<T> {
  /** The one that is set here; absent: the site's, or of the site none. */
  readonly value: T | undefined;
  /** What applies where nothing is set here; absent where there is nobody to inherit from. */
  readonly inherited?: T | undefined;
  /** Whether there is a site to inherit from. */
  readonly mayInherit: boolean;
  readonly onChange: (value: T | undefined) => void;
}

/** The same settings with one changed, or without it. */
export function withSetting<S extends object, K extends keyof S>(
  settings: S,
  name: K,
  value: S[K] | undefined,
): S {
  if (value !== undefined) return { ...settings, [name]: value };
  const { [name]: taken, ...rest } = settings;
  return rest as S;
}

/** Limits of the back end. */
export const QUIET = { min: 30, max: 3600 };

/** Choosing nothing means all: a choice without a lens, a pillar or a question is none. */
export function isEverything({ lensAliases, selectedPillars, questionIds }: Selection): boolean {
  return lensAliases === undefined && selectedPillars === undefined && questionIds === undefined;
}

/** How many lenses and pillars are chosen. */
export function isEmptyChoice({
  lensAliases = [],
  selectedPillars = [],
  questionIds = [],
}: Selection): boolean {
  return lensAliases.length + selectedPillars.length + questionIds.length === 0;
}

export interface Coverable {
  /** By alias. */
  readonly lenses: readonly Pickable[];
  readonly pillars: readonly Pickable[];
}

export interface Pickable {
  readonly id: string;
  readonly name: string;
}
