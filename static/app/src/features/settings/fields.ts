/** Which field edits which setting, in the order of the page. A setting without a row here does not compile. */
import type { ReactNode } from 'react';
import type { LinkSettings, SiteSettings } from '../../../../../src/contract';
import { settingsTexts } from '../../texts/settings';
import { DoneStatusField } from './done-status-field';
import { FieldValuesField } from './field-values-field';
import { IssueTypesField } from './issue-types-field';
import type { JiraChoices } from './jira-choices';
import type { Coverable, SettingProps, SharedSettings } from './model';
import { oneOf } from './one-of-field';
import { QuietField, quietProblem } from './quiet-field';
import { ResolveField, resolveProblem } from './resolve-field';
import { SelectionField, selectionProblem } from './selection-field';
import type { CreateScreens } from './use-create-screens';

/** What there is to choose from, and whether problems are shown. */
export interface Choices {
  readonly coverable: Coverable;
  /** That the lenses load, or why they cannot be read. */
  readonly notice?: ReactNode;
  readonly choices: JiraChoices;
  /** Of a link. */
  readonly create?: CreateScreens;
  /** Somebody tried to save. */
  readonly isChecked: boolean;
}

export type Fields<S> = {
  readonly [N in keyof S]-?: (props: SettingProps<S[N] & {}> & Choices) => ReactNode;
};

const words = settingsTexts;

/** The mode, which both have too, is a field of two settings. */
export const SHARED_FIELDS: Fields<SharedSettings> = {
  scope: oneOf(words.scope, ['risks', 'answered', 'all']),
  selection: SelectionField,
  quietSeconds: QuietField,
  parentsFollow: oneOf(words.parents, [false, true]),
  resolveSelects: ResolveField,
};

export const SITE_FIELDS: Fields<Omit<SiteSettings, keyof LinkSettings>> = {
  projectConnections: oneOf(words.projectConnections, [true, false]),
};

/** Consent to work beside AWS's connector is asked for where it is needed. */
export const LINK_FIELDS: Fields<Omit<LinkSettings, keyof SiteSettings | 'besideAwsConnector'>> = {
  issueTypes: IssueTypesField,
  fieldValues: FieldValuesField,
  doneStatusId: DoneStatusField,
};

/** The first thing that cannot be saved. */
export function sharedProblem(settings: Partial<SharedSettings>): string | undefined {
  return (
    selectionProblem(settings.selection) ??
    quietProblem(settings.quietSeconds) ??
    resolveProblem(settings.resolveSelects)
  );
}
