import type { ReactNode } from 'react';
import './settings.css';
import type { JiraChoices } from './jira-choices';
import { type SettingProps, type SharedSettings, withSetting } from './model';
import { ParentsField } from './parents-field';
import { QuietField, quietProblem } from './quiet-field';
import { ResolveField, resolveProblem } from './resolve-field';
import { ScopeField } from './scope-field';
import type { Coverable } from './model';
import { SelectionField, selectionProblem } from './selection-field';

interface Props<S extends Partial<SharedSettings>> {
  readonly settings: S;
  /** What applies to what is not set; absent: nobody to inherit from. */
  readonly inherited?: SharedSettings;
  readonly coverable: Coverable;
  /** That the lenses load, or why they cannot be read. */
  readonly notice?: ReactNode;
  readonly choices: JiraChoices;
  readonly isChecked: boolean;
  readonly onChange: (settings: S) => void;
}

/** The first thing that cannot be saved. */
export function sharedProblem(settings: Partial<SharedSettings>): string | undefined {
  return (
    selectionProblem(settings.selection) ??
    quietProblem(settings.quietSeconds) ??
    resolveProblem(settings.resolveSelects)
  );
}

/** What site and link have in common. */
export function SharedFields<S extends Partial<SharedSettings>>(props: Props<S>) {
  const { settings, inherited, coverable, notice, choices, isChecked, onChange } = props;
  const shared: Partial<SharedSettings> = settings;
  const field = <K extends keyof SharedSettings>(name: K): SettingProps<SharedSettings[K]> => ({
    value: shared[name],
    inherited: inherited?.[name],
    mayInherit: inherited !== undefined,
    // What the rest of S has stays in the object.
    onChange: (value) => onChange(withSetting(shared, name, value) as S),
  });
  return (
    <>
      <ScopeField {...field('scope')} />
      <SelectionField {...field('selection')} coverable={coverable} notice={notice} isChecked={isChecked} />
      <QuietField {...field('quietSeconds')} isChecked={isChecked} />
      <ParentsField {...field('parentsFollow')} />
      <ResolveField {...field('resolveSelects')} choices={choices} isChecked={isChecked} />
    </>
  );
}
