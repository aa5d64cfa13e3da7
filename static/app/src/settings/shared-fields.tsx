import type { ReactNode } from 'react';
import './settings.css';
import type { JiraChoices } from './jira-choices';
import { withSetting, type SharedSettings } from './model';
import { ParentsField } from './parents-field';
import { QuietField, quietProblem } from './quiet-field';
import { ResolveField, resolveProblem } from './resolve-field';
import { ScopeField } from './scope-field';
import { SelectionField, selectionProblem, type Coverable } from './selection-field';

interface Props<S extends Partial<SharedSettings>> {
  readonly settings: S;
  /** What holds for what is not set; absent: nobody to inherit from. */
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
  const mayInherit = inherited !== undefined;
  const put =
    <K extends keyof SharedSettings>(name: K) =>
    (value: SharedSettings[K] | undefined) =>
      // What the rest of S holds stays in the object.
      onChange(withSetting<Partial<SharedSettings>, K>(settings, name, value) as S);
  return (
    <>
      <ScopeField
        value={settings.scope}
        inherited={inherited?.scope}
        mayInherit={mayInherit}
        onChange={put('scope')}
      />
      <SelectionField
        value={settings.selection}
        inherited={inherited?.selection}
        mayInherit={mayInherit}
        coverable={coverable}
        notice={notice}
        isChecked={isChecked}
        onChange={put('selection')}
      />
      <QuietField
        value={settings.quietSeconds}
        inherited={inherited?.quietSeconds}
        mayInherit={mayInherit}
        isChecked={isChecked}
        onChange={put('quietSeconds')}
      />
      <ParentsField
        value={settings.parentsFollow}
        inherited={inherited?.parentsFollow}
        mayInherit={mayInherit}
        onChange={put('parentsFollow')}
      />
      <ResolveField
        value={settings.resolveSelects}
        inherited={inherited?.resolveSelects}
        mayInherit={mayInherit}
        choices={choices}
        isChecked={isChecked}
        onChange={put('resolveSelects')}
      />
    </>
  );
}
