import { type FormEvent, useRef } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import AsyncSelect from '@atlaskit/select/AsyncSelect';
import { Failure } from '../../components/failure';
import { Field } from '../../components/field';
import { useDraft } from '../../data/use-draft';
import { useAction } from '../../data/use-action';
import { connectionTexts } from '../../texts/connections';
import type { ConnectionView, Serves } from '../../../../../src/contract';
import { findProjects, type FoundProject } from './find-projects';
import { ServedProjectRow } from './served-project-row';
import { servedIn, toServes, type ServedProject } from './served-projects';

interface Props {
  readonly connection: ConnectionView;
  /** @throws CallFailure */
  readonly onSave: (serves: Serves[]) => Promise<void>;
}

/** Which projects a site connection serves, if wanted with some workloads alone. */
export function ServesForm({ connection: { id, serves }, onSave }: Props) {
  const own = connectionTexts.serves;
  const draft = useDraft<readonly ServedProject[]>(`serves ${id}`, servedIn(serves));
  const list = useRef<HTMLUListElement>(null);
  const save = useAction(async (served: readonly ServedProject[]) => {
    await onSave(toServes(served));
    draft.forget();
  });
  const served = draft.value;
  const replace = (key: string, next: readonly ServedProject[]) =>
    draft.set(served.flatMap((entry) => (entry.projectKey === key ? next : [entry])));
  const add = (project: FoundProject | null) => {
    if (!project || served.some(({ projectKey }) => projectKey === project.value)) return;
    draft.set([...served, { projectKey: project.value }]);
  };
  const gone = serves.filter(({ projectKey }) => projectKey === undefined).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save.run(served);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack space="space.200">
        <p className="plain">{own.lead}</p>
        {gone > 0 ? <p className="hint">{own.gone({ count: gone })}</p> : null}
        {served.length === 0 ? (
          <p className="hint">{own.empty}</p>
        ) : (
          <ul className="served" ref={list} tabIndex={-1}>
            {served.map((entry) => (
              <ServedProjectRow
                key={entry.projectKey}
                served={entry}
                onChange={(next) => replace(entry.projectKey, [next])}
                onRemove={() => {
                  replace(entry.projectKey, []);
                  list.current?.focus();
                }}
              />
            ))}
          </ul>
        )}
        <Field label={own.add}>
          {({ id: inputId }) => (
            <AsyncSelect<FoundProject>
              inputId={inputId}
              cacheOptions
              defaultOptions
              value={null}
              placeholder={own.placeholder}
              loadOptions={findProjects}
              loadingMessage={() => own.loading}
              noOptionsMessage={() => own.none}
              onChange={add}
            />
          )}
        </Field>
        {save.failure ? <Failure failure={save.failure} title={own.notSaved} /> : null}
        <Inline>
          <Button type="submit" appearance="primary" isLoading={save.isRunning}>
            {own.save}
          </Button>
        </Inline>
      </Stack>
    </form>
  );
}
