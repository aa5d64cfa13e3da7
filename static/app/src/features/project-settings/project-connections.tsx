import { useMemo } from 'react';
import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import type { PartProps } from '../../components/parts';
import { useProjectKey } from '../../bridge/use-page-context';
import { projectCalls } from '../connections/calls';
import { ConnectionsPart } from '../connections/connections-part';
import { useAnswer } from '../../data/use-answer';
import { FirstUse } from '../../components/first-use';
import { Loaded } from '../../components/loaded';
import { PartHeading } from '../../components/part-heading';
import { connectionTexts } from '../../texts/connections';
import { projectSettingsTexts } from '../../texts/project-settings';

/** The project's own connections. */
export function ProjectConnections({ path }: PartProps) {
  const projectKey = useProjectKey();
  const calls = useMemo(() => projectCalls(projectKey), [projectKey]);
  const asked = useAnswer('projectConnection.list', { projectKey });
  return (
    <Loaded of={asked}>
      {({ connections }) => (
        <ConnectionsPart
          ownerKind="project"
          connections={connections}
          calls={calls}
          path={path}
          lead={projectSettingsTexts.connections.lead}
          first={<First onConnect={() => path.go('connections', 'new')} />}
          onLink={() => path.go('workloads')}
        />
      )}
    </Loaded>
  );
}

function First({ onConnect }: { readonly onConnect: () => void }) {
  const { firstTitle, firstLead } = projectSettingsTexts.connections;
  const { add, list } = connectionTexts;
  return (
    <Stack space="space.200">
      <PartHeading>{list}</PartHeading>
      <FirstUse title={firstTitle} lead={firstLead}>
        <Button appearance="primary" onClick={onConnect}>
          {add}
        </Button>
      </FirstUse>
    </Stack>
  );
}
