import { useMemo } from 'react';
import Button from '@atlaskit/button/new';
import { Inline, Stack } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { Path } from '../bridge/use-path';
import { useProjectKey } from '../bridge/use-place';
import { projectCalls, type ConnectionCalls } from '../connections/calls';
import { ConnectionList } from '../connections/connection-list';
import { ConnectionPage } from '../connections/connection-page';
import { NewConnection } from '../connections/new-connection';
import { useAnswer } from '../data/use-answer';
import { FirstUse } from '../pieces/first-use';
import { Loaded } from '../pieces/loaded';
import { PartHeading } from '../pieces/part-heading';
import { texts } from '../texts';
import type { ConnectionView } from '../../../../src/contract';

/** The project's own connections: the list, or the one that the address names. */
export function ConnectionsPart({ path }: { readonly path: Path }) {
  const projectKey = useProjectKey();
  const calls = useMemo(() => projectCalls(projectKey), [projectKey]);
  const asked = useAnswer('projectConnection.list', { projectKey });
  const id = path.parts[1];
  if (id === 'new') {
    return (
      <NewConnection
        ownerKind="project"
        calls={calls}
        onLeave={() => path.go('connections')}
        onCreated={(created) => path.go('connections', created, 'role')}
      />
    );
  }
  return (
    <Loaded of={asked} name="projectConnection.list">
      {({ connections }) =>
        id === undefined ? (
          <List connections={connections} path={path} />
        ) : (
          <One connection={connections.find((known) => known.id === id)} calls={calls} path={path} />
        )
      }
    </Loaded>
  );
}

interface OneProps {
  readonly connection: ConnectionView | undefined;
  readonly calls: ConnectionCalls;
  readonly path: Path;
}

function One({ connection, calls, path }: OneProps) {
  const { gone, goneHint, back } = texts.connections;
  const leave = () => path.go('connections');
  if (!connection) {
    return (
      <SectionMessage appearance="warning" title={gone}>
        <p>{goneHint}</p>
        <Button onClick={leave}>{back}</Button>
      </SectionMessage>
    );
  }
  return (
    <ConnectionPage
      key={connection.id}
      connection={connection}
      calls={calls}
      opened={path.parts[2]}
      onOpen={(step) => path.go('connections', connection.id, step)}
      onLeave={leave}
      onLink={() => path.go('workloads')}
    />
  );
}

function List({
  connections,
  path,
}: {
  readonly connections: readonly ConnectionView[];
  readonly path: Path;
}) {
  const { lead, firstTitle, firstLead } = texts.projectSettings.connections;
  const { add, list } = texts.connections;
  const connect = () => path.go('connections', 'new');
  if (connections.length === 0) {
    return (
      <Stack space="space.200">
        <PartHeading>{list}</PartHeading>
        <FirstUse title={firstTitle} lead={firstLead}>
          <Button appearance="primary" onClick={connect}>
            {add}
          </Button>
        </FirstUse>
      </Stack>
    );
  }
  return (
    <Stack space="space.200">
      <Inline space="space.200" rowSpace="space.100" spread="space-between" alignBlock="center" shouldWrap>
        <PartHeading>{list}</PartHeading>
        <Button appearance="primary" onClick={connect}>
          {add}
        </Button>
      </Inline>
      <p className="plain">{lead}</p>
      <ConnectionList connections={connections} onOpen={(id) => path.go('connections', id)} />
    </Stack>
  );
}
