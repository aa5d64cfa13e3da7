import { type FormEvent, useState } from 'react';
import { tell } from '../../bridge/flags';
import { useAction, type Action } from '../../data/use-action';
import { focusOnProblem } from '../../components/focus-on-problem';
import { type Draft, useDraft } from '../../data/use-draft';
import { settingsTexts } from '../../texts/settings';
import type { SharedSettings } from './model';
import { sharedProblem } from './fields';

export interface SettingsForm<S> {
  readonly draft: Draft<S>;
  /** Somebody tried to save: what is wrong is shown from then on. */
  readonly isChecked: boolean;
  readonly save: Action<readonly [S]>;
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
}

/** What the forms of site and link have in common. `keep` saves; it throws CallFailure. */
export function useSettingsForm<S extends Partial<SharedSettings>>(
  draftKey: string,
  saved: S,
  keep: (settings: S) => Promise<void>,
): SettingsForm<S> {
  const draft = useDraft(draftKey, saved);
  const [isChecked, setChecked] = useState(false);
  const save = useAction(async (settings: S) => {
    await keep(settings);
    draft.forget();
    setChecked(false);
    tell(settingsTexts.saved);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (sharedProblem(draft.value) === undefined) void save.run(draft.value);
    else focusOnProblem(event.currentTarget);
  };
  return { draft, isChecked, save, submit };
}
