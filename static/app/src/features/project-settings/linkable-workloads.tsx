import { useState } from 'react';
import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import TextField from '@atlaskit/textfield';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { Field } from '../../components/field';
import { Loaded } from '../../components/loaded';
import { PartHeader } from '../../components/part-header';
import { projectSettingsTexts } from '../../texts/project-settings';
import { sayReason } from '../../texts/reasons';
import type { LinkedWorkloadView, Reason, WorkloadView } from '../../../../../src/contract';
import { LinkSelected } from './link-selected';
import { LinkableWorkload } from './linkable-workload';
import { useSelection } from './use-selection';

interface Props {
  readonly linked: readonly LinkedWorkloadView[];
}

/** What connections show of AWS and the project does not link yet; what could not be read is said, and hides nothing. */
export function LinkableWorkloads({ linked }: Props) {
  const projectKey = useProjectKey();
  const asked = useAnswer('workload.list', { projectKey });
  const own = projectSettingsTexts.linkable;
  return (
    <section>
      <Stack space="space.150">
        <PartHeader title={own.title}>
          <Button isLoading={asked.isFetching} onClick={() => void asked.refetch()}>
            {own.reload}
          </Button>
        </PartHeader>
        <Loaded of={asked} label={own.loading}>
          {({ workloads, problems }) => (
            <Stack space="space.150">
              <Problems problems={problems} />
              <Linkable workloads={workloads.filter((workload) => !isLinked(workload, linked))} />
            </Stack>
          )}
        </Loaded>
      </Stack>
    </section>
  );
}

/** Through the same connection; through another one it can be linked anew. A link that ended is none. */
function isLinked({ arn, connectionId }: WorkloadView, linked: readonly LinkedWorkloadView[]): boolean {
  return linked.some(
    (link) =>
      link.workloadArn === arn && link.connectionId === connectionId && link.state.code !== 'unlinked',
  );
}

function Problems({ problems }: { readonly problems: readonly Reason[] }) {
  if (problems.length === 0) return null;
  return (
    <SectionMessage appearance="warning" title={projectSettingsTexts.linkable.problems} headingLevel="h3">
      <ul className="problems">
        {problems.map(sayReason).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </SectionMessage>
  );
}

/** More than these can be searched. */
const FEW = 8;

function Linkable({ workloads }: { readonly workloads: readonly WorkloadView[] }) {
  const own = projectSettingsTexts.linkable;
  const [text, setText] = useState('');
  const selection = useSelection();
  if (workloads.length === 0) return <p className="plain">{own.none}</p>;
  // What could not be linked with the others may be the only one that is left.
  const isMany = workloads.length > 1 || selection.selected.size > 0;
  const shown = workloads.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Stack space="space.150">
      {workloads.length > FEW ? (
        <Field label={own.search}>
          {({ id }) => (
            <TextField
              id={id}
              width="medium"
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
      ) : null}
      {isMany ? <LinkSelected shown={shown} selection={selection} /> : null}
      {shown.length === 0 ? (
        <p className="plain">{own.noMatch}</p>
      ) : (
        <ul className="cards" aria-label={own.title}>
          {shown.map((workload) => (
            <LinkableWorkload
              key={`${workload.connectionId} ${workload.arn}`}
              workload={workload}
              selection={isMany ? selection : undefined}
            />
          ))}
        </ul>
      )}
    </Stack>
  );
}
